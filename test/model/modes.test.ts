import { describe, expect, test } from 'vitest';
import { parseModel, type Service } from '../../src/model/index.ts';
import { at, clean, only, said, withService } from './helpers.ts';

const PASSIVE = 'replicas: 2, mode: active-passive';
const service = (keys: string): Service => clean(withService(keys)).services[0];
const failover = (keys: string) => service(`${PASSIVE}, ${keys}`).failover;
const constant = (value: number) => ({ kind: 'constant', value });

describe('a redundancy mode', () => {
  test('is active-active with one required of one, unless said otherwise', () => {
    expect(clean('nines: 1\ncomponents: { c: }\nservices: { s: { component: c } }').services[0]).toEqual({
      name: 's', written: 's', component: 0, placement: [-1], sites: null, load: null, deploy: null, shards: null, reschedule: null, mode: 'active-active', required: 1, belowRequired: 'down', retry: false, healthCheck: null,
      failover: null, replication: null, onPartition: 'consistent', mergesConflicts: false, elect: constant(0), standbysAnswer: 0, passiveCostShare: 1, standbyFailures: 1, siteCostShare: 1, inFirstSite: true,
      costPerSecond: 0, data: null, backup: null, moreBackups: [], needs: [], anyOf: [], within: [], coordinators: [], wants: [], check: null, maintenance: null,
    });
  });

  test('quorum requires the majority unless told otherwise', () => {
    expect([3, 5, 7].map((n) => service(`mode: quorum, replicas: ${n}`).required)).toEqual([2, 3, 4]);
    expect(service('mode: quorum, replicas: 5, required: 4, elect: 10 s')).toMatchObject({ required: 4, elect: constant(10), failover: null });
  });

  test('active-passive has a failover even where nothing is said of it', () => {
    expect(service(PASSIVE)).toMatchObject({ required: 1, passiveCostShare: 1 });
    expect(failover('')).toEqual({
      detect: null, decide: constant(0), promote: constant(0), redirect: { kind: 'delay', delay: constant(0) }, success: 1,
      retry: constant(900), rebuild: constant(0), failback: null, falsePositive: null, driftPerSecond: 0, drillSeconds: null, demoteAfter: null,
    });
  });

  test('refuses the keys of other modes, and says whose they are', () => {
    const wrong: [string, string, string][] = [
      ['replicas: 3', 'elect: 3 s', "'elect' belongs to mode quorum and sharded, this service is active-active (the default): add 'mode: quorum'"],
      ['replicas: 3', 'failover: { detect: 3 s }', "'failover' belongs to mode active-passive, this service is active-active (the default): add 'mode: active-passive'"],
      ['replicas: 3, mode: active-active', 'standby: hot', "'standby' belongs to mode active-passive, this service is active-active"],
      ['replicas: 3', 'running-cost: 50%', "'running-cost' belongs to mode active-passive, this service is active-active (the default): add 'mode: active-passive'"],
      ['replicas: 3, mode: quorum', 'failback: auto', "'failback' belongs to mode active-passive, this service is quorum"],
      ['replicas: 3, mode: quorum', 'rebuild: 5 min', "'rebuild' belongs to mode active-passive, this service is quorum"],
      ['replicas: 3, mode: quorum', 'false-positive: { mtbf: 1 year }', "'false-positive' belongs to mode active-passive, this service is quorum"],
      ['replicas: 3, mode: quorum', 'below-required: degraded', "'below-required' belongs to mode active-active, this service is quorum"],
      ['replicas: 3, mode: quorum', 'retry: true', "'retry' belongs to mode active-active, this service is quorum"],
      [PASSIVE, 'required: 1', "'required' belongs to mode active-active and quorum and sharded, this service is active-passive"],
      [PASSIVE, 'slow-start: 5 s', "'slow-start' belongs to mode active-active, this service is active-passive"],
      [PASSIVE, 'health-check: { interval: 5 s, slow-start: 5 s }', "'slow-start' belongs to mode active-active, this service is active-passive"],
    ];
    for (const [keys, key, message] of wrong) {
      const diagnostic = only(withService(`${keys}, ${key}`));
      expect(diagnostic.message).toBe(message);
      expect(diagnostic.path).toMatch(/^services\.web\./);
    }
  });

  test('that is misspelt draws no messages about its keys', () => {
    expect(only(withService('replicas: 2, mode: activ-passive, required: 1, failover: {}, elect: 5 s, replication: { mode: sync }')).suggestion).toBe('active-passive');
  });

  test('needs members: a service without a component has none', () => {
    const text = 'nines: 1\ncomponents: { c: }\nservices:\n  a: { needs: [b], replicas: 3, mode: quorum, in: [] }\n  b: { component: c }\n';
    expect(said(text)).toEqual([
      "error 4:20 services.a.replicas: 'replicas' belongs to a service with a 'component': this one has no members",
      "error 4:33 services.a.mode: 'mode' belongs to a service with a 'component': this one has no members",
    ]);
    expect(clean(text.replace(', replicas: 3, mode: quorum, in: []', '')).services[0]).toMatchObject({ component: -1, placement: [], required: 0 });
  });

  test('cannot require more members than there are', () => {
    const text = withService('replicas: 3, required: 4');
    expect(only(text)).toMatchObject({ ...at(text, '4 }'), path: 'services.web.required', message: 'required: 4 is above replicas: 3, so the service could never be up' });
    expect(only(withService('required: 2')).message).toMatch(/above replicas: 1/);
    expect(only(withService('mode: quorum, replicas: 3, required: 4')).message).toMatch(/above replicas: 3/);
    expect(only(withService('replicas: many, required: 4')).path).toBe('services.web.replicas');
  });
});

describe('a health check', () => {
  test('has the thresholds of a load balancer unless told otherwise', () => {
    expect(service('replicas: 3, retry: true, health-check: { interval: 10 s }').healthCheck).toEqual({
      intervalSeconds: 10, timeoutSeconds: 0, unhealthyThreshold: 3, healthyThreshold: 2, slowStart: constant(0),
    });
  });

  test('may have its slow start within it or on the service, and not both', () => {
    expect(service('replicas: 3, retry: true, health-check: { interval: 10 s, slow-start: 30 s }').healthCheck?.slowStart).toEqual(constant(30));
    expect(service('replicas: 3, retry: true, slow-start: 30 s, health-check: { interval: 10 s }').healthCheck?.slowStart).toEqual(constant(30));
    expect(service('replicas: 3, slow-start: 30 s').healthCheck).toMatchObject({ intervalSeconds: 0, timeoutSeconds: 0, slowStart: constant(30) });
    expect(only(withService('replicas: 3, slow-start: 30 s, health-check: { interval: 10 s, slow-start: 5 s }'))).toMatchObject({
      path: 'services.web.health-check.slow-start', message: "'health-check.slow-start' means the same as 'slow-start' in line 5: give it once",
    });
  });
});

describe('a failover', () => {
  test('takes from standby only what is unsaid', () => {
    expect([failover('standby: hot')?.promote, failover('standby: warm')?.promote, failover('standby: cold')?.promote]).toEqual([constant(10), constant(300), constant(7200)]);
    expect(['hot', 'warm', 'cold'].map((standby) => service(`${PASSIVE}, standby: ${standby}`).passiveCostShare)).toEqual([1, 0.5, 0]);
    expect(['hot', 'warm', 'cold'].map((standby) => service(`${PASSIVE}, standby: ${standby}`).standbyFailures)).toEqual([1, 1, 0]);
    expect(service(`${PASSIVE}, standby: cold, standby-failures: 30%`).standbyFailures).toBe(0.3);
    expect(failover('standby: warm, failover: { promote: 7 s }')?.promote).toEqual(constant(7));
    expect(service(`${PASSIVE}, standby: cold, running-cost: 10%`).passiveCostShare).toBe(0.1);
  });

  test('redirects by a time or by DNS', () => {
    expect(failover("failover: { redirect: 'uniform(1 s, 5 s)' }")?.redirect).toEqual({ kind: 'delay', delay: { kind: 'uniform', min: 1, max: 5 } });
    expect(failover('failover: { redirect: { dns-ttl: 60 s } }')?.redirect).toEqual({ kind: 'dns', ttlSeconds: 60 });
  });

  test('fails back never, at once, or after a while', () => {
    expect(failover('failback: never')?.failback).toBeNull();
    expect(failover('failback: auto')?.failback).toEqual({ after: constant(0), takes: null });
    expect(failover('failback: { after: 1 h, takes: 30 s }')?.failback).toEqual({ after: constant(3600), takes: constant(30) });
    expect(failover('failback: { after: 1 h }')?.failback).toEqual({ after: constant(3600), takes: null });
    expect(only(withService(`${PASSIVE}, failback: later`)).message).toMatch(/^needs one of 'never', 'auto'/);
  });

  test('may have rebuild, failback and false positives in it or beside it, and each once', () => {
    const everywhere = ['rebuild: 5 min', 'failover: { rebuild: 5 min }', 'replication: { mode: async, rebuild: 5 min }'];
    for (const keys of everywhere) expect(failover(keys)?.rebuild).toEqual(constant(300));
    for (const keys of ['failback: auto', 'failover: { failback: auto }']) expect(failover(keys)?.failback).not.toBeNull();
    for (const keys of ['false-positive: { mtbf: 1 day }', 'failover: { false-positive: { mtbf: 1 day } }']) expect(failover(keys)?.falsePositive).toEqual({ kind: 'exponential', mean: 86400 });
    expect(only(withService(`${PASSIVE}, failover: { rebuild: 5 min }, rebuild: 6 min`)).message).toBe("'rebuild' means the same as 'failover.rebuild' in line 5: give it once");
    expect(said(withService(`${PASSIVE}, rebuild: 1 s, failover: { rebuild: 5 min, failback: auto }, failback: never, replication: { mode: async, rebuild: 2 s }`))).toHaveLength(3);
    expect(only(withService(`${PASSIVE}, failover: { max-lag: 5 s }, replication: { mode: async, max-lag: 5 s }`)).path).toBe('services.web.replication.max-lag');
  });
});

describe('replication', () => {
  test('is asynchronous with a lag, within which a standby may be promoted', () => {
    expect(service(`${PASSIVE}, replication: { mode: async, lag: 'lognormal(1 s, 20 s)', max-lag: 1 min }`).replication).toEqual({
      mode: 'async', lag: { kind: 'lognormal', median: 1, p95: 20 }, maxLagSeconds: 60, strict: false, transferCostPerByte: 0,
    });
    expect(service(`${PASSIVE}, failover: { max-lag: 1 min }, replication: { mode: semi-sync }`).replication).toMatchObject({ mode: 'semi-sync', maxLagSeconds: 60 });
    expect(service(`${PASSIVE}, replication: { mode: sync, strict: true }`).replication).toMatchObject({ mode: 'sync', strict: true, maxLagSeconds: Infinity });
  });

  test('is strict only where it is synchronous', () => {
    expect(only(withService(`${PASSIVE}, replication: { mode: async, strict: true }`)).message).toBe("'strict' belongs to 'mode: sync', this is async");
  });

  test('has to be there for a greatest lag to mean anything', () => {
    expect(only(withService(`${PASSIVE}, failover: { max-lag: 5 s }`)).message).toBe("'max-lag' needs 'replication', which says how far a standby is behind");
  });
});

describe('shocks and goals', () => {
  test('a shock strikes services by name, one or several, with certainty unless told otherwise', () => {
    const shocks = (keys: string) => clean(withService('replicas: 3', `shocks: { deploy: { mtbf: 1 week, mttr: 10 min, ${keys} } }`)).shocks;
    expect(shocks('hits: web')).toEqual([{ name: 'deploy', up: { kind: 'exponential', mean: 604800 }, down: { kind: 'exponential', mean: 600 }, losesData: false, isLatent: false, repairsEach: false, hits: [0], probability: 1 }]);
    expect(shocks('hits: [web], probability: 50%, data: lost')[0]).toMatchObject({ hits: [0], probability: 0.5, losesData: true });
    expect(only(withService('replicas: 3', 'shocks: { s: { mtbf: 1 day, mttr: 1 s, hits: [] } }')).message).toBe('a shock has to hit at least one service, or domain');
    expect(only(withService('replicas: 3', 'shocks: { s: { mtbf: 1 day, mttr: 1 s, hits: [wbe] } }')).message).toBe("unknown service 'wbe': did you mean 'web'?");
    expect(only('nines: 1\ncomponents: { c: }\nservices: { a: { needs: [b] }, b: { component: c } }\nshocks: { s: { mtbf: 1 day, mttr: 1 s, hits: [a, b] } }').message).toBe("'a' has no members that a shock could strike");
  });

  test('targets that are not given are null', () => {
    expect(clean(withService('replicas: 3', 'targets: { rto: 15 min }')).targets).toEqual({ availability: null, rtoSeconds: 900, rpoSeconds: null, byKind: [], budgetPerYear: null });
    expect(clean(withService('replicas: 3', 'sla: { error-rate: 1% }')).sla).toEqual({ errorRate: 0.01, toleratesSeconds: 0, excludes: [], windows: null });
    expect(parseModel(withService('replicas: 3', 'targets: { budget: 100 USD/month }')).targets.budgetPerYear).toBe(1200);
  });
});
