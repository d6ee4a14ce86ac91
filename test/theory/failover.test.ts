import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { DAY, expectExact, expectTells, HOUR, live } from './harness.ts';
import { COVERAGE, DETECT, FAIL, pairChain, PROMOTE, REDIRECT, REPAIR, type Stage } from './pair.ts';

const PAIR = (success: string, more = '') => `components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }
services:
  db:
    component: db
    replicas: 2
    mode: active-passive
    ${more}
    failover: { detect: exponential(2 h), promote: exponential(3 h), redirect: exponential(1 h), retry: exponential(6 h), success: ${success} }
entry: db`;

describe('active-passive with exponential stages is its Markov chain', () => {
  for (const [title, success, coverage] of [
    ['a switch that always works', '100%', 1],
    ['a switch that fails three times in ten', '70%', COVERAGE],
  ] as const) {
    test(title, () => {
      const solved = pairChain(coverage);
      const exact = solved.share((s) => s.stage === 'serving');
      const { availability, incidents, recoveryTime } = live(PAIR(success), { replications: 250, years: 10 });
      expectExact(availability, exact);
      expectTells(availability, exact, 0.015);
      const incidentsPerHour = solved.entries((s) => s.stage !== 'serving');
      expectExact(incidents.perYear, incidentsPerHour * 8766);
      expectExact({ mean: recoveryTime.mean!, ci95: recoveryTime.ci95! }, ((1 - exact) / incidentsPerHour) * HOUR);
    });
  }
});

test('a synchronous pair, of replicas or of sites, whose standby must catch up before it may be promoted is its Markov chain', () => {
  const CATCH_UP = 1 / 12;
  interface Pair {
    readonly active: boolean;
    readonly standby: boolean;
    readonly synced: boolean;
    readonly stage: Stage;
  }
  const solved = solveChain<Pair>({ active: true, standby: true, synced: true, stage: 'serving' }, ({ active, standby, synced, stage }) => {
    const moves: [number, Pair][] = [];
    // A standby that is down misses what is written from the moment that the active takes writes.
    const serve = (up: boolean, inSync: boolean): Pair => ({ active: true, standby: up, synced: inSync && up, stage: 'serving' });
    const choose = (up: boolean): Pair => {
      if (active) return serve(up, synced);
      return { active, standby: up, synced, stage: up && synced ? 'promoting' : 'waiting' };
    };
    const activeLives = stage === 'serving' || stage === 'redirecting';
    if (active) moves.push([FAIL, { active: false, standby, synced, stage: activeLives ? 'detecting' : stage }]);
    else if (stage === 'promoting') moves.push([REPAIR, { active: true, standby, synced, stage }]);
    else moves.push([REPAIR, serve(standby, synced)]);
    if (standby) {
      if (stage === 'promoting') moves.push([FAIL, choose(false)]);
      else if (stage === 'serving') moves.push([FAIL, serve(false, false)]);
      else moves.push([FAIL, { active, standby: false, synced, stage }]);
      if (!synced && activeLives) moves.push([CATCH_UP, { active, standby, synced: true, stage }]);
    } else {
      moves.push([REPAIR, stage === 'waiting' ? choose(true) : { active, standby: true, synced, stage }]);
    }
    if (stage === 'detecting') moves.push([DETECT, choose(standby)]);
    if (stage === 'promoting') moves.push([PROMOTE, { active: true, standby: active, synced: false, stage: 'redirecting' }]);
    if (stage === 'redirecting') moves.push([REDIRECT, serve(standby, synced)]);
    return moves;
  });
  const exact = solved.share((s) => s.stage === 'serving');
  for (const [members, more] of [['component: db, replicas: 2', ''], ['of: one, sites: [a, b]', '  one: { component: db }']]) {
    const { availability, dataLoss } = live(
      `domains: { a: { kind: region }, b: { kind: region } }
components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }
services:
  db: { ${members}, mode: active-passive, replication: { mode: sync }, failover: { detect: exponential(2 h), promote: exponential(3 h), redirect: exponential(1 h), rebuild: exponential(12 h) } }
${more}
entry: db`,
      { replications: 200, years: 10 },
    );
    expectExact(availability, exact);
    expectTells(availability, exact, 0.02);
    // Synchronous: nothing is lost, and it is measured, not assumed.
    expect(dataLoss.count).toBeGreaterThan(1000);
    expect(dataLoss.zero).toBe(1);
    expect(dataLoss.max).toBe(0);
  }
});

test('a strict synchronous pair serves only while both are up', () => {
  for (const [members, more] of [['component: db, replicas: 2', ''], ['of: one, sites: [a, b]', ', one: { component: db }']]) {
    const { availability } = live(
      `domains: { a: { kind: region }, b: { kind: region } }
components: { db: { failures: { crash: { mtbf: 18 days, mttr: 2 days } } } }
services: { db: { ${members}, mode: active-passive, replication: { mode: sync, strict: true } }${more} }
entry: db`,
      { replications: 400, years: 10 },
    );
    expectExact(availability, 0.81);
  }
});

test('a strict synchronous pair does not serve alone while its clients move over either', () => {
  // Whatever the redirection: down until the failed member is back, five hours later.
  const { recoveryTime } = live(
    `components: { db: { failures: { crash: { mtbf: 1 year, mttr: constant(5 h) } } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, replication: { mode: sync, strict: true }, failover: { redirect: { dns-ttl: 4 h } } }
entry: db`,
    { replications: 200, years: 10 },
  );
  expect(recoveryTime.p50! / (5 * HOUR)).toBeGreaterThan(0.99);
  expect(recoveryTime.p50! / (5 * HOUR)).toBeLessThan(1.01);
});

test('a synchronous pair that is not strict goes on alone, and waits for the member that has the writes', () => {
  // Instant failover and catch-up: (up, up) → (up, down) → (down, down); only the last to fall has everything, so the
  // pair is down until that very one is back.
  const solved = solveChain<{ up: number; lastUp: boolean }>({ up: 2, lastUp: true }, ({ up, lastUp }) => {
    if (up === 2) return [[2 * FAIL, { up: 1, lastUp: true }]];
    if (up === 1 && lastUp) return [[FAIL, { up: 0, lastUp: false }], [REPAIR, { up: 2, lastUp: true }]];
    if (up === 1) return [[FAIL, { up: 0, lastUp: false }], [REPAIR, { up: 2, lastUp: true }]];
    return [[REPAIR, { up: 1, lastUp: true }], [REPAIR, { up: 1, lastUp: false }]];
  });
  const { availability } = live(
    `components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: sync } } }
entry: db`,
    { replications: 400, years: 10 },
  );
  expectExact(availability, solved.share((s) => s.lastUp));
  expectTells(availability, solved.share((s) => s.lastUp), 0.02);
});

test('a standby beyond max-lag is never promoted: the pair is as good as its active alone', () => {
  const { availability, dataLoss } = live(
    `components: { db: { failures: { crash: { mtbf: 18 days, mttr: 2 days } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 30 s, max-lag: 10 s } } }
entry: db`,
    { replications: 400, years: 10 },
  );
  expectExact(availability, 0.9);
  expect(dataLoss.max).toBe(0);
});

describe('recovery is the sum of its stages', () => {
  test('constant stages are met to the second, also where other incidents are longer', () => {
    const { recoveryTime, targets } = live(
      `components: { db: { failures: { crash: { mtbf: 60 days, mttr: constant(5 h) } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { detect: 30 s, promote: 60 s, redirect: 5 s } } }
targets: { rto: 95 s }
entry: db`,
      { replications: 400, years: 10 },
    );
    expect(recoveryTime.max).toBeGreaterThan(HOUR);
    expect([recoveryTime.p50, recoveryTime.p90, recoveryTime.p95]).toEqual([95, 95, 95]);
    expect(recoveryTime.quantileCi95.p95).toEqual([95, 95]);
    expect(targets[0].verdict).toBe('met');
  });


  test('detect, decide, promote and redirect add up', () => {
    const { recoveryTime } = live(
      `components: { db: { failures: { crash: { mtbf: 60 days, mttr: constant(5 h) } } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, failover: { detect: 30 s, decide: 'uniform(0 min, 10 min)', promote: constant(2 min), redirect: 45 s } }
entry: db`,
      { replications: 400, years: 10 },
    );
    // 195 s + U(0, 600 s); a second failure within five hours is rare, and its wait is in the mean's tail.
    expect(recoveryTime.p50! - 495).toBeLessThan(8);
    expect(recoveryTime.p50! - 495).toBeGreaterThan(-8);
    expect(recoveryTime.p95!).toBeGreaterThan(755);
    expect(recoveryTime.p95!).toBeLessThan(775);
  });

  test('with a health check and no detect, detection is U(0, interval) + (threshold − 1) × interval + timeout', () => {
    const { recoveryTime } = live(
      `components: { db: { failures: { crash: { mtbf: 60 days, mttr: constant(5 h) } } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, health-check: { interval: 60 s, unhealthy-threshold: 3, timeout: 10 s }, failover: { promote: 30 s } }
entry: db`,
      { replications: 400, years: 10 },
    );
    expect(Math.abs(recoveryTime.p50! - 190)).toBeLessThan(3);
    expect(Math.abs(recoveryTime.p95! - 217)).toBeLessThan(3);
  });
});

describe('redirection by DNS moves clients uniformly', () => {
  test('down for 95% of the time to live, half of the requests lost over it', () => {
    const { availability } = live(
      `components: { db: {} }
services:
  db: { component: db, replicas: 2, mode: active-passive, failover: { redirect: { dns-ttl: 1 h }, false-positive: { mtbf: 720 h } } }
entry: db`,
      { replications: 400, years: 10 },
    );
    expectExact(availability, 1 - 0.95 / 721);
    expectExact(availability.requests, 1 - 0.5 / 721);
    expectExact(availability.degraded, 0.05 / 721);
  });
});

test('failovers that nobody needed go through promotion and redirection', () => {
  const { availability, incidents } = live(
    `components: { db: {} }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { promote: 1 h, redirect: 1 h, false-positive: { mtbf: 30 days } } } }
entry: db`,
    { replications: 400, years: 10 },
  );
  expectExact(availability, 720 / 722);
  expect(incidents.byCause.map((c) => c.cause)).toEqual(['db/false-positive']);
});

test('a role starts where it is in the long run: no bias however short the history', () => {
  // It stays 100 days in a and 400 in b, turn by turn: 2 failovers in 500 days. From a fair start it would be 3.1.
  const { incidents } = live(
    `domains:
  a: { kind: zone, failures: { outage: { mtbf: 100 days, mttr: 1 h } } }
  b: { kind: zone, failures: { outage: { mtbf: 400 days, mttr: 1 h } } }
components: { db: {} }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, failover: { promote: 10 min } } }
entry: db`,
    { replications: 20_000, years: 1, warmUpSeconds: 1 },
  );
  expectExact(incidents.perYear, (2 * 365.25) / 500);
});

describe('failback', () => {
  const model = (failback: string) => `domains:
  a: { kind: zone, failures: { outage: { mtbf: constant(100 days), mttr: constant(10 days) } } }
  b: { kind: zone }
components: { db: {} }
services:
  db: { component: db, replicas: 2, across: zone, mode: active-passive, failover: { detect: 1 h, promote: 1 h, redirect: 1 h, failback: ${failback} } }
entry: db`;

  test('never: once moved, the service stays where nothing fails', () => {
    expect(live(model('never'), { replications: 100, years: 10 }).incidents.perYear.mean).toBe(0);
  });

  test('auto: home by promotion and redirection as soon as it is ready', () => {
    const { availability } = live(model('auto'), { replications: 400, years: 10 });
    expectExact(availability, 1 - 5 / (110 * 24));
  });

  test('after a while, in a switch that takes what is said', () => {
    const { availability, incidents } = live(model('{ after: 2 days, takes: 30 min }'), { replications: 400, years: 10 });
    expectExact(availability, 1 - 3.5 / (110 * 24));
    expect(incidents.byCause.map((c) => c.cause)).toEqual(['a/outage', 'db/failback']);
    expectExact({ mean: incidents.perYear.mean, ci95: incidents.perYear.ci95 }, (2 * 365.25) / 110);
  });
});

test('an active that is back before the promotion has begun simply serves', () => {
  // Repair takes an hour, detection two: nothing ever moves.
  const { recoveryTime } = live(
    `components: { db: { failures: { crash: { mtbf: 30 days, mttr: constant(1 h) } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { detect: 2 h, promote: 10 h } } }
entry: db`,
    { replications: 100, years: 10 },
  );
  expect(recoveryTime.mean).toBeCloseTo(HOUR, 3);
  expect(recoveryTime.max).toBeLessThan(DAY);
});

test('what standbys answer while nobody serves as active is theirs alone: beside a pair that is its chain', () => {
  const solved = pairChain(1);
  // Whoever has just been promoted works and follows, and answers clients that do not know it yet as a standby does.
  const idle = solved.share((s) => s.stage !== 'serving' && (s.standby || s.stage === 'redirecting'));
  const serving = solved.share((s) => s.stage === 'serving');
  const some = live(PAIR('100%', 'standbys-answer: 70%'), { replications: 60, years: 10 });
  expectExact(some.availability, serving);
  expectExact(some.availability.requests, serving + 0.7 * idle);
  expectTells(some.availability.requests, serving + 0.7 * idle, 0.04);
  // More than the SLA asks for is not down, and no failover is waited for.
  const enough = live(PAIR('100%', 'standbys-answer: 97%'), { replications: 60, years: 10 });
  expectExact(enough.availability, serving + idle);
});

test('standbys that are behind, or that a switch has left, answer nothing', () => {
  // Down every 10 h for 1 h; a failover would take longer. The standby is rebuilt for 2 h after each outage of its own.
  const { availability } = live(
    `components: { db: { failures: { crash: { mtbf: 100 h, mttr: 1 h } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, standbys-answer: 70%, replication: { mode: async }, failover: { decide: 1000 h, rebuild: exponential(2 h) } } }
entry: db`,
    { replications: 120, years: 5 },
  );
  interface Two {
    readonly active: boolean;
    readonly standby: 'down' | 'behind' | 'follows';
  }
  const chain = solveChain<Two>({ active: true, standby: 'follows' }, ({ active, standby }) => {
    const moves: [number, Two][] = [[active ? 1 / 100 : 1, { active: !active, standby }]];
    if (standby !== 'down') moves.push([1 / 100, { active, standby: 'down' }]);
    // What was written while it was down is copied from an active that lives, and begun anew once it is back.
    else moves.push([1, { active, standby: 'behind' }]);
    if (standby === 'behind' && active) moves.push([1 / 2, { active, standby: 'follows' }]);
    return moves;
  });
  expectExact(availability, chain.share((s) => s.active));
  expectExact(availability.requests, chain.share((s) => s.active) + 0.7 * chain.share((s) => !s.active && s.standby === 'follows'));
});
