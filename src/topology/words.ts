import { backupsOf } from '../model/backups.ts';
import type { Load } from '../model/load.ts';
import type { Backup, FailureMode, Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import type { Distribution } from '../random/distribution.ts';
import { formatDuration, formatNumber, formatPercent } from '../units/format.ts';
import { DRAWN } from './modes.tsx';

/** A time that varies, in words: `4 min on average`, `15 to 30 s`, `median 2 h, 95% within 9 h`. */
export function timeWords(d: Distribution): string {
  switch (d.kind) {
    case 'constant':
      return formatDuration(d.value);
    case 'exponential':
      return `${formatDuration(d.mean)} on average`;
    case 'uniform':
      return `${formatDuration(d.min)} to ${formatDuration(d.max)}`;
    case 'triangular':
      return `${formatDuration(d.min)} to ${formatDuration(d.max)}, mostly ${formatDuration(d.mode)}`;
    case 'lognormal':
      return `median ${formatDuration(d.median)}, 95% within ${formatDuration(d.p95)}`;
    case 'weibull':
      return `${formatDuration(d.mean)} on average (Weibull, shape ${formatNumber(d.shape)})`;
    case 'gamma':
      return `${formatDuration(d.mean)} on average (gamma, shape ${formatNumber(d.shape)})`;
    case 'empirical':
      return `one of ${formatNumber(d.values.length)} measured times`;
  }
}

/** A failure mode in one sentence. */
export function failureWords(failure: FailureMode): string {
  return Object.values(FAILURE_WORDS)
    .map((words) => words(failure))
    .join('');
}

const FAILURE_WORDS: Readonly<Record<Exclude<keyof FailureMode, 'name'>, (failure: FailureMode) => string>> = {
  up: ({ up }) => `fails after ${timeWords(up)}`,
  down: ({ down }) => `, back after ${timeWords(down)}`,
  losesData: ({ losesData }) => (losesData ? ', its data is lost' : ''),
  work: ({ work }) => (work === undefined ? '' : ', once ' + waitWords(work)),
  isLatent: ({ isLatent }) => (isLatent ? ', and nobody notices' : ''),
};

function waitWords({ team, needsSpare, needs }: NonNullable<FailureMode['work']>): string {
  const waits = [
    team === null ? '' : 'somebody is free',
    needsSpare ? 'a part is there' : '',
    needs.length > 0 ? 'its tools work' : '',
  ];
  return waits.filter((each) => each !== '').join(' and ');
}

/** How a service's members share the work. */
export function modeWords(service: Service): string {
  const members = service.placement.length;
  if (members === 0) return 'No members of its own: only what it needs';
  const one = service.sites === null ? 'member' : 'site';
  const count = `${members} ${members === 1 ? one : `${one}s`}`;
  return DRAWN[service.mode].words(service, one, count);
}

/** A time for the drawing, where there is little room: `6.5 min`, `27 min`, `85 ms`. */
export function briefly(seconds: number): string {
  const [unit, size] = UNITS.find(([, least]) => seconds >= 0.995 * least) ?? UNITS[UNITS.length - 1];
  return (
    `${formatNumber(Number((seconds / size).toPrecision(2)))} ` +
    `${unit === 'days' && Math.round((seconds / size) * 10) === 10 ? 'day' : unit}`
  );
}

const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ['days', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
  ['ms', 1e-3],
];

/** Beside the name on the drawing, where there is little room. */
export function modeCaption(service: Service, isNarrow = false): string {
  const members = service.placement.length;
  if (members === 0) return 'needs only';
  const ofAll = `${service.required} of ${members}${service.sites === null || isNarrow ? '' : ' sites'}`;
  return DRAWN[service.mode].caption(service, isNarrow) ?? ofAll;
}

/** What a service is set to do when something fails, as names and values. */
export function settingsOf(service: Service): [name: string, value: string][] {
  const settings: [string, string][] = [];
  const { healthCheck, failover, replication, data } = service;
  if (healthCheck) {
    settings.push([
      'Health check',
      `every ${formatDuration(healthCheck.intervalSeconds)}, out after ${healthCheck.unhealthyThreshold} ` +
        `failed, in after ${healthCheck.healthyThreshold} passed`,
    ]);
  }
  if (MODES[service.mode].spreads && service.placement.length > 1) {
    settings.push(['Failed requests', service.retry ? 'sent to another member' : 'not sent again']);
  }
  if (MODES[service.mode].leader === 'leader' || service.shards?.lead === true)
    settings.push(['Election', isAtOnce(service.elect) ? 'at once' : timeWords(service.elect)]);
  if (failover && service.placement.length > 1) {
    settings.push([
      'Detect',
      failover.detect ? moment(failover.detect) : healthCheck ? 'by the health check' : 'at once',
    ]);
    if (!isAtOnce(failover.decide)) settings.push(['Decide', timeWords(failover.decide)]);
    settings.push(['Promote', moment(failover.promote)]);
    settings.push([
      'Redirect',
      failover.redirect.kind === 'dns'
        ? `over a DNS time to live of ${formatDuration(failover.redirect.ttlSeconds)}`
        : moment(failover.redirect.delay),
    ]);
    if (failover.success < 1)
      settings.push([
        'Succeeds',
        `${formatPercent(failover.success)} of the time, else again after ${timeWords(failover.retry)}`,
      ]);
    if (!isAtOnce(failover.rebuild)) settings.push(['Rebuild', timeWords(failover.rebuild)]);
    settings.push([
      'Failback',
      failover.failback
        ? isAtOnce(failover.failback.after)
          ? 'at once'
          : `after ${timeWords(failover.failback.after)}`
        : 'never',
    ]);
    if (failover.falsePositive) settings.push(['Needless failover', `every ${timeWords(failover.falsePositive)}`]);
  }
  if (failover?.demoteAfter && service.coordinators.length > 0)
    settings.push(['Steps down', `without what failovers need, after ${timeWords(failover.demoteAfter)}`]);
  if (service.load) settings.push(['Load', loadWords(service.load)]);
  if (replication) {
    const lag = replication.mode === 'sync' ? '' : `, lag ${timeWords(replication.lag)}`;
    settings.push(['Replication', `${replication.mode}${replication.strict ? ', strict' : ''}${lag}`]);
  }
  if (data && data.sizeBytes > 0) settings.push(['Data', dataWords(data.sizeBytes)]);
  for (const policy of backupsOf(service)) settings.push(['Backups', backupWords(policy)]);
  return settings;
}

/** `400% of a member; above 120% each crashes after 5 min`. */
function loadWords({ worth, above, crash }: Load): string {
  const then =
    crash === null
      ? 'the rest is shed'
      : `each crashes ${isAtOnce(crash.after) ? 'at once' : `after ${timeWords(crash.after)}`}`;
  return `${formatPercent(worth)} of a member; above ${formatPercent(above)} ${then}`;
}

/** `full every 1 week, log every 5 min, kept 30 days`. */
function backupWords({
  fullSeconds,
  differentialSeconds,
  incrementalSeconds,
  logSeconds,
  retentionSeconds,
}: Backup): string {
  const kinds = [
    ['full', fullSeconds],
    ['differential', differentialSeconds],
    ['incremental', incrementalSeconds],
    ['log', logSeconds],
  ] as const;
  const parts = kinds.flatMap(([name, seconds]) =>
    seconds === null || !Number.isFinite(seconds) ? [] : [`${name} every ${formatDuration(seconds)}`],
  );
  return [...parts, ...(Number.isFinite(retentionSeconds) ? [`kept ${formatDuration(retentionSeconds)}`] : [])].join(
    ', ',
  );
}

const DATA_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

function dataWords(bytes: number): string {
  const power = Math.min(DATA_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(bytes) / 3)));
  return `${formatNumber(bytes / 1000 ** power)} ${DATA_UNITS[power]}`;
}

const isAtOnce = (d: Distribution) => d.kind === 'constant' && d.value === 0;
const moment = (d: Distribution) => (isAtOnce(d) ? 'at once' : timeWords(d));
