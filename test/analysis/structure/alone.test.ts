import { describe, expect, test } from 'vitest';
import { cutSets, cutSetsByOrder, importance, singlePoints } from '../../../src/analysis/structure/index.ts';
import { refusals } from '../../../src/analysis/theorems.ts';
import { parseModel } from '../../../src/index.ts';
import { live } from '../../theory/harness.ts';

/** A shop on a mirrored pair: who repairs what, and how many parts there are. */
const shop = ({ crew = '{ people: 1 }', by = 'crew', decide = '0 s', stock = 2, cache = 'crew' } = {}) => `
teams:
  crew: ${crew}
  boss: { people: 1 }
  many: { people: 3 }
components:
  web: { failures: { hang: { mtbf: 9 days, mttr: 1 h, repaired-by: ${by} } } }
  disk: { failures: { head: { mtbf: 30 days, mttr: 2 h, repaired-by: many, needs-spare: true } }, spares: { stock: ${stock}, lead-time: 5 h } }
  redis: { failures: { full: { mtbf: 9 days, mttr: 1 h, repaired-by: ${cache} } } }
services:
  shop: { needs: [web, db], wants: { cache: 99% } }
  web: { component: web, replicas: 2 }
  db: { component: disk, replicas: 2, mode: active-passive, failover: { decide: ${decide} } }
  cache: { component: redis }
entry: shop
`;
const helpers = (text: string) =>
  singlePoints(parseModel(`nines: 1${text}`)).flatMap(({ cause, kind, proved }) => (kind === 'person' || kind === 'part' ? [`${cause}, ${kind}: ${proved}`] : []));

describe('the one person', () => {
  test('is who alone repairs what takes the entry down together', () => {
    expect(helpers(shop())).toEqual(["crew, person: one person alone repairs 'web/hang', 'redis/full': all of that down takes the entry down"]);
  });

  test('is none where another is asked as well, where there are two, and where the entry lives without it', () => {
    expect(helpers(shop({ crew: '{ people: 1, escalate: { after: 1 h, to: boss } }' }))).toEqual([]);
    expect(helpers(shop({ crew: '{ people: 2 }' }))).toEqual([]);
    expect(helpers(shop({ by: 'many' }))).toEqual([]);
  });

  test('is who alone decides on a failover', () => {
    expect(helpers(shop({ by: 'many', cache: 'many', decide: '{ by: boss, takes: 5 min }' }))).toEqual(["boss, person: one person alone decides on the failover of 'db': all of that down takes the entry down"]);
  });

  test('takes the entry down for good by never answering, and nobody else does', () => {
    const availability = (team: 'crew' | 'boss', model: string) =>
      live(model.replace(`${team}: { people: 1`, `${team}: { people: 1, acknowledge: 1000 years`), { replications: 4, years: 10 }).availability.mean;
    const decided = shop({ by: 'many', cache: 'crew', decide: '{ by: boss, takes: 5 min }' });
    expect(helpers(decided)).toHaveLength(1);
    // Who only repairs the cache, and who alone repairs or decides on what the entry needs.
    expect(availability('crew', decided)).toBeGreaterThan(0.9);
    expect(availability('boss', decided)).toBeLessThan(availability('crew', decided));
    expect(availability('crew', shop())).toBeLessThan(0.1);
  });
});

describe('the one part', () => {
  test('is a stock of one, or none, for what takes the entry down together', () => {
    const alone = (stock: number) => helpers(shop({ by: 'many', cache: 'many', stock }));
    expect(alone(0)).toEqual(["disk, part: no part is in stock to repair 'disk/head': all of that down takes the entry down"]);
    expect(alone(1)).toEqual(["disk, part: one part alone is in stock to repair 'disk/head': all of that down takes the entry down"]);
    expect(alone(2)).toEqual([]);
  });
});

test('cut sets with people, parts, hidden faults and drift are those without, and have no chances', () => {
  const plain = `
components: { disk: { failures: { head: { mtbf: 30 days, mttr: 2 h } } } }
shocks: { cooling: { mtbf: 1 year, mttr: 1 h, hits: [web] } }
services:
  web: { component: disk, replicas: 3, required: 2, needs: [db] }
  db: { component: disk, replicas: 2, mode: active-passive }
entry: web
`;
  const waits = `teams: { crew: { people: 2 } }${plain
    .replace('mttr: 2 h', 'mttr: 2 h, repaired-by: crew, needs-spare: true, repair-needs: [db], latent: true')
    .replace('2 h, repaired-by: crew, needs-spare: true, repair-needs: [db], latent: true } }', '2 h, repaired-by: crew, needs-spare: true, repair-needs: [db], latent: true } }, spares: { stock: 5, lead-time: 1 day }, check: { every: 9 days }')
    .replace('hits: [web]', 'hits: [web], repair: each')
    .replace('mode: active-passive', 'mode: active-passive, failover: { drift: 1%/month }')}`;
  const [bare, waiting] = [plain, waits].map((text) => parseModel(`nines: 1\n${text}`));
  const names = (model: typeof bare) => cutSets(model).map(({ causes }) => causes.join(' + ')).sort();
  expect(names(bare)).toHaveLength(5);
  expect(names(waiting)).toEqual(names(bare));
  expect(cutSetsByOrder(waiting)).toEqual(cutSetsByOrder(bare));
  expect(cutSets(waiting).every(({ unavailability }) => unavailability === null)).toBe(true);
  expect(cutSets(bare).every(({ unavailability }) => unavailability! > 0)).toBe(true);
  expect(singlePoints(waiting)).toMatchObject([{ cause: 'cooling', kind: 'shock', unavailability: null, downtimePerYear: null }]);
  expect(importance(waiting)).toEqual([]);
  expect(refusals(waiting).map(({ theorem }) => theorem)).not.toContain('cut sets');
  expect(refusals(waiting).map(({ theorem }) => theorem)).toContain('chances of cut sets, and importance');
});
