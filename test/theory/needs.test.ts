import { describe, expect, test } from 'vitest';
import { exactFigures } from '../../src/analysis/exact/exact.ts';
import { parseModel } from '../../src/model/index.ts';
import { solveChain } from './chain.ts';
import { conduct, expectExact, expectTells, HOUR, live, meanOf, YEAR } from './harness.ts';

/**
 * Two members that fail every 5 days for 10 h, promoted in 4 h on average, which need one that fails every 2 days for 30 h;
 * back home 6 h after the first one's return, in 8 h.
 */
const PAIR = (failback = '') => `components:
  db: { failures: { crash: { mtbf: 5 days, mttr: 10 h } } }
  etcd: { failures: { crash: { mtbf: 2 days, mttr: 30 h } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, failover: { promote: exponential(4 h)${failback} }, needs: [etcd] }
  etcd: { component: etcd }
entry: db`;
const FAILBACK = ', failback: { after: exponential(6 h), takes: exponential(8 h) }';

interface State {
  readonly stage: 'serving' | 'promoting' | 'switching' | 'waiting';
  readonly active: boolean;
  readonly other: boolean;
  readonly need: boolean;
  /** The first member is active, or what failback asks for is nobody's business. */
  readonly isHome: boolean;
}

/** The rule as the language has it, member by member. */
function moves(s: State, fallsBack: boolean): (readonly [number, State])[] {
  const perHour = 1 / HOUR;
  const choose = (next: State): State => ({ ...next, stage: next.active ? 'serving' : next.other && next.need ? 'promoting' : 'waiting' });
  const ifWaiting = (next: State) => (s.stage === 'waiting' ? choose(next) : next);
  const isMoving = s.stage === 'promoting' || s.stage === 'switching';
  const list: (readonly [number, State])[] = [
    s.need ? [perHour / 48, { ...s, need: false }] : [perHour / 30, ifWaiting({ ...s, need: true })],
    s.active ? [perHour / 120, s.stage === 'serving' ? choose({ ...s, active: false }) : { ...s, active: false }] : [perHour / 10, ifWaiting({ ...s, active: true })],
    s.other ? [perHour / 120, isMoving ? choose({ ...s, other: false }) : { ...s, other: false }] : [perHour / 10, ifWaiting({ ...s, other: true })],
  ];
  const moved: State = { ...s, stage: 'serving', active: true, other: s.active, isHome: !fallsBack || !s.isHome };
  if (isMoving) list.push([perHour / (s.stage === 'promoting' ? 4 : 8), moved]);
  // What is due while the need is not met waits anew: by the lack of memory that is only to wait.
  if (s.stage === 'serving' && !s.isHome && s.other && s.need) list.push([perHour / 6, { ...s, stage: 'switching' }]);
  return list;
}

describe.each([['never back home', ''], ['and home again only while they are', FAILBACK]])('a standby is promoted only while its needs are met, %s', (_, failback) => {
  const solved = solveChain<State>({ stage: 'serving', active: true, other: true, need: true, isHome: true }, (s) => moves(s, failback !== ''));
  const isUp = ({ stage, need }: State) => stage === 'serving' && need;

  test('the simulation is as available as the chain of that rule', () => {
    const { availability, incidents } = live(PAIR(failback), { replications: 60, years: 10 });
    expectExact(availability, solved.share(isUp));
    expectTells(availability, solved.share(isUp), 0.02);
    expectExact(incidents.perYear, YEAR * solved.entries((s) => !isUp(s)));
  });

  test('and so is the chain that is generated from the model', () => {
    const { method, value } = exactFigures(parseModel(`nines: 1\nname: theory\n${PAIR(failback)}`));
    expect(method).toBe('markov chain');
    expect(value).toBeCloseTo(solved.share(isUp), 12);
  });
});

/** PostgreSQL under Patroni over two data centres, two of three votes in the first. */
const CENTRES = (more = '') => `domains:
  dc1: { kind: dc, failures: { out: { mtbf: 100 days, mttr: constant(4 h) } }, domains: { h1: { kind: host }, h2: { kind: host } } }
  dc2: { kind: dc, domains: { h3: { kind: host } } }
components: { pg: {}, etcd: {} }
services:
  db: { component: pg, replicas: 2, in: [h1, h3], mode: active-passive, replication: { mode: async, lag: 10 s }, failover: { ${more}promote: 5 s, failback: { after: 1 h, takes: 5 s } }, needs: [etcd] }
  etcd: { component: etcd, replicas: 3, in: [h1, h2, h3], mode: quorum }
entry: db
experiments: { lose-dc1: { fail: dc1, for: 4 h } }`;

describe('losing the data centre that has the majority as well', () => {
  for (const [title, detect] of [['after a detection', 'detect: 30 s, '], ['detected at once', '']] as const) {
    test(`moves nothing, loses nothing and causes no failback: ${title}`, () => {
      const { recoveryTime, dataLoss, incidents } = live(CENTRES(detect), { replications: 100, years: 10 });
      expect(recoveryTime.max).toBe(4 * HOUR);
      expectExact(meanOf(recoveryTime), 4 * HOUR);
      expectExact(incidents.perYear, 365.25 / (100 + 4 / 24));
      expect(incidents.byCause.map(({ cause }) => cause)).toEqual(['dc1/out']);
      expect(dataLoss.max).toBe(0);
      const experiment = conduct(CENTRES(detect), 'lose-dc1', 200);
      expect(experiment.recoveryTime.max).toBe(4 * HOUR);
      expect(experiment.dataLoss.max).toBe(0);
    });
  }

  test('a host alone is failed over, as the majority lives', () => {
    const { recoveryTime, dataLoss } = live(CENTRES('detect: 30 s, ').replace('h1: { kind: host }', 'h1: { kind: host, failures: { dead: { mtbf: 30 days, mttr: constant(2 h) } } }').replace('out: { mtbf: 100 days', 'out: { mtbf: 1000000 years'), {
      replications: 20,
      years: 10,
    });
    // 35 s and 10 s of data over there, 5 s back home.
    expect(recoveryTime.max).toBe(35);
    expectExact(meanOf(recoveryTime), 20);
    expect(dataLoss.max).toBe(10);
  });
});

test('the outage of a need starts no failover', () => {
  const { dataLoss, incidents } = live(
    PAIR().replace('crash: { mtbf: 5 days, mttr: 10 h }', 'crash: { mtbf: 1000000 years, mttr: 10 h }').replace('mode: active-passive,', 'mode: active-passive, replication: { mode: async, lag: 1 h },'),
    { replications: 20, years: 10 },
  );
  expect(incidents.perYear.mean).toBeGreaterThan(100);
  expect(dataLoss.max).toBe(0);
});
