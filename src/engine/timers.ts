import type { Program } from '../compile/program.ts';

/** Kinds of timers; simultaneous events happen in this order, and within a kind in that of their owners. */
export const TIMERS = [
  'clock',
  'work',
  'order',
  'acknowledge',
  'escalate',
  'shift',
  'victim',
  'deploy',
  'overload',
  'hour',
  'member',
  'restart',
  'move',
  'stage',
  'failback',
  'restore',
  'decision',
  'inspection',
  'drill',
  'demotion',
  'maintenanceDue',
  'maintenance',
] as const;
export type Timer = (typeof TIMERS)[number];

/** First slot of each kind of timer. A slot stands for one timer: a kind's first slot, and its owner's index. */
export type Slots = Readonly<Record<Timer, number>> & {
  /** [TIMERS], and after them the number of all slots. */
  readonly first: Int32Array;
  /** The first that is no clock's. */
  readonly timers: number;
  readonly count: number;
};

/** How many timers there are of each kind. */
const OWNERS = {
  clock: ({ counts }) => counts.clocks,
  // Hands-on time of repairs, parts on order, people who are asked, the hours of teams.
  work: ({ counts }) => counts.repairs,
  order: ({ counts }) => counts.orders,
  acknowledge: ({ counts }) => counts.requests,
  escalate: ({ counts }) => counts.requests,
  shift: ({ counts, teamHours }) => (teamHours.length > 0 ? counts.teams : 0),
  // Members that shocks strike which leave each to be repaired by itself.
  victim: ({ victimDraw, shockMembers }) => (victimDraw.some((draw) => draw >= 0) ? shockMembers.length : 0),
  deploy: ({ counts }) => counts.deploys,
  // Members that may crash under their load, or are back after that; the next hour of the traffic.
  overload: ({ counts, crashDraw }) => (crashDraw.some((draw) => draw >= 0) ? counts.members : 0),
  hour: ({ trafficFrom }) => (trafficFrom.length > 1 ? 1 : 0),
  // A fleet that is only counted has no timers but its clocks'.
  member: ({ counts, serviceOnlyCounts }) => (serviceOnlyCounts.includes(0) ? counts.members : 0),
  // Whoever goes back is started there.
  restart: ({ counts, restartDraw, moveAfterDraw }) =>
    [restartDraw, moveAfterDraw].some((draws) => draws.some((draw) => draw >= 0)) ? counts.members : 0,
  move: ({ counts, moveAfterDraw }) => (moveAfterDraw.some((draw) => draw >= 0) ? counts.members : 0),
  stage: ({ counts }) => counts.services,
  failback: ({ counts }) => counts.services,
  restore: ({ counts }) => counts.services,
  decision: ({ counts, serviceDecision }) => (serviceDecision.some((task) => task >= 0) ? counts.services : 0),
  // Where there are any.
  inspection: ({ counts, inspectEvery }) => (inspectEvery.some((every) => every > 0) ? counts.services : 0),
  drill: ({ counts, drillEvery }) => (drillEvery.some((every) => every > 0) ? counts.services : 0),
  demotion: (program) => (hasLeases(program) ? program.counts.services : 0),
  maintenanceDue: ({ counts }) => (counts.maintained > 0 ? counts.members : 0),
  maintenance: ({ counts }) => (counts.maintained > 0 ? counts.services : 0),
} satisfies Record<Timer, (program: Program) => number>;

/** Some active may have to stop since it lacks what its failover needs, by the time or as another side has it. */
export function hasLeases({ demoteDraw, coordinators, linkRoute }: Program): boolean {
  return demoteDraw.some((draw) => draw >= 0) || (linkRoute.length > 0 && coordinators.length > 0);
}

export function slotsOf(program: Program): Slots {
  const first = new Int32Array(TIMERS.length + 1);
  TIMERS.forEach((kind, i) => (first[i + 1] = first[i] + OWNERS[kind](program)));
  const of = (kind: Timer) => first[TIMERS.indexOf(kind)];
  // One literal, so that the loop meets slots of one shape in every engine of a process.
  return {
    clock: of('clock'),
    work: of('work'),
    order: of('order'),
    acknowledge: of('acknowledge'),
    escalate: of('escalate'),
    shift: of('shift'),
    victim: of('victim'),
    deploy: of('deploy'),
    overload: of('overload'),
    hour: of('hour'),
    member: of('member'),
    restart: of('restart'),
    move: of('move'),
    stage: of('stage'),
    failback: of('failback'),
    restore: of('restore'),
    decision: of('decision'),
    inspection: of('inspection'),
    drill: of('drill'),
    demotion: of('demotion'),
    maintenanceDue: of('maintenanceDue'),
    maintenance: of('maintenance'),
    first,
    timers: first[1],
    count: first[TIMERS.length],
  };
}
