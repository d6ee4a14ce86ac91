import { describe, expect, test } from 'vitest';
import { expectExact, expectQuantile, HOUR, live, meanOf } from './harness.ts';

/** Φ by Abramowitz & Stegun 7.1.26 (|error| < 1.5·10⁻⁷). */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x) / Math.SQRT2);
  const erf = 1 - t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp((-x * x) / 2);
  return x < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}

describe('asynchronous replication loses the lag', () => {
  test('mean and quantiles of a lognormal lag', () => {
    const { dataLoss } = live(
      `components: { db: { failures: { crash: { mtbf: 5 days, mttr: constant(1 min) } } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 'lognormal(1 s, 20 s)' }, failover: { promote: 20 s } }
entry: db`,
      { replications: 200, years: 10 },
    );
    const sigma = Math.log(20) / 1.6448536269514722;
    const cdf = (x: number) => normalCdf(Math.log(x) / sigma);
    for (const [key, p] of [['p50', 0.5], ['p90', 0.9], ['p95', 0.95], ['p99', 0.99]] as const) expectQuantile(dataLoss[key], dataLoss.count, p, cdf);
    // The rest is double failures within the 20 s of a promotion.
    expect(dataLoss.zero).toBeLessThan(0.001);
    expectExact(meanOf(dataLoss), Math.exp((sigma * sigma) / 2));
  });

  test('and after a double failure the lag plus all the writes that the standby missed', () => {
    // Instant failover. With the active up and the standby down, each stint of the active is Exp(λ + μ); it ends in a
    // double failure with chance λ/(λ + μ), after which either is back first with chance ½. Given that the standby is,
    // a geometric number of stints was missed, whose sum is exponential with rate (λ + μ)(1 − q), q = ½ λ/(λ + μ).
    const fail = 1 / 48;
    const repair = 1 / 24;
    const lag = 1 / 60;
    const { dataLoss } = live(
      `components: { db: { failures: { crash: { mtbf: 48 h, mttr: 24 h } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 1 min } } }
entry: db`,
      { replications: 200, years: 10 },
    );
    const q = fail / (fail + repair) / 2;
    const missed = 1 / ((fail + repair) * (1 - q));
    // (up, up) : (up, down) : (down, down) as 1 : 2λ/μ : λ²/μ²
    const weights = [1, (2 * fail) / repair, (fail / repair) ** 2];
    const total = weights.reduce((a, b) => a + b);
    const single = (weights[0] / total) * fail;
    const double = ((weights[1] / total) * fail) / 2;
    const perYearHours = 8766 * (single * lag + double * (lag + missed));
    expectExact(dataLoss.restorablePerYear, perYearHours * HOUR);
    // Double failures that the old active ends first lose nothing.
    const zero = double / (single + 2 * double);
    expect(Math.abs(dataLoss.zero! - zero)).toBeLessThan(3.5 * Math.sqrt((zero * (1 - zero)) / dataLoss.count));
    const share = (x: number) => (x < 0.99 * lag * HOUR ? zero : zero + (single + double * (1 - Math.exp(-(x / HOUR - lag) / missed))) / (single + 2 * double));
    expectQuantile(dataLoss.p95, dataLoss.count, 0.95, share);
    expectQuantile(dataLoss.p99, dataLoss.count, 0.99, share);
  });
});

test('semi-synchronous: nothing is lost while the replica that acknowledged can be promoted', () => {
  const { dataLoss } = live(
    `components: { db: { failures: { crash: { mtbf: 20 days, mttr: constant(2 h) } } } }
services:
  db: { component: db, replicas: 3, mode: active-passive, replication: { mode: semi-sync, lag: 10 s }, failover: { detect: 5 min } }
entry: db`,
    { replications: 400, years: 10 },
  );
  // Lost only if the acknowledging replica is down at promotion: it fails within five minutes, or was down alone before.
  expect(dataLoss.count).toBeGreaterThan(10_000);
  expect(1 - dataLoss.zero!).toBeLessThan(0.001);
});

test('data lost for good is no loss of zero seconds: the objective is missed and no quantile stands for it', () => {
  const { dataLoss, targets } = live(
    `components: { db: { failures: { crash: { mtbf: 60 days, mttr: 1 h }, disk: { mtbf: 60 days, mttr: 1 h, data: lost } } } }
services: { db: { component: db } }
targets: { rpo: 1 min }
entry: db`,
    { replications: 100, years: 10 },
  );
  // Half of the incidents are crashes, which lose nothing; the other half lose everything.
  expect(Math.abs(dataLoss.permanent! - 0.5)).toBeLessThan(3.5 * Math.sqrt(0.25 / dataLoss.count));
  expect(dataLoss.zero! + dataLoss.permanent!).toBeCloseTo(1, 12);
  expect([dataLoss.p95, dataLoss.max, dataLoss.mean, dataLoss.perYear]).toEqual(Array(4).fill('for good'));
  expect(targets[0].verdict).toBe('missed');
});

describe('data: lost', () => {
  test('of those that are left the one that is least behind is promoted', () => {
    // On day 200 the first member goes down for an hour, after which it needs five days to catch up; on day 202 the second,
    // which has taken over, burns. The third has every write.
    const { dataLoss } = live(
      `domains:
  a: { kind: zone, failures: { outage: { mtbf: constant(200 days), mttr: constant(1 h) } } }
  b: { kind: zone, failures: { fire: { mtbf: constant(202 days), mttr: constant(1 h), data: lost } } }
  c: { kind: zone }
components: { db: {} }
services: { db: { component: db, replicas: 3, across: zone, mode: active-passive, replication: { mode: sync }, failover: { rebuild: 5 days } } }
entry: db`,
      { replications: 1, years: 1, warmUpSeconds: 0 },
    );
    expect([dataLoss.perYear, dataLoss.permanentPerYear.mean]).toEqual([0, 0]);
  });

  test('a single copy is lost for good at each such failure', () => {
    const { dataLoss } = live(
      `components: { disk: { failures: { crash: { mtbf: 30 days, mttr: 2 h, data: lost } } } }
services: { store: { component: disk } }
entry: store`,
      { replications: 400, years: 10 },
    );
    expectExact(dataLoss.permanentPerYear, 365.25 / (30 + 2 / 24));
  });

  test('two copies that heal are lost for good when both fail within one repair', () => {
    // Birth–death: 2 copies lose one at 2λ, the other follows at λ before the repair at μ.
    const fail = 1 / 240;
    const repair = 1 / 24;
    const { dataLoss } = live(
      `components: { disk: { failures: { crash: { mtbf: 240 h, mttr: 24 h, data: lost } } } }
services: { store: { component: disk, replicas: 2 } }
entry: store`,
      { replications: 1_000, years: 10 },
    );
    // Up states of two independent units: the rate of meeting (down, down) is P(one up) · λ.
    const a = repair / (fail + repair);
    expectExact(dataLoss.permanentPerYear, 2 * a * (1 - a) * fail * 8766);
  });

  test('a quorum keeps its data while a majority of its disks survives', () => {
    const fail = 1 / 240;
    const repair = 1 / 24;
    const { dataLoss } = live(
      `components: { disk: { failures: { crash: { mtbf: 240 h, mttr: 24 h, data: lost } } } }
services: { store: { component: disk, replicas: 3, mode: quorum } }
entry: store`,
      { replications: 1_000, years: 10 },
    );
    const a = repair / (fail + repair);
    // Losing the second of three.
    expectExact(dataLoss.permanentPerYear, 3 * a * a * (1 - a) * 2 * fail * 8766);
  });

  test('a standby takes over when the active loses its disk', () => {
    const { dataLoss, availability } = live(
      `components: { db: { failures: { disk: { mtbf: 100 days, mttr: 1 day, data: lost } } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, replication: { mode: sync }, failover: { detect: 1 min, rebuild: 2 h } }
entry: db`,
      { replications: 400, years: 10 },
    );
    // Both disks within one repair and rebuild of a day: of two failures in 100 days about one in a hundred.
    expect(dataLoss.permanentPerYear.mean).toBeGreaterThan(0);
    expect(dataLoss.permanentPerYear.mean).toBeLessThan(((2 * 365.25) / 100) * (1.2 / 100));
    expect(availability.mean).toBeGreaterThan(0.9998);
  });
});
