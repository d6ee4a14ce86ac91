import { expect, test } from 'vitest';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { expectExact, live, YEAR } from './harness.ts';

/*
 * Incidents that never end: the active's zone burns down with its data, the standby can never be promoted, and nothing is
 * restored. They count, and they have no length.
 */

const NEVER = (zoneA: string, more = '') => `domains:
  a: { kind: zone, failures: { ${zoneA} } }
  b: { kind: zone }
components: { pg: {} }
services: { db: { component: pg, replicas: 2, across: zone, mode: active-passive, replication: { mode: sync }, failover: { success: 0%, retry: 30 days } } }
entry: db
${more}`;

test('an incident that never ends counts once, in the availability to the horizon, and has no length', () => {
  // From commissioning to the zone's first failure; nobody serves after it.
  const { availability, incidents, recoveryTime, services } = live(NEVER('burns: { mtbf: 1 year, mttr: 2 h, data: lost }'), { replications: 4000, years: 1, warmUpSeconds: 0 });
  expectExact(availability, 1 - Math.exp(-1));
  expectExact(incidents.perYear, 1 - Math.exp(-1));
  expect(recoveryTime.censored).toBe(recoveryTime.count);
  const { mean, ci95, p50, p95, max, stages, histogram } = recoveryTime;
  expect({ mean, ci95, p50, p95, max, stages, histogram }).toEqual({ mean: null, ci95: null, p50: null, p95: null, max: null, stages: null, histogram: { edges: [], counts: [] } });
  expect(services.db.recoveryTime).toMatchObject({ count: recoveryTime.count, p50: null, p95: null });
  expect(services.db.tier).toBeNull();
});

test('quantiles below the incidents that never end are those of the others', () => {
  const failures = 'burns: { mtbf: 10 years, mttr: 2 h, data: lost }, crash: { mtbf: 40 days, mttr: constant(2 h) }';
  const { recoveryTime, targets } = live(NEVER(failures, 'targets: { rto: 3 h }'), { replications: 2000, years: 1, warmUpSeconds: 0 });
  // One that does not end is the last one: at most one a life.
  const share = recoveryTime.censored / recoveryTime.count;
  expect(recoveryTime.censored / 2000).toBeGreaterThan(0.05);
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.05);
  expect(recoveryTime).toMatchObject({ p50: 7200, p90: 7200, p95: 7200, p99: null, max: null, mean: null });
  expect(recoveryTime.withinTarget).toBe(1 - share);
  expect(targets[0].yearsMet).toBe(1 - recoveryTime.censored / 2000);
});

test('an assertion on recoveries fails where they never end, and holds for a quantile below those', () => {
  const verdicts = (failures: string, texts: readonly string[]) => {
    const report = live(NEVER(failures), { replications: 1000, years: 1, warmUpSeconds: 0 });
    return texts.map((text) => judge(parseAssertion(text, 'USD', []), report).verdict);
  };
  const all = ['rto.p50 <= 3 h', 'rto.p95 <= 10 years', 'rto.mean <= 3 h', 'rto.max <= 100 years'];
  expect(verdicts('burns: { mtbf: 1 year, mttr: 2 h, data: lost }', all)).toEqual(['fails', 'fails', 'fails', 'fails']);
  const some = 'burns: { mtbf: 10 years, mttr: 2 h, data: lost }, crash: { mtbf: 40 days, mttr: constant(2 h) }';
  expect(verdicts(some, ['rto.p50 <= 3 h', 'rto.mean <= 3 h', 'rto.max <= 100 years'])).toEqual(['holds', 'fails', 'fails']);
});

test('a repair of fifty years is followed to its end', () => {
  const { recoveryTime } = live(`components: { unit: { failures: { fault: { mtbf: 3 years, mttr: constant(50 years) } } } }
services: { s: { component: unit } }
entry: s`, { replications: 200, years: 1, warmUpSeconds: 0 });
  expect(recoveryTime).toMatchObject({ censored: 0, p50: 50 * YEAR, max: 50 * YEAR });
});
