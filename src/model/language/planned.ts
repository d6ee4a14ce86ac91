import {
  duration,
  flag,
  hours,
  integer,
  key,
  list,
  numberOrShare,
  record,
  reference,
  shape,
  share,
  time,
} from './build.ts';
import type { FieldsOf, Key, ReadRecord } from './kinds.ts';

export const checkShape = shape('check', 'How faults are found that nobody notices (`latent`).', {
  every: key(duration, 'From one check to the next; the first is at a random moment of that time.', {
    required: true,
    examples: ['30 days'],
  }),
  coverage: key(share, 'The chance that one check finds a fault.', { default: '100%', examples: ['95%'] }),
  staggered: key(flag, 'Members are checked one after the other, evenly spread, and not all at once.', {
    default: 'false',
  }),
});

export type CheckRecord = ReadRecord<FieldsOf<typeof checkShape.keys>>;

/** May stand on a component and on a service. @param otherwise what holds where it does not */
export function check(otherwise: string): Key<CheckRecord> {
  return key(record(checkShape), 'How faults are found that nobody notices.', {
    default: otherwise,
    examples: ['{ every: 30 days, coverage: 95% }'],
  });
}

export const canaryShape = shape('canary', 'Members that a change is tried on before all have it.', {
  members: key(integer(1), 'So many members have it first: the last ones, of those that stand by before the active.', {
    default: '1',
  }),
  bake: key(duration, 'How long it is watched there before all have it.', { required: true, examples: ['10 min'] }),
  catches: key(share, 'The chance that a bad change is found there, at some moment of that time.', {
    required: true,
    examples: ['90%'],
  }),
});

export const deployShape = shape('deploy', "Changes that go out to all members, in DORA's words.", {
  every: key(time, 'From one deploy to the next; one that is due while a bad one lasts is left out.', {
    required: true,
    examples: ['1 week', 'exponential(1 day)'],
  }),
  'change-failure-rate': key(share, 'The chance that a deploy is bad, and takes down the members that have it.', {
    required: true,
    examples: ['5%'],
  }),
  recovery: key(time, 'From the moment at which somebody notices until it is rolled back, on all members at once.', {
    required: true,
    examples: ['1 h'],
  }),
  canary: key(record(canaryShape), 'Members that have it first.', {
    default: 'none: all have it at once',
    examples: ['{ members: 1, bake: 10 min, catches: 90% }'],
  }),
  'repaired-by': key(
    reference('team'),
    "The team that has to have somebody free: recovery is then that person's hands-on time, and waiting is simulated.",
    { default: 'nobody has to be free', examples: ['on-call'] },
  ),
  priority: key(integer(0), 'Of those who wait for a team the highest goes first, then who came first.', {
    default: '0',
    examples: ['5'],
  }),
});

export const maintenanceShape = shape('maintenance', 'Planned work that takes each member out in turn.', {
  every: key(
    duration,
    'From one round of all members to the next, the first at a random moment of that time; with `renews` the age at ' +
      'which a member is made new.',
    { required: true, examples: ['30 days'] },
  ),
  takes: key(time, 'How long each member is out.', { required: true, examples: ['10 min'] }),
  'max-unavailable': key(
    numberOrShare,
    'It waits while more members than this would be out, for any reason; of all, a percentage is rounded up.',
    { default: '1', examples: ['1', '25%'] },
  ),
  'min-available': key(numberOrShare, 'The same by how many have to be left; a percentage is rounded up.', {
    default: 'by max-unavailable',
    examples: ['2', '80%'],
  }),
  window: key(
    list(hours),
    'It begins in these hours of a week only; what they cut off is done in the next of them, the member serving ' +
      'meanwhile.',
    { default: 'at any time', examples: ['Sun 02:00-06:00'] },
  ),
  renews: key(flag, 'It makes the failure modes of the member new that wear out (that are not exponential).', {
    default: 'false',
  }),
});

export type MaintenanceRecord = ReadRecord<FieldsOf<typeof maintenanceShape.keys>>;
