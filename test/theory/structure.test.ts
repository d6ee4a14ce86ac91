import { describe, expect, test } from 'vitest';
import { independentAvailability } from '../../src/analysis/exact/independence.ts';
import { entryUnavailability, singlePoints } from '../../src/analysis/structure/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { randomModel } from '../analysis/structure/random-models.ts';
import { DAY, expectExact, expectTells, liveModel } from './harness.ts';

/*
 * The structure's exact unavailability against the simulation, on models whose parts are independent and in which nothing
 * else takes time; and what `independence` calls harmless, one thing after the other.
 */

describe('on random models without delays', () => {
  const models = Array.from({ length: 12 }, (_, i) => ({ seed: 1_000 + i, model: parseModel(randomModel(1_000 + i)) }));
  const exact = models.flatMap(({ seed, model }) => {
    const found = independentAvailability(model);
    return 'value' in found && found.value < 1 ? [{ seed, model, value: found.value }] : [];
  });

  test('most are exact', () => {
    expect(exact.length).toBeGreaterThanOrEqual(9);
  });

  test.each(exact)('the simulated availability of model $seed agrees', ({ model, value }) => {
    const { availability } = liveModel(model, { replications: 3, years: 1, warmUpSeconds: DAY, seed: 'structure' });
    expectExact(availability, value);
    expectTells(availability, value, 0.3);
  });
});

describe('single points of failure', () => {
  const model = parseModel(`nines: 1
domains: { r: { kind: region, failures: { outage: { mtbf: 9999 h, mttr: 1 h } } } }
components:
  web: { failures: { crash: { mtbf: 4999 h, mttr: 'lognormal(30 min, 2 h)' } } }
  db: { failures: { disk: { mtbf: 'weibull(2, 9998 h)', mttr: constant(2 h) } } }
services:
  web: { component: web, in: r, needs: [db] }
  db: { component: db, in: r, needs: [pair] }
  pair: { component: db, replicas: 2, in: r }
shocks: { deploy: { mtbf: 2499 h, mttr: 1 h, hits: [web] } }
entry: web`);
  const report = liveModel(model, { replications: 500, years: 20 });

  test('cost the downtime that the structure says', () => {
    const named = new Map([['r', 'r/outage'], ['web', 'web/crash'], ['db', 'db/disk'], ['deploy', 'deploy']]);
    const found = singlePoints(model);
    expect(found.map(({ cause }) => cause).sort()).toEqual([...named.keys()].sort());
    for (const { cause, downtimePerYear } of found) {
      // Each is down below one hour in 2,500: that another is down with it is below the interval.
      const { downtimePerYear: mean, ci95 } = report.incidents.byCause.find((each) => each.cause === named.get(cause))!;
      expectExact({ mean, ci95: ci95.downtimePerYear }, downtimePerYear!);
    }
  });

  test('and all there is are as likely as the structure says', () => {
    expectExact(report.availability, 1 - entryUnavailability(model)!);
    expectTells(report.availability, 1 - entryUnavailability(model)!, 0.1);
  });
});

describe('what stands against nothing', () => {
  const COMPONENTS = 'components: { c: { restart: 30 min, failures: { crash: { mtbf: 3 h, mttr: 1 h }, disk: { mtbf: 19 h, mttr: 1 h, data: lost } } }, d: { failures: { crash: { mtbf: 3 h, mttr: 1 h } } }, solid: }';
  const harmless: readonly (readonly [what: string, text: string])[] = [
    ['delays of a failover where nobody stands by', 'services: { db: { component: d, mode: active-passive, failover: { detect: 5 min, promote: 10 min, success: 50% } } }'],
    ['needless failovers that take no time', 'services: { db: { component: d, replicas: 2, mode: active-passive, failover: { false-positive: { mtbf: 1 h }, failback: { after: 10 min } } } }'],
    ['failing back at once', 'services: { db: { component: d, replicas: 3, mode: active-passive, failback: auto } }'],
    ['losing what had not been copied', "services: { db: { component: d, replicas: 2, mode: active-passive, replication: { mode: async, lag: '1 min' } } }"],
    ['data destroyed where all serve', 'services: { db: { component: c, replicas: 2 } }'],
    ['data destroyed in a quorum', 'services: { db: { component: c, replicas: 3, mode: quorum } }'],
    ['restarts in a domain that never fails', 'domains: { z: { kind: zone } }\nservices: { db: { component: c, in: z, required: 2, replicas: 3 } }'],
    ['a slow check where requests are sent on, and back at once', 'services: { web: { component: d, replicas: 3, required: 2, retry: true, health-check: { interval: 0 s, timeout: 20 min } } }'],
    ['a slow check where all are required', 'services: { web: { component: d, replicas: 2, required: 2, health-check: { interval: 0 s, timeout: 20 min } } }'],
    ['elections where nobody fails', 'services: { web: { component: d, needs: [lock] }, lock: { component: solid, replicas: 3, mode: quorum, elect: 10 min } }\nentry: web'],
    ['a shock that strikes one by one', 'services: { db: { component: d, replicas: 3, mode: quorum } }\nshocks: { deploy: { mtbf: 9 h, mttr: 1 h, hits: [db], probability: 40% } }'],
  ];

  test.each(harmless)('%s', (_, text) => {
    const model = parseModel(`nines: 1\n${COMPONENTS}\n${text}\n`);
    const found = independentAvailability(model);
    expect(found).toHaveProperty('value');
    const { availability } = liveModel(model, { replications: 3, years: 1, warmUpSeconds: DAY, seed: 'harmless' });
    expectExact(availability, (found as { value: number }).value);
    expectTells(availability, (found as { value: number }).value, 0.1);
  });
});
