import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { simulateExperimentLife } from '../../src/run/experiment-life.ts';
import { DAY, conduct, expectExact, expectQuantile, HOUR, meanOf } from './harness.ts';

const RUNS = 400;
const STAGES = 'detect: 40 s, decide: 200 s, promote: 30 s, redirect: 7 s';
const NONE = { detect: 0, decide: 0, promote: 0, restore: 0, redirect: 0, warmUp: 0, repair: 0 };

describe('killing the primary', () => {
  test('takes detection, decision, promotion and redirection, and loses the lag', () => {
    const { recoveryTime, dataLoss, noticed, recovered, permanentLoss, targets } = conduct(
      `components: { db: {} }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 12 s }, failover: { ${STAGES} } } }
targets: { rto: 277 s, rpo: 10 s }
experiments: { kill: { fail: db.active, for: 1 h } }`,
      'kill',
      RUNS,
    );
    expect([recoveryTime.count, recoveryTime.p50, recoveryTime.max]).toEqual([RUNS, 277, 277]);
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: 200, promote: 30, redirect: 7 });
    expect([dataLoss.count, dataLoss.p50, dataLoss.max]).toEqual([RUNS, 12, 12]);
    expect([noticed.mean, recovered.mean, permanentLoss.mean]).toEqual([1, 1, 0]);
    expect(targets.map(({ target, verdict, runsMet }) => [target, verdict, runsMet])).toEqual([['rto', 'met', 1], ['rpo', 'missed', 0]]);
  });

  test('draws anew in every run: exponential promotion and lag', () => {
    const { recoveryTime, dataLoss } = conduct(
      `components: { db: {} }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: exponential(12 s) }, failover: { promote: exponential(5 min) } } }
experiments: { kill: { fail: db.active, for: 1 day } }`,
      'kill',
      10_000,
    );
    expectExact(meanOf(recoveryTime), 300);
    expectExact(meanOf(dataLoss), 12);
    expectQuantile(recoveryTime.p95, recoveryTime.count, 0.95, (x) => 1 - Math.exp(-x / 300));
    expectQuantile(dataLoss.p95, dataLoss.count, 0.95, (x) => 1 - Math.exp(-x / 12));
  });

  test('of a quorum takes an election', () => {
    const { recoveryTime } = conduct(
      `components: { etcd: {} }
services: { etcd: { component: etcd, replicas: 3, mode: quorum, elect: 20 s } }
experiments: { kill: { fail: etcd.active, for: 1 h } }`,
      'kill',
      RUNS,
    );
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([20, 20]);
    expect(recoveryTime.stages!.promote).toBe(20);
  });

  test('whoever that is: in the site that is active, once regions fail and sites take turns', () => {
    const model = (detect: string) => `domains: { east: { kind: region, failures: { outage: { mtbf: 20 days, mttr: constant(1 s) } } }, west: { kind: region, failures: { outage: { mtbf: 20 days, mttr: constant(1 s) } } } }
components: { pg: {} }
services:
  shop: { of: stack, sites: [east, west], mode: active-passive, failover: { detect: ${detect}, promote: 60 s } }
  stack: { needs: [db] }
  db: { component: pg, replicas: 2, mode: active-passive, failover: { detect: 5 s, promote: 60 s } }
experiments:
  database: { fail: db.active, for: 1 h }
  site: { fail: shop.active, for: 1 h }`;
    // The site fails over before its database has, or the database before its site.
    for (const [detect, database, site] of [['0 s', 60, 60], ['10 min', 65, 660]] as const) {
      const killed = conduct(model(detect), 'database', RUNS);
      expect([killed.noticed.mean, killed.recoveryTime.p50]).toEqual([1, database]);
      const lost = conduct(model(detect), 'site', RUNS);
      expect([lost.noticed.mean, lost.recoveryTime.p50]).toEqual([1, site]);
    }
  });
});

describe('an active that has wandered', () => {
  const model = `domains: { a: { kind: zone }, b: { kind: zone } }
components: { db: { failures: { crash: { mtbf: 20 days, mttr: constant(1 h) } } } }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, failover: { promote: 10 min } } }
targets: { rto: 5 min }
experiments: { zone: { fail: a, for: 2 h }, active: { fail: db.active, for: 2 h } }
entry: db`;

  test('does not dilute the verdict: a zone that has it in half of the runs misses the RTO as the active itself does', () => {
    const [zone, active] = [conduct(model, 'zone', 2000), conduct(model, 'active', 2000)];
    expect([zone.targets[0].verdict, active.targets[0].verdict]).toEqual(['missed', 'missed']);
    expect([zone.recoveryTime.p50, active.recoveryTime.p50]).toEqual([600, 600]);
    const error = 3.5 * Math.sqrt(0.25 / 2000);
    expect(Math.abs(zone.noticed.mean - 0.5)).toBeLessThan(error);
    expect(zone.wandered?.service).toBe('db');
    expect(Math.abs(zone.wandered!.standbyStruck - 0.5)).toBeLessThan(error);
    expect(active.wandered).toBeUndefined();
  });
});

describe('a run that does not recover', () => {
  const model = (restore: string, down: string) => `components: { db: {} }
services: { db: { component: db, data: { size: 1 TB }, backup: { full: 1 day, restore-rate: ${restore} } } }
targets: { rto: 1 day, rpo: 2 days }
experiments: { wipe: { fail: db, for: '${down}', data: lost } }
entry: db`;

  test('is given up 30 days after the fault is over, and has no length', () => {
    // A restore of 116 days.
    const { recoveryTime, recovered, targets } = conduct(model('100 kB/s', 'constant(3 days)'), 'wipe', 200);
    expect([recovered.mean, recoveryTime.censored, recoveryTime.mean, recoveryTime.p50, recoveryTime.max]).toEqual([0, 200, null, null, null]);
    expect(targets.map(({ verdict }) => verdict)).toEqual(['missed', 'missed']);
    const parsed = parseModel(`nines: 1\nname: x\n${model('100 kB/s', 'constant(3 days)')}`);
    expect(simulateExperimentLife(parsed, parsed.experiments[0]).length).toBeCloseTo(33 * DAY, 0);
  });

  test('has as long as any other, however long its fault was drawn: patience begins when the fault is over', () => {
    const drawn = 'lognormal(10 days, 200 days)';
    // Restores of 28 and of 40 days.
    const [within, beyond] = ['420 kB/s', '290 kB/s'].map((rate) => conduct(model(rate, drawn), 'wipe', 300));
    expect([within.recovered.mean, within.recoveryTime.censored]).toEqual([1, 0]);
    expect(within.recoveryTime.max!).toBeGreaterThan(200 * DAY);
    expect([beyond.recovered.mean, beyond.recoveryTime.censored]).toEqual([0, 300]);
  });
});

describe('who notices', () => {
  test('nobody, where the others are enough: there is nothing to recover from, and nothing lost', () => {
    const { noticed, recovered, recoveryTime, dataLoss, targets } = conduct(
      `components: { app: {} }
services: { web: { component: app, replicas: 3, required: 2 } }
targets: { rto: 1 s }
experiments: { one: { fail: 'web[1]', for: 1 h } }`,
      'one',
      RUNS,
    );
    expect([noticed.mean, recovered.mean, recoveryTime.count, recoveryTime.max, dataLoss.count, dataLoss.max]).toEqual([0, 1, 0, null, 0, null]);
    expect(targets[0].verdict).toBe('met');
  });

  test('k of n: those runs in which others are down already', () => {
    const a = 10 / 11;
    const { noticed } = conduct(
      `components: { app: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }
services: { web: { component: app, replicas: 4, required: 3 } }
experiments: { one: { fail: 'web[0]', for: 1 s } }`,
      'one',
      10_000,
    );
    // A run begins while the system serves. Where it does not, it waits until it does, and finds just three that work.
    const serves = a ** 4 + 4 * a ** 3 * (1 - a);
    expectExact(noticed, serves - a ** 3 + (1 - serves) * 0.75);
  });

  test('a region that is back before its loss is noticed serves again itself', () => {
    const { recoveryTime, dataLoss, noticed } = conduct(
      `domains: { east: { kind: region }, west: { kind: region } }
components: { app: {} }
services:
  shop: { of: app, sites: [east, west], mode: active-passive, replication: { mode: async, lag: 12 s }, failover: { detect: 90 s, promote: 1 h } }
  app: { component: app }
experiments: { blink: { fail: east, for: 80 s }, lose: { fail: east, for: 100 s } }`,
      'blink',
      RUNS,
    );
    expect([noticed.mean, recoveryTime.p50, recoveryTime.max, dataLoss.max]).toEqual([1, 80, 80, 0]);
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 80 });
  });
});

describe('two at once, one after the other', () => {
  test('the second takes whoever is active by then, and the longer of two incidents counts', () => {
    const { recoveryTime, dataLoss, recovered } = conduct(
      `domains: { a: { kind: zone }, b: { kind: zone } }
components: { db: {} }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, replication: { mode: async, lag: 12 s }, failover: { ${STAGES} } } }
experiments: { two: { fail: [a, db.active], after: 10 min, for: 1 h } }`,
      'two',
      RUNS,
    );
    // After 277 s b serves; it falls after 600 s; a is back after 3600 s and is promoted and redirected to at once.
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([3037, 3037]);
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: 200, promote: 30, redirect: 7, repair: 2760 });
    // The lag at first; then it again, and what a has missed between.
    expect([dataLoss.p50, dataLoss.max]).toEqual([12 + 12 + 323, 12 + 12 + 323]);
    expect(recovered.mean).toBe(1);
  });

  test('after no time at all both fall before anybody reacts', () => {
    const { recoveryTime, dataLoss } = conduct(
      `domains: { a: { kind: zone }, b: { kind: zone } }
components: { db: {} }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, replication: { mode: async, lag: 12 s }, failover: { promote: 1 min } } }
experiments: { two: { fail: [a, b], for: 1 h } }`,
      'two',
      RUNS,
    );
    expect([recoveryTime.p50, recoveryTime.max, dataLoss.max]).toEqual([HOUR, HOUR, 0]);
  });
});

describe('corrupted data', () => {
  const BACKUP = 'data: { size: 360 GB }, backup: { full: 1 day, backup-rate: 50 MB/s, restore-rate: 100 MB/s, provision: 20 min }';
  const uniform = (x: number) => Math.min(1, Math.max(0, (x - 2 * HOUR) / DAY));

  test('is copied to every replica: restored from the newest backup, where the active is', () => {
    for (const mode of ['sync', 'async, lag: 1 h', 'semi-sync, lag: 1 h']) {
      const { recoveryTime, dataLoss, permanentLoss, noticed } = conduct(
        `components: { db: {} }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: ${mode} }, failover: { ${STAGES} }, ${BACKUP} } }
experiments: { drop: { corrupt: db } }`,
        'drop',
        4_000,
      );
      expect([recoveryTime.p50, recoveryTime.max]).toEqual([240 + 1200 + HOUR, 240 + 1200 + HOUR]);
      expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: 200, restore: 1200 + HOUR });
      expectExact(meanOf(dataLoss), 14 * HOUR);
      for (const [key, p] of [['p50', 0.5], ['p90', 0.9], ['p99', 0.99]] as const) expectQuantile(dataLoss[key], dataLoss.count, p, uniform);
      expect([permanentLoss.mean, noticed.mean]).toEqual([0, 1]);
    }
  });

  test('of all sites at once: neither site has it any more, and no lag is lost beside', () => {
    for (const sites of [`mode: active-passive, replication: { mode: async, lag: 2 days }, failover: { ${STAGES} }`, 'replication: { mode: async, lag: 2 days }', 'mode: active-passive, replication: { mode: async, lag: 2 days }']) {
      const { dataLoss, permanentLoss } = conduct(
        `domains: { east: { kind: region }, west: { kind: region } }
components: { pg: {} }
services:
  shop: { of: stack, sites: [east, west], ${sites} }
  stack: { needs: [db] }
  db: { component: pg, replicas: 2, ${BACKUP} }
experiments: { drop: { corrupt: db } }`,
        'drop',
        2_000,
      );
      expectExact(meanOf(dataLoss), 14 * HOUR);
      expect(dataLoss.max).toBeLessThan(26 * HOUR);
      expect(permanentLoss.mean).toBe(0);
    }
  });

  test('of members that all serve, and of a quorum', () => {
    for (const mode of ['active-active', 'active-active, replication: { mode: async, lag: 2 days }', 'quorum']) {
      const { recoveryTime, dataLoss } = conduct(
        `components: { db: {} }
services: { db: { component: db, replicas: 3, mode: ${mode}, ${BACKUP} } }
experiments: { drop: { corrupt: db } }`,
        'drop',
        2_000,
      );
      expect([recoveryTime.p50, recoveryTime.max]).toEqual([1200 + HOUR, 1200 + HOUR]);
      expect(recoveryTime.stages).toEqual({ ...NONE, restore: 1200 + HOUR });
      expectExact(meanOf(dataLoss), 14 * HOUR);
    }
  });

  test('is lost for good without a backup, and nobody need notice at once', () => {
    const { permanentLoss, recovered, dataLoss } = conduct(
      `components: { db: {} }
services: { db: { component: db, replicas: 2, mode: active-passive, data: { size: 1 GB }, replication: { mode: sync } } }
experiments: { drop: { corrupt: db } }`,
      'drop',
      RUNS,
    );
    expect([permanentLoss.mean, recovered.mean, dataLoss.permanent]).toEqual([1, 0, 1]);
  });

  test('of a service that is only wanted: nobody notices, and what is lost counts all the same', () => {
    for (const mode of ['active-active', 'active-passive']) {
      const { noticed, dataLoss, recovered } = conduct(
        `components: { db: {} }
services:
  web: { component: db, wants: { history: 97% } }
  history: { component: db, replicas: 2, mode: ${mode}${mode === 'active-passive' ? ', replication: { mode: sync }' : ''}, ${BACKUP} }
experiments: { drop: { corrupt: history } }`,
        'drop',
        2_000,
      );
      expect([noticed.mean, recovered.mean]).toEqual([0, 1]);
      expectExact(meanOf(dataLoss), 14 * HOUR);
    }
  });

  test('a failover of a service that is only wanted is waited for as well', () => {
    const { noticed, dataLoss } = conduct(
      `components: { db: {} }
services:
  web: { component: db, wants: { history: 97% } }
  history: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 12 s }, failover: { detect: 30 s, promote: 5 min } }
experiments: { kill: { fail: history.active, for: 1 min } }`,
      'kill',
      RUNS,
    );
    expect([noticed.mean, dataLoss.p50, dataLoss.max]).toEqual([0, 12, 12]);
  });
});

test('a region that is lost with its data: the lag where it is replicated, the newest backup where it is not, all where it is neither', () => {
  const model = (sites: string, backup: string) => `domains: { east: { kind: region }, west: { kind: region } }
components: { pg: {} }
services:
  shop: { of: db, sites: [east, west], ${sites} }
  db: { component: pg, data: { size: 360 GB }${backup} }
experiments: { fire: { fail: east, for: 10 days, data: lost } }`;
  const backup = ', backup: { full: 1 day, backup-rate: 50 MB/s, restore-rate: 100 MB/s, copies: [west] }';
  const standby = `mode: active-passive, failover: { ${STAGES} }`;
  const replicated = conduct(model(`${standby}, replication: { mode: async, lag: 12 s }`, ''), 'fire', RUNS);
  expect([replicated.recoveryTime.max, replicated.dataLoss.p50, replicated.dataLoss.max, replicated.permanentLoss.mean]).toEqual([277, 12, 12, 0]);
  const restored = conduct(model(standby, backup), 'fire', 2_000);
  expect([restored.recoveryTime.p50, restored.recoveryTime.max, restored.permanentLoss.mean]).toEqual([277 + HOUR, 277 + HOUR, 0]);
  expectExact(meanOf(restored.dataLoss), 14 * HOUR);
  const gone = conduct(model('', '').replace('services:', 'sla: { error-rate: 0% }\nservices:'), 'fire', RUNS);
  expect([gone.permanentLoss.mean, gone.recovered.mean]).toEqual([1, 0]);
});
