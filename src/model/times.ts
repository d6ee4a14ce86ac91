import type { FailureMode, Model, Service } from './model.ts';
import { MODES } from './modes.ts';
import { timeAt, type TimePath } from './time-path.ts';

/*
 * Every time that a model has, in the order in which it is met: one list that printing, the waterfall, the tornado and
 * the exact solvers walk. The compiler holds it against the type of the model: a time that is added there and not here
 * does not compile, so nobody has to remember the five places that would otherwise pass over it in silence.
 */

/** What the waterfall takes away with a time; null: it stays, or is no time of the system's. */
export type TimeReality = 'detection' | 'failoverTime' | 'failoverFailure' | 'data' | null;

export interface Time {
  /** As in the model's text, behind its owner's name. */
  readonly written: string;
  /** What it is called beside its owner's name, where that is shorter. Default: as it is written. */
  readonly name?: string;
  /** As what the tornado makes it longer and shorter; null: a schedule, a limit, a goal, a question. */
  readonly input: 'mtbf' | 'mttr' | 'delay' | null;
  readonly reality: TimeReality;
}

export interface ServiceTime extends Time {
  /** Whether it does anything in such a service. Default: wherever it is given. */
  readonly counts?: (service: Service) => boolean;
  /**
   * What it takes the service that long to do, completing «db takes 30 s»; null: that is said otherwise, or not at all.
   */
  readonly toDo: string | null;
  /** It is the most that it takes: «db takes up to 30 s». */
  readonly isLimit?: true;
  /** A failover that nobody needed takes it as well. */
  readonly isMove?: true;
  /** How often a recovery waits for it, on average. Default: once for a delay. */
  readonly recovers: (service: Service) => number;
  /**
   * What it is to a Markov chain: a rate, and so exponential or none; a clause that completes «db's» and says why it is
   * no chain where it takes any time, or is a limit; null: it plays no part, or its part is said elsewhere.
   */
  readonly chain: string | null;
}

export type ServiceTimePath = Exclude<TimePath<Service>, `moreBackups.${string}`>;

const once = () => 1;
const never = () => 0;
/** A promotion is tried again until it succeeds. */
const attempts = ({ failover }: Service) => 1 / Math.max(failover?.success ?? 1, 0.01);

function time(
  written: string,
  input: Time['input'],
  reality: TimeReality,
  rest: Partial<ServiceTime> = {},
): ServiceTime {
  return { toDo: null, chain: null, recovers: input === 'delay' ? once : never, ...rest, written, input, reality };
}

const RATE = 'rate';
const PLANNED = 'maintenance comes at fixed times';
const CHANGES = 'deploys keep to times of their own';
const MOVES = 'members are started elsewhere';
const checks = ({ mode, failover }: Service) =>
  !MODES[mode].agrees && !MODES[mode].holdsShards && (failover === null || failover.detect === null);
const check = { counts: checks, chain: 'health check takes a time that is not exponential' };

/** By its place in a service. */
export const SERVICE_TIMES = {
  'healthCheck.intervalSeconds': time('health-check.interval', 'delay', 'detection', {
    ...check,
    recovers: ({ healthCheck }) => (healthCheck?.unhealthyThreshold ?? 0) + (healthCheck?.healthyThreshold ?? 0),
  }),
  'healthCheck.timeoutSeconds': time('health-check.timeout', 'delay', 'detection', check),
  'healthCheck.slowStart': time('health-check.slow-start', 'delay', 'failoverTime', {
    ...{ name: 'slow-start', chain: RATE },
    counts: ({ mode }) => MODES[mode].spreads,
  }),
  'failover.detect': time('failover.detect', 'delay', 'detection', {
    ...{ toDo: 'to detect that its active is gone', chain: RATE },
  }),
  'failover.decide': time('failover.decide', 'delay', 'failoverTime', { toDo: 'to decide on a failover', chain: RATE }),
  'failover.promote': time('failover.promote', 'delay', 'failoverTime', {
    ...{ toDo: 'to promote a standby', isMove: true, chain: RATE },
    recovers: attempts,
  }),
  'failover.redirect.delay': time('failover.redirect', 'delay', 'failoverTime', {
    ...{ toDo: 'to redirect its clients', isMove: true, chain: RATE },
  }),
  'failover.redirect.ttlSeconds': time('failover.redirect.dns-ttl', 'delay', 'failoverTime', {
    ...{ toDo: 'to redirect its clients', isLimit: true, isMove: true },
    chain: 'clients move over within a fixed dns-ttl',
  }),
  // Nobody tries again where nothing fails.
  'failover.retry': time('failover.retry', 'delay', 'failoverFailure', {
    chain: RATE,
    counts: ({ failover }) => failover !== null && (failover.success < 1 || failover.driftPerSecond > 0),
    recovers: (service) =>
      attempts(service) - 1 + (service.failover !== null && service.failover.driftPerSecond > 0 ? 1 : 0),
  }),
  'failover.rebuild': time('failover.rebuild', 'delay', 'failoverTime', {
    ...{ toDo: 'to rebuild a member before it may be promoted', chain: RATE, recovers: never },
  }),
  'failover.failback.after': time('failover.failback.after', 'delay', 'failoverTime', {
    ...{ name: 'failback.after', chain: RATE, recovers: never },
  }),
  'failover.failback.takes': time('failover.failback.takes', 'delay', 'failoverTime', {
    ...{ name: 'failback.takes', toDo: 'to move back to its first member', isMove: true, chain: RATE, recovers: never },
  }),
  'failover.falsePositive': time('failover.false-positive.mtbf', 'mtbf', 'failoverFailure', {
    ...{ name: 'false-positive mtbf', chain: RATE },
  }),
  'failover.demoteAfter': time('failover.demote-after', 'delay', null, {
    ...{ recovers: never, chain: 'demote-after is in no chain' },
  }),
  'failover.drillSeconds': time('failover.drill', null, null),
  // Whoever waits for a fault that nobody has noticed waits for the check that finds it; a standby's is found by the
  // failover that needs it.
  'check.everySeconds': time('check.every', 'delay', null, {
    recovers: ({ check, failover }) => (check === null || failover !== null ? 0 : 1 / Math.max(check.coverage, 0.01)),
    chain: 'check finds faults at fixed times',
  }),
  // A bad change is a failure of its own, and what is due while it lasts is no delay of its recovery.
  'deploy.every': time('deploy.every', 'delay', null, { recovers: never, chain: CHANGES }),
  'deploy.recovery': time('deploy.recovery', 'delay', null, { recovers: never, chain: CHANGES }),
  'deploy.canary.bakeSeconds': time('deploy.canary.bake', 'delay', null, { chain: CHANGES }),
  // No recovery waits for it.
  'maintenance.everySeconds': time('maintenance.every', 'delay', null, { recovers: never, chain: PLANNED }),
  'maintenance.takes': time('maintenance.takes', 'delay', null, { recovers: never, chain: PLANNED }),
  elect: time('elect', 'delay', 'failoverTime', {
    ...{ toDo: 'to elect a leader', chain: RATE },
    counts: ({ mode, shards }) => MODES[mode].leader === 'leader' || shards?.lead === true,
  }),
  'reschedule.after': time('reschedule.after', 'delay', null, { chain: MOVES }),
  'reschedule.start': time('reschedule.start', 'delay', null, { chain: MOVES }),
  'load.crash.after': time('overload.after', 'delay', null, {
    ...{ name: 'overload.after', recovers: never, chain: 'members crash when they carry too much' },
  }),
  'replication.lag': time('replication.lag', 'delay', 'data', {
    recovers: never,
    counts: ({ mode, replication }) => !MODES[mode].agrees && replication !== null && replication.mode !== 'sync',
  }),
  'replication.maxLagSeconds': time('replication.max-lag', null, 'data', {
    chain: 'max-lag asks how long a standby was away',
    counts: ({ mode, replication }) => MODES[mode].standsBy && replication !== null && replication.mode !== 'sync',
  }),
  // A restore waits for it, which is reckoned with the data.
  'backup.provision': time('backup.provision', 'delay', 'data', { recovers: never }),
  'backup.fullSeconds': time('backup.full', null, 'data'),
  'backup.differentialSeconds': time('backup.differential', null, 'data'),
  'backup.incrementalSeconds': time('backup.incremental', null, 'data'),
  'backup.logSeconds': time('backup.log-shipping', null, 'data'),
  'backup.retentionSeconds': time('backup.retention', null, 'data'),
  'backup.drillSeconds': time('backup.drill', null, 'data'),
} as const satisfies Readonly<Record<ServiceTimePath, ServiceTime>>;

/** Of whatever fails. */
export const FAILURE_TIMES = {
  up: { written: 'mtbf', input: 'mtbf', reality: null },
  down: { written: 'mttr', input: 'mttr', reality: null },
} as const satisfies Readonly<Record<TimePath<FailureMode>, Time>>;

/** What is asked and aimed at: no time of the system's, and nothing walks it. */
const ASKED: Time = { written: '', input: null, reality: null };

/** All that is no service's. Every time of a model stands in `SERVICE_TIMES` or here. */
export const OTHER_TIMES = {
  'domains.failures.up': FAILURE_TIMES.up,
  'domains.failures.down': FAILURE_TIMES.down,
  'components.failures.up': FAILURE_TIMES.up,
  'components.failures.down': FAILURE_TIMES.down,
  'components.spares.leadTime': { written: 'spares.lead-time', input: 'delay', reality: null },
  'teams.acknowledge': { written: 'acknowledge', input: 'delay', reality: null },
  'teams.escalate.after': { written: 'escalate.after', input: 'delay', reality: null },
  'components.restart': { written: 'restart', input: 'delay', reality: 'failoverTime' },
  'links.failures.up': FAILURE_TIMES.up,
  'links.failures.down': FAILURE_TIMES.down,
  'shocks.up': FAILURE_TIMES.up,
  'shocks.down': FAILURE_TIMES.down,
  // Of policies beyond a service's first one.
  'services.moreBackups.provision': { written: 'backup.provision', input: 'delay', reality: 'data' },
  'services.moreBackups.fullSeconds': ASKED,
  'services.moreBackups.differentialSeconds': ASKED,
  'services.moreBackups.incrementalSeconds': ASKED,
  'services.moreBackups.logSeconds': ASKED,
  'services.moreBackups.retentionSeconds': ASKED,
  'services.moreBackups.drillSeconds': ASKED,
  'targets.rtoSeconds': ASKED,
  'targets.rpoSeconds': ASKED,
  'targets.byKind.goalSeconds': ASKED,
  'sla.toleratesSeconds': ASKED,
  'traffic.fromSeconds': ASKED,
  'simulation.warmUpSeconds': ASKED,
  'simulation.missionSeconds': ASKED,
  'experiments.steps.delaySeconds': ASKED,
  'experiments.steps.down': ASKED,
} as const satisfies Readonly<Record<Exclude<TimePath<Model>, `services.${ServiceTimePath}`>, Time>>;

/** Those of a service that stand somewhere, and do something, in this one. */
export function timesOf(service: Service): [ServiceTimePath, ServiceTime][] {
  return (Object.entries(SERVICE_TIMES) as [ServiceTimePath, ServiceTime][]).filter(
    ([path, { counts }]) => timeAt(service, path) !== null && (counts === undefined || counts(service)),
  );
}
