import {
  amount,
  duration,
  either,
  key,
  list,
  record,
  reference,
  shape,
  share,
  storagePrice,
  throughput,
  time,
  transferPrice,
} from './build.ts';

export const dataShape = shape('data set', 'The data that each member of a service holds.', {
  size: key(amount, 'How much it is.', { required: true, examples: ['500 GB'] }),
  'change-rate': key(throughput, 'How much of it changes: what differential and incremental backups hold.', {
    default: '0',
    examples: ['20 GB/day'],
  }),
  cost: key(storagePrice, 'What keeping one copy of it costs.', { default: '0', examples: ['0.08 USD/GB/month'] }),
});

export const scheduleShape = shape('schedule', 'How often one kind of backup is made.', {
  every: key(duration, 'Time from one to the next.', { required: true, examples: ['1 day'] }),
});

const schedule = either(duration, record(scheduleShape));

export const backupShape = shape(
  'backup',
  'How data is backed up and restored. A backup counts from when it has finished.',
  {
    full: key(schedule, 'Backups of everything.', { required: true, examples: ['1 week', '{ every: 1 day }'] }),
    differential: key(schedule, 'Backups of what has changed since the last full one.', {
      default: 'none',
      examples: ['1 day'],
    }),
    incremental: key(schedule, 'Backups of what has changed since the last backup of any kind.', {
      default: 'none',
      examples: ['1 h'],
    }),
    'log-shipping': key(duration, 'How often the log of writes is shipped; 0 s is continuously.', {
      default: 'none',
      examples: ['5 min'],
    }),
    retention: key(duration, 'How long a backup is kept.', { default: '30 days' }),
    'backup-rate': key(throughput, 'How fast a backup is written.', { default: 'in no time', examples: ['300 MB/s'] }),
    'restore-rate': key(throughput, 'How fast backups are read back.', {
      default: 'in no time',
      examples: ['200 MB/s'],
    }),
    'replay-rate': key(throughput, 'How fast the log is applied.', {
      default: 'as restore-rate',
      examples: ['50 MB/s'],
    }),
    provision: key(time, 'Before a restore can begin: a machine, a volume.', { default: '0 s', examples: ['10 min'] }),
    copies: key(list(reference('domain')), 'The domains in which a copy of each backup is kept.', {
      default: 'one outside all domains, always within reach',
      examples: ['[eu-west-1, eu-central-1]'],
    }),
    restorable: key(share, 'The chance that one backup restores.', { default: '100%', examples: ['98%'] }),
    drill: key(duration, 'Time between restores that are tried, which find a broken backup before the disaster does.', {
      default: 'never',
      examples: ['90 days'],
    }),
    cost: key(storagePrice, 'What keeping backups costs.', { default: '0', examples: ['0.023 USD/GB/month'] }),
    'transfer-cost': key(transferPrice, 'What sending them to each copy after the first costs.', {
      default: '0',
      examples: ['0.02 USD/GB'],
    }),
  },
);
