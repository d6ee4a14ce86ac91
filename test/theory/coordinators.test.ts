import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { DAY, expectExact, expectTells, HOUR, live, YEAR } from './harness.ts';

/** Two members that fail every 5 days for 10 h, and what their failover needs, which fails every 2 days for 30 h. */
const PAIR = (demotes: string) => `components:
  db: { failures: { crash: { mtbf: 5 days, mttr: 10 h } } }
  etcd: { failures: { crash: { mtbf: 2 days, mttr: 30 h } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, failover: { detect: exponential(1 h), decide: exponential(2 h), promote: exponential(4 h), needs: [etcd]${demotes} } }
  etcd: { component: etcd }
entry: db`;

interface State {
  readonly stage: 'serving' | 'detecting' | 'deciding' | 'waiting' | 'promoting' | 'uncoordinated';
  readonly active: boolean;
  readonly other: boolean;
  readonly etcd: boolean;
  /** The active may serve: etcd is there, or has not been away for long enough. */
  readonly leased: boolean;
}

/** The rule as the language has it. @param demoteHours until an active without etcd steps down, on average; Infinity: never */
function moves(s: State, demoteHours: number): (readonly [number, State])[] {
  const perHour = 1 / HOUR;
  const serves = (next: State): State => ({ ...next, stage: next.leased ? 'serving' : 'uncoordinated' });
  const choose = (next: State): State => (next.active ? serves(next) : { ...next, stage: next.other && next.etcd ? 'promoting' : 'waiting' });
  const stepsDown = (next: State): State => ({ ...next, leased: false, stage: next.stage === 'serving' ? 'uncoordinated' : next.stage });
  const loses = (): State => {
    const next = { ...s, etcd: false, leased: demoteHours > 0 };
    if (s.stage === 'deciding') return { ...next, stage: 'uncoordinated' };
    if (s.stage === 'promoting') return choose(next);
    return next.leased ? next : stepsDown(next);
  };
  const regains = (): State => {
    const next = { ...s, etcd: true, leased: true };
    if (s.stage === 'uncoordinated') return { ...next, stage: s.active ? 'serving' : 'deciding' };
    return s.stage === 'waiting' ? choose(next) : next;
  };
  const activeFails = (): State => ({ ...s, active: false, stage: s.stage === 'serving' ? 'detecting' : s.stage });
  const activeReturns = (): State => (s.stage === 'promoting' ? { ...s, active: true } : serves({ ...s, active: true }));
  const otherFails = (): State => (s.stage === 'promoting' ? choose({ ...s, other: false }) : { ...s, other: false });
  const otherReturns = (): State => (s.stage === 'waiting' ? choose({ ...s, other: true }) : { ...s, other: true });
  const list: (readonly [number, State])[] = [
    s.etcd ? [perHour / 48, loses()] : [perHour / 30, regains()],
    s.active ? [perHour / 120, activeFails()] : [perHour / 10, activeReturns()],
    s.other ? [perHour / 120, otherFails()] : [perHour / 10, otherReturns()],
  ];
  if (!s.etcd && s.leased && demoteHours < Infinity) list.push([perHour / demoteHours, stepsDown(s)]);
  if (s.stage === 'detecting') list.push([perHour, { ...s, stage: s.etcd ? 'deciding' : 'uncoordinated' }]);
  if (s.stage === 'deciding') list.push([perHour / 2, choose(s)]);
  if (s.stage === 'promoting') list.push([perHour / 4, serves({ ...s, active: true, other: s.active })]);
  return list;
}

describe('a failover that needs what serving does not', () => {
  const course = (demoteHours: number) => solveChain<State>({ stage: 'serving', active: true, other: true, etcd: true, leased: true }, (s) => moves(s, demoteHours));
  const isUp = ({ stage }: State) => stage === 'serving';

  test.each([
    ['never steps down', '', Infinity],
    ['steps down at once', ', demote-after: 0 s', 0],
    ['steps down after 6 h', ', demote-after: exponential(6 h)', 6],
  ])('is as available as the chain of its rule where the active %s', (_, demotes, hours) => {
    const solved = course(hours);
    const { availability, incidents, recoveryTime } = live(PAIR(demotes), { replications: 60, years: 10 });
    expectExact(availability, solved.share(isUp));
    expectTells(availability, solved.share(isUp), 0.06);
    // Fine enough to tell each rule from the others by four of its own standard errors: half of them is what the interval spans.
    const halfWidth = (availability.ci95[1] - availability.ci95[0]) / 2;
    for (const other of [Infinity, 0, 6].filter((each) => each !== hours))
      expect(Math.abs(availability.mean - course(other).share(isUp)), `not ${other} h`).toBeGreaterThan(2 * halfWidth);
    expectExact(incidents.perYear, YEAR * solved.entries((s) => !isUp(s)));
    // What waits for etcd is told apart from what waits for a repair.
    expect(recoveryTime.stages!.coordinator).toBeGreaterThan(HOUR / 10);
  });
});

/** Nothing but etcd ever fails, every 100 days for 4 h. */
const STEADY = (demotes: string) => `components:
  db: { }
  etcd: { failures: { crash: { mtbf: 100 days, mttr: constant(4 h) } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 1 h }, failover: { promote: 1 h, rebuild: 2 h, needs: [etcd]${demotes} } }
  etcd: { component: etcd }
entry: db`;

describe('an active that loses its coordinator and nothing else', () => {
  const lives = { replications: 20, years: 10 };

  test('serves on for as long as it likes without demote-after', () => {
    const { availability, incidents } = live(STEADY(''), lives);
    expect(availability.mean).toBe(1);
    expect(incidents.perYear.mean).toBe(0);
  });

  test('steps down after demote-after and serves again, where it is and without any loss, when the coordinator is back', () => {
    const { incidents, recoveryTime, dataLoss } = live(STEADY(', demote-after: 30 min'), lives);
    expectExact(incidents.perYear, YEAR / (100 * DAY + 4 * HOUR));
    expect(recoveryTime.max).toBeCloseTo(3.5 * HOUR, 6);
    expect(recoveryTime.p50).toBeCloseTo(3.5 * HOUR, 6);
    expect(dataLoss.max).toBe(0);
    // That is the coordinator's doing: the incident's cause, who is down by itself, and one failure.
    expect(incidents.byCause.map(({ cause }) => cause)).toEqual(['etcd/crash']);
    expect(incidents.byService.filter(({ share }) => share > 0).map(({ service }) => service)).toEqual(['etcd']);
    expect(incidents.byStage.filter(({ share }) => share > 0).map(({ stage }) => stage)).toEqual(['coordinator']);
    expect(incidents.byFailures.filter(({ share }) => share > 0).map(({ failures }) => failures)).toEqual([1]);
  });

  test('is not touched by an outage that is over before that', () => {
    expect(live(STEADY(', demote-after: 241 min'), lives).availability.mean).toBe(1);
  });
});

describe('two boxes with a sentinel on each', () => {
  const BOXES = (third: string, votes: number) => `domains:
  a: { kind: box, failures: { down: { mtbf: 90 days, mttr: constant(4 h) } } }
  b: { kind: box, failures: { down: { mtbf: 90 days, mttr: constant(4 h) } } }
  ${third}
components: { redis: {}, sentinel: {} }
services:
  redis: { component: redis, replicas: 2, in: [a, b], mode: active-passive, failover: { detect: 30 s, promote: 5 s, needs: [sentinel] } }
  sentinel: { component: sentinel, replicas: ${votes}, in: [${['a', 'b', 'c'].slice(0, votes).join(', ')}], mode: quorum }
entry: redis`;
  const lives = { replications: 40, years: 10 };

  test('are as unavailable as the box of the master: half of the sentinels is no majority', () => {
    const { availability } = live(BOXES('', 2), lives);
    expectExact(availability, 2160 / 2164);
    expect(availability.ci95[1] - 2160 / 2164).toBeLessThan(0.0002);
  });

  test('with a third sentinel elsewhere fail over in 35 s', () => {
    const { recoveryTime } = live(BOXES('c: { kind: box, failures: { down: { mtbf: 90 days, mttr: constant(4 h) } } }', 3), lives);
    expect(recoveryTime.p50).toBeCloseTo(35, 6);
  });
});
