import { describe, expect, test } from 'vitest';
import type { Stages } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { randomModel, randomSites } from '../engine/random-model.ts';
import { DAY, expectExact, HOUR, live, liveModel, meanOf } from './harness.ts';

const sum = (stages: Stages) => Object.values(stages).reduce((a, b) => a + b, 0);
const NONE: Stages = { detect: 0, decide: 0, promote: 0, restore: 0, redirect: 0, warmUp: 0, repair: 0 };

/** The first of two zones fails every 100 days for 10; home again at once and unnoticed. */
const PAIR = (failover: string, more = '') => `domains:
  a: { kind: zone, failures: { outage: { mtbf: 100 days, mttr: constant(10 days) } } }
  b: { kind: zone }
components: { db: {} }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, ${more}failover: { ${failover}, failback: { after: 0 s, takes: 0 s } } } }
entry: db`;

test('the stages add up to the recovery time, whatever happens', () => {
  for (const random of [randomModel, randomSites]) {
    for (let seed = 0; seed < 40; seed++) {
      const { recoveryTime } = liveModel(parseModel(random(seed)), { replications: 6, years: 1 });
      if (recoveryTime.stages === null) continue;
      // Each recovery time is known to the microsecond.
      expect(Math.abs(sum(recoveryTime.stages) - recoveryTime.mean!), `seed ${seed}`).toBeLessThan(2e-6);
    }
  }
});

describe('of a failover', () => {
  test('constant stages are what was given', () => {
    const { recoveryTime } = live(PAIR('detect: 40 s, decide: 200 s, promote: 30 s, redirect: 7 s'), { replications: 40, years: 10 });
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: 200, promote: 30, redirect: 7 });
    expect(recoveryTime.mean).toBe(277);
  });

  test('exponential stages have their means', () => {
    const { recoveryTime } = live(PAIR('detect: exponential(1 min), decide: exponential(20 min), promote: exponential(5 min), redirect: exponential(2 min)'), { replications: 400, years: 10 });
    const { stages, stagesCi95 } = recoveryTime;
    for (const [stage, seconds] of [['detect', 60], ['decide', 1200], ['promote', 300], ['redirect', 120]] as const) {
      expectExact({ mean: stages![stage], ci95: stagesCi95![stage] }, seconds);
    }
    expect(stages!.repair + stages!.restore + stages!.warmUp).toBe(0);
  });

  test('a promotion that fails is tried again, and all of that is promotion', () => {
    // 15 min and a minute more for each failure, of which there are 0.25/0.75 on average.
    const { recoveryTime } = live(PAIR('promote: 1 min, success: 75%'), { replications: 400, years: 10 });
    expectExact({ mean: recoveryTime.stages!.promote, ci95: recoveryTime.stagesCi95!.promote }, 60 + (960 * 0.25) / 0.75);
    expect(recoveryTime.stages!.promote).toBeCloseTo(recoveryTime.mean!, 6);
  });

  test('DNS clients that have not moved over yet are redirected: 95% of the time to live', () => {
    const { recoveryTime } = live(PAIR('promote: 1 min, redirect: { dns-ttl: 10 min }'), { replications: 40, years: 10 });
    expect(recoveryTime.stages!.promote).toBeCloseTo(60, 6);
    expect(recoveryTime.stages!.redirect).toBeCloseTo(570, 6);
  });

  test('a health check detects in U(0, interval) + (threshold − 1) × interval + timeout', () => {
    const { recoveryTime } = live(PAIR('promote: 1 min', 'health-check: { interval: 30 s, unhealthy-threshold: 3, timeout: 5 s }, '), { replications: 400, years: 10 });
    expectExact({ mean: recoveryTime.stages!.detect, ci95: recoveryTime.stagesCi95!.detect }, 15 + 60 + 5);
  });

  test('of sites: the same', () => {
    const { recoveryTime } = live(
      PAIR('detect: 40 s, decide: 200 s, promote: 30 s, redirect: 7 s').replace('services: { db: { component: db, replicas: 2, across: zone,', 'services: { one: { component: db, replicas: 2 }, db: { of: one, sites: [a, b],'),
      { replications: 40, years: 10 },
    );
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: 200, promote: 30, redirect: 7 });
  });
});

describe('without a standby', () => {
  const unit = (component: string, service = '', outage = 'constant(5 days)') => `domains: { dc: { failures: { power: { mtbf: 100 days, mttr: ${outage} } } } }
components: { unit: { ${component} } }
services: { s: { component: unit, in: dc${service} } }
entry: s`;

  test('what is repaired is repair, and what restarts or waits for its health check warms up', () => {
    const { recoveryTime } = live(unit('restart: 1 h', ', health-check: { interval: 2 min, healthy-threshold: 3, slow-start: 10 min }'), { replications: 40, years: 10 });
    const { stages } = recoveryTime;
    expect(stages!.repair).toBeCloseTo(5 * DAY, 5);
    // The server that failed stays in rotation until it is noticed; then the restart, U(0, 2 min) + 4 min + 10 min.
    expectExact({ mean: stages!.warmUp, ci95: recoveryTime.stagesCi95!.warmUp }, HOUR + 15 * 60);
    expect(stages!.detect).toBe(0);
  });

  test('members that have failed and still get requests are yet to be detected', () => {
    // Two of four would be enough, and two stand in the zone that fails.
    const { recoveryTime } = live(
      `domains: { a: { kind: zone, failures: { outage: { mtbf: 100 days, mttr: constant(5 days) } } }, b: { kind: zone } }
components: { unit: {} }
services: { s: { component: unit, replicas: 4, required: 2, across: zone, health-check: { interval: 1 h, unhealthy-threshold: 1 } } }
entry: s`,
      { replications: 400, years: 10 },
    );
    // Until the later of two is noticed.
    expectExact({ mean: recoveryTime.stages!.detect, ci95: recoveryTime.stagesCi95!.detect }, (2 / 3) * HOUR);
    expect(recoveryTime.stages!.repair).toBe(0);
  });

  test('an election is promotion', () => {
    const { recoveryTime } = live(
      `components: { unit: { failures: { crash: { mtbf: 100 days, mttr: constant(1 min) } } } }
services: { s: { component: unit, replicas: 3, mode: quorum, elect: 20 s } }
entry: s`,
      { replications: 20, years: 10 },
    );
    expect(recoveryTime.stages).toEqual({ ...NONE, promote: 20 });
  });

  test('where detection alone ends the incident, all of it is detection', () => {
    // Two of five are gone: 60% reach the others while both are in rotation, 75% once the first is noticed, after 2 × 10 min and the
    // smaller of two U(0, 10 min).
    const { recoveryTime } = live(
      `domains: { a: { kind: zone, failures: { outage: { mtbf: 1 year, mttr: constant(1 day) } } }, b: { kind: zone } }
components: { vm: {} }
services: { web: { component: vm, replicas: 5, in: [b, a, b, a, b], required: 4, below-required: degraded, health-check: { interval: 10 min, unhealthy-threshold: 3, timeout: 0 s } } }
entry: web
sla: { error-rate: 30% }`,
      { replications: 200, years: 10 },
    );
    expectExact(meanOf(recoveryTime), 1400);
    expectExact({ mean: recoveryTime.stages!.detect, ci95: recoveryTime.stagesCi95!.detect }, 1400);
    expect(recoveryTime.stages!.repair).toBe(0);
  });

  test('where those that work are too few without the dead as well, it is repair', () => {
    const { recoveryTime } = live(
      `domains: { a: { kind: zone, failures: { outage: { mtbf: 1 year, mttr: constant(1 day) } } }, b: { kind: zone } }
components: { vm: {} }
services: { web: { component: vm, replicas: 5, in: [b, a, b, a, b], required: 4, below-required: degraded, health-check: { interval: 10 min, unhealthy-threshold: 3, timeout: 0 s } } }
entry: web
sla: { error-rate: 10% }`,
      { replications: 40, years: 10 },
    );
    expect(recoveryTime.stages!.detect).toBe(0);
    expect(recoveryTime.stages!.repair).toBeCloseTo(DAY, 5);
  });
});

describe('what restarts inside sites warms up', () => {
  const inside = (service: string, lost = '') => `domains: { grid: { failures: { power: { mtbf: 100 days, mttr: constant(5 days)${lost} } }, domains: { r: { kind: region }, q: { kind: region } } }, vault: {} }
components: { unit: { restart: 2 h } }
services: { s: { of: one, sites: [r, q], ${service} }, one: { component: unit, data: { size: 360 GB } } }
entry: s`;
  const stagesOf = (text: string) => live(text, { replications: 20, years: 10 }).recoveryTime.stages!;

  test('of a quorum, and where nobody is left to fail over to', () => {
    for (const service of ['mode: quorum', 'mode: active-passive, replication: { mode: sync }']) {
      const stages = stagesOf(inside(service));
      expect(stages.warmUp, service).toBeCloseTo(2 * HOUR, 5);
      expect(stages.repair, service).toBeCloseTo(5 * DAY, 5);
    }
  });

  test('where the data are restored afterwards', () => {
    const stages = stagesOf(inside('mode: active-active, replication: { mode: sync }, data: { size: 360 GB }, backup: { full: 1 day, restore-rate: 100 MB/s, copies: [vault] }', ', data: lost'));
    expect(stages.repair).toBeCloseTo(5 * DAY, 5);
    expect(stages.warmUp).toBeCloseTo(2 * HOUR, 5);
    expect(stages.restore).toBeCloseTo(HOUR, 5);
  });
});
