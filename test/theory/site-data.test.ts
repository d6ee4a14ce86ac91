import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { DAY, expectExact, expectQuantile, expectTells, HOUR, live, meanOf, weighted, YEAR } from './harness.ts';

const MINUTE = 60;

describe('asynchronous sites lose the lag', () => {
  test('at every failover, and nothing when the active site is back before one', () => {
    const { dataLoss, recoveryTime } = live(
      `domains: { east: { kind: region }, west: { kind: region } }
components: { app: { failures: { crash: { mtbf: 75 days, mttr: constant(5 h) }, blip: { mtbf: 60 days, mttr: constant(1 min) } } } }
services:
  shop: { of: app, sites: [east, west], mode: active-passive, replication: { mode: async, lag: 30 s }, failover: { detect: 2 min, promote: 3 min } }
  app: { component: app }
entry: shop`,
      { replications: 200, years: 20 },
    );
    // A blip or a failover; hardly ever both sites.
    expect([recoveryTime.p50, recoveryTime.p90]).toEqual([MINUTE, 5 * MINUTE]);
    expect(dataLoss.p50).toBe(0);
    expect(dataLoss.p90).toBe(30);
    const share = 60 / (60 + 75);
    expect(Math.abs(1 - dataLoss.zero! - share)).toBeLessThan(3.5 * Math.sqrt((share * (1 - share)) / dataLoss.count) + 0.001);
  });

  test('a failover within a site that only stands by loses nothing', () => {
    // Both databases fail over now and then, needlessly; only in the site that serves are there writes to be lost.
    const { dataLoss } = live(
      `domains: { east: { kind: region }, west: { kind: region } }
components: { pg: {} }
services:
  shop: { of: db, sites: [east, west], mode: active-passive, replication: { mode: async, lag: 5 s } }
  db: { component: pg, replicas: 2, mode: active-passive, data: { size: 1 GB }, replication: { mode: async, lag: 1 h }, failover: { false-positive: { mtbf: 20 days } } }
entry: shop`,
      { replications: 200, years: 5 },
    );
    expectExact(dataLoss.restorablePerYear, (365.25 / 20) * HOUR);
    expect([dataLoss.p50, dataLoss.max]).toEqual([HOUR, HOUR]);
  });
});

/** Per day: fire in a region, its repair, and the rebuilding of a site from the other. */
const FIRE = 1 / 100;
const REPAIR = 1 / 10;
const REBUILD = 1 / 5;
const BURNING = (backup: string, mode = 'active-passive', failover = 'failover: { rebuild: exponential(5 days) }, ') => `domains:
  east: { kind: region, failures: { fire: { mtbf: 100 days, mttr: 10 days, data: lost } } }
  west: { kind: region, failures: { fire: { mtbf: 100 days, mttr: 10 days, data: lost } } }
components: { pg: {} }
services:
  shop: { of: stack, sites: [east, west], mode: ${mode}, ${failover}replication: { mode: async, lag: 30 s } }
  stack: { needs: [db] }
  db: { component: pg, replicas: 2, data: { size: 36 GB }${backup} }
entry: shop`;

/** What the site is that does not serve; `both`: nobody serves. */
const burning = solveChain<'ready' | 'rebuilding' | 'down' | 'both'>('ready', (other) => {
  switch (other) {
    case 'ready':
      return [[2 * FIRE, 'down']];
    case 'down':
      return [[REPAIR, 'rebuilding'], [FIRE, 'both']];
    case 'rebuilding':
      // If the active burns, the other begins anew, or is restored.
      return [[REBUILD, 'ready'], [2 * FIRE, 'down']];
    case 'both':
      return [[2 * REPAIR, 'down']];
  }
});
const loseLag = FIRE * burning.share((other) => other === 'ready');
const loseAll = FIRE * burning.share((other) => other === 'down' || other === 'rebuilding');

describe('a region that burns with its data', () => {
  test('loses the lag, and all for good where the other has not been rebuilt yet', () => {
    const { dataLoss, availability } = live(BURNING(''), { replications: 400, years: 10 });
    expectExact(dataLoss.permanentPerYear, loseAll * 365.25);
    expectExact(dataLoss.restorablePerYear, loseLag * 365.25 * 30);
    expectExact(availability, 1 - burning.share((other) => other === 'both'));
  });

  test('with backups the second fire loses the age of the newest one instead', () => {
    // Written in an hour every six; read in no time. (A failure so soon after a restore that less is lost is one in 1,000.)
    const { dataLoss, availability } = live(BURNING(', backup: { full: 6 h, backup-rate: 10 MB/s, restore-rate: 1000 TB/s }'), { replications: 400, years: 10 });
    expect(dataLoss.permanentPerYear.mean).toBe(0);
    expectExact(dataLoss.restorablePerYear, 365.25 * (loseLag * 30 + loseAll * 4 * HOUR));
    expectExact(availability, 1 - burning.share((other) => other === 'both'));
    // Of losses the share that is no lag.
    const restored = loseAll / (loseAll + loseLag);
    expectQuantile(dataLoss.p95, dataLoss.count, 0.95, (x) => 1 - restored + restored * Math.min(1, Math.max(0, (x - HOUR) / (6 * HOUR))));
  });

  test('with backups that burn with it they are lost for good where the other is still down, and nothing is kept there', () => {
    // What burned is written anew only when its region is back.
    const { dataLoss } = live(BURNING(', backup: { full: 1 s, restore-rate: 1000 TB/s, copies: [east, west] }'), { replications: 400, years: 10 });
    expectExact(dataLoss.permanentPerYear, FIRE * burning.share((other) => other === 'down') * 365.25);
  });

  test('active-active sites heal each other at once: lost for good only if both are down', () => {
    const { dataLoss } = live(BURNING('', 'active-active', ''), { replications: 400, years: 10 });
    const up = REPAIR / (FIRE + REPAIR);
    expectExact(dataLoss.permanentPerYear, 365.25 * 2 * up * (1 - up) * FIRE);
    // Each region takes writes, and its last ones have not reached the other.
    expectExact(dataLoss.restorablePerYear, 365.25 * 2 * up * up * FIRE * 30);
  });
});

describe('backup and restore: the second site is empty until it is restored', () => {
  // Only the east fails, 98 to 196 days after it is back: whole days, so that the backups' schedule knows nothing of it.
  const model = (stages: string, backup: string) => `domains:
  east: { kind: region, failures: { outage: { mtbf: 'uniform(98 days, 196 days)', mttr: constant(10 days) } } }
  west: { kind: region }
components: { pg: {} }
services:
  shop: { of: stack, sites: [east, west], mode: active-passive, failover: { ${stages}, failback: { after: 0 s, takes: 0 s } } }
  stack: { needs: [web, db] }
  web: { component: pg, replicas: 2 }
  db: { component: pg, data: { size: 360 GB }, backup: { full: 1 day, backup-rate: 50 MB/s, restore-rate: 100 MB/s, ${backup} } }
entry: shop`;
  const YEARS = { replications: 300, years: 20 };

  test('constant stages add up to the second, and the age of the newest backup is lost', () => {
    const { recoveryTime, dataLoss, incidents } = live(model('detect: 90 s, decide: 10 min, promote: 30 min, redirect: 1 min', 'provision: 20 min'), { ...YEARS, seed: 'stages' });
    expect([recoveryTime.p50, recoveryTime.p99, recoveryTime.max]).toEqual([7350, 7350, 7350]);
    expect(recoveryTime.stages).toEqual({ detect: 90, decide: 600, promote: 1800, restore: 4800, redirect: 60, warmUp: 0, repair: 0 });
    expectExact(incidents.perYear, 365.25 / 157);
    expectExact(meanOf(dataLoss), 14 * HOUR);
    for (const [key, p] of [['p50', 0.5], ['p90', 0.9], ['p99', 0.99]] as const) {
      expectQuantile(dataLoss[key], dataLoss.count, p, (x) => Math.min(1, Math.max(0, (x - 2 * HOUR) / DAY)));
    }
    expect(dataLoss.permanentPerYear.mean).toBe(0);
  });

  test('uniform stages are convolved', () => {
    const { recoveryTime } = live(
      model("detect: 90 s, decide: 'uniform(0 min, 20 min)', promote: 'uniform(10 min, 50 min)', redirect: 1 min", "provision: 'uniform(0 min, 40 min)'"),
      YEARS,
    );
    expectExact(meanOf(recoveryTime), 7350);
    const sums: [number, number][] = [];
    const n = 60;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) sums.push([90 + 60 + HOUR + ((20 * (i + 0.5)) / n + 10 + (40 * (j + 0.5)) / n + (40 * (k + 0.5)) / n) * MINUTE, 1]);
      }
    }
    const cdf = weighted(sums);
    for (const [key, p] of [['p50', 0.5], ['p90', 0.9], ['p95', 0.95], ['p99', 0.99]] as const) expectQuantile(recoveryTime[key], recoveryTime.count, p, cdf);
    const { stages, stagesCi95 } = recoveryTime;
    for (const [stage, seconds] of [['decide', 600], ['promote', 1800], ['restore', 4800]] as const) expectExact({ mean: stages![stage], ci95: stagesCi95![stage] }, seconds);
  });

  test('where nothing restores, the data wait in the site that is down, and are not lost', () => {
    const { recoveryTime, dataLoss } = live(model('detect: 90 s, promote: 30 min', 'restorable: 0%'), { replications: 20, years: 20 });
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([10 * DAY, 10 * DAY]);
    expect(dataLoss.max).toBe(0);
  });

  test('an active site that is back by the time that nothing restores simply serves', () => {
    // The outage ends in the promotion, which runs on and finds no backup that restores.
    const { recoveryTime, dataLoss } = live(
      model('promote: 3 h', 'restorable: 0%').replace('constant(10 days)', 'constant(2 h)'),
      { replications: 20, years: 20 },
    );
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([3 * HOUR, 3 * HOUR]);
    expect(dataLoss.max).toBe(0);
  });

  test('a region that burns is restored in the other; what burned there is not', () => {
    const { dataLoss, recoveryTime } = live(
      model('promote: 30 min', 'copies: [west]').replace('constant(10 days)', 'constant(10 days), data: lost'),
      { replications: 100, years: 20 },
    );
    expectExact(meanOf(dataLoss), 14 * HOUR);
    expect(recoveryTime.max).toBe(1800 + HOUR);
    const both = live(model('promote: 30 min', 'copies: [east]').replace('constant(10 days)', 'constant(10 days), data: lost'), { replications: 20, years: 20 });
    expectExact(both.dataLoss.permanentPerYear, YEAR / DAY / 157);
    // Nothing is waited for that has burned: the other site begins anew.
    expect(both.recoveryTime.max).toBe(1800);
  });
});

describe('a restore that is interrupted', () => {
  test('begins anew when a server works again', () => {
    // Ten hours without a crash are needed; crashes come every 20 h of work and take a minute.
    const { availability } = live(
      `components: { pg: { failures: { disk: { mtbf: 'uniform(98 days, 196 days)', mttr: constant(1 h), data: lost }, crash: { mtbf: 20 h, mttr: constant(1 min) } } } }
services: { db: { component: pg, data: { size: 360 GB }, backup: { full: 1 day, restore-rate: 10 MB/s } } }
entry: db`,
      { replications: 100, years: 5 },
    );
    const cycle = 147 * 24 + 1;
    const up = 20 / (20 + 1 / 60);
    // Of the time between crashes: what interrupted restores and the last one take.
    const restoring = 20 * Math.expm1(10 / 20);
    expectExact(availability, up * (1 - 1 / cycle) - restoring / cycle);
    expectTells(availability, up * (1 - 1 / cycle) - restoring / cycle, 0.03);
  });

  test('of a service of several: it goes on while one of them works', () => {
    // Each replica crashes as often, but hardly ever both at once: the restore takes its ten hours.
    const { recoveryTime } = live(
      `components: { pg: { failures: { crash: { mtbf: 20 h, mttr: constant(1 min) } } } }
shocks: { wipe: { mtbf: 100 days, mttr: constant(1 min), hits: [db], data: lost } }
services: { db: { component: pg, replicas: 3, data: { size: 360 GB }, backup: { full: 1 day, restore-rate: 10 MB/s } } }
entry: db`,
      { replications: 20, years: 20 },
    );
    expect(recoveryTime.p50).toBe(10 * HOUR + MINUTE);
  });
});
