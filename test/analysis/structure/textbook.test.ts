import { describe, expect, test } from 'vitest';
import { cutSets, cutSetsByOrder, entryUnavailability, importance } from '../../../src/analysis/structure/index.ts';
import { type Model, parseModel } from '../../../src/model/index.ts';

/** Structures that are solved by hand. `c` is down with chance q, `z` is never. */
const q = 0.1;
const p = 1 - q;
const HEAD = 'nines: 1\ncomponents: { c: { failures: { crash: { mtbf: 9 h, mttr: 1 h } } }, d: { failures: { crash: { mtbf: 3 h, mttr: 1 h } } }, z: }\n';
const read = (text: string) => parseModel(HEAD + text);
const place = (...names: string[]) => `domains: { ${names.map((name) => `${name}: { kind: node, failures: { out: { mtbf: 9 h, mttr: 1 h } } }`).join(', ')} }\n`;
const cuts = (model: Model) => cutSets(model).map(({ causes }) => causes.join(' ')).sort();
const of = (model: Model, name: string) => importance(model).find(({ element }) => element === name)!;

function expectFigures(model: Model, name: string, own: number, birnbaum: number): void {
  const u = entryUnavailability(model)!;
  const figures = of(model, name);
  expect(figures.unavailability).toBeCloseTo(own, 14);
  expect(figures.birnbaum).toBeCloseTo(birnbaum, 14);
  expect(figures.criticality).toBeCloseTo((birnbaum * own) / u, 13);
  expect(figures.riskAchievementWorth).toBeCloseTo((u + (1 - own) * birnbaum) / u, 12);
  if (Math.abs(birnbaum * own - u) < 1e-15) expect(figures.riskReductionWorth).toBeNull();
  else expect(figures.riskReductionWorth).toBeCloseTo(u / (u - own * birnbaum), 11);
}

describe('the bridge (Barlow & Proschan 1975)', () => {
  // A and D lead through, B and E, and C joins the two ways: a service for each cut, one of whose places is enough.
  const bridge = read(`${place('A', 'B', 'C', 'D', 'E')}services:
  entry: { needs: [ab, de, ace, bcd] }
  ab: { component: z, replicas: 2, in: [A, B] }
  de: { component: z, replicas: 2, in: [D, E] }
  ace: { component: z, replicas: 3, in: [A, C, E] }
  bcd: { component: z, replicas: 3, in: [B, C, D] }
entry: entry`);
  const u = 2 * q ** 2 + 2 * q ** 3 - 5 * q ** 4 + 2 * q ** 5;

  test('has the cut sets AB, DE, ACE and BCD', () => {
    expect(cuts(bridge)).toEqual(['A B', 'A C E', 'B C D', 'D E']);
    expect(cutSetsByOrder(bridge)).toEqual([0, 2, 2]);
    expect(cutSets(bridge)[0]).toEqual({ causes: ['A', 'B'], unavailability: expect.closeTo(q ** 2, 14) });
  });

  test('is down with chance 2q² + 2q³ − 5q⁴ + 2q⁵', () => {
    expect(entryUnavailability(bridge)).toBeCloseTo(u, 15);
  });

  test('needs its cross-link only where one way each is half broken', () => {
    const crossing = 2 * (p * q) ** 2;
    expectFigures(bridge, 'C', q, crossing);
    // All five together are the derivative of the polynomial.
    const corner = (4 * q + 6 * q ** 2 - 20 * q ** 3 + 10 * q ** 4 - crossing) / 4;
    for (const name of ['A', 'B', 'D', 'E']) expectFigures(bridge, name, q, corner);
    expect(importance(bridge).at(-1)!.element).toBe('C');
  });
});

describe('k of n', () => {
  test('2 of 3: 3q² − 2q³, and a member decides with chance 2pq', () => {
    const two = read('services: { db: { component: c, replicas: 3, mode: quorum } }');
    expect(entryUnavailability(two)).toBeCloseTo(3 * q ** 2 - 2 * q ** 3, 15);
    expectFigures(two, 'db[0]', q, 2 * p * q);
    expect(importance(two)).toHaveLength(1);
    expect(cuts(two)).toEqual(['db[0] db[1]', 'db[0] db[2]', 'db[1] db[2]']);
  });

  test('in series each decides while the others work', () => {
    const series = read('services:\n  web: { component: c, needs: [db] }\n  db: { component: d }\nentry: web');
    expect(entryUnavailability(series)).toBeCloseTo(1 - p * 0.75, 15);
    expectFigures(series, 'web', q, 0.75);
    expectFigures(series, 'db', 0.25, p);
    expect(importance(series).map(({ element }) => element)).toEqual(['db', 'web']);
  });

  test('in parallel each decides while the others are down, and without any one of them nothing is left', () => {
    const parallel = read(`${place('A', 'B')}services:\n  web: { component: z, replicas: 2, in: [A, B] }`);
    expect(entryUnavailability(parallel)).toBeCloseTo(q * q, 16);
    expectFigures(parallel, 'A', q, q);
    expect(of(parallel, 'A')).toMatchObject({ kind: 'domain', criticality: expect.closeTo(1, 12), riskAchievementWorth: expect.closeTo(10, 11), riskReductionWorth: null });
  });

  test('of 10,000 members is a binomial tail', () => {
    const fleet = read('services: { web: { component: c, replicas: 10000, required: 8900 } }');
    // 1,101 or more of 10,000 lost, 3.4 standard deviations: summed in logarithms.
    let exact = 0;
    let term = 10_000 * Math.log(p);
    for (let lost = 0; lost <= 10_000; lost++) {
      if (lost > 0) term += Math.log((10_000 - lost + 1) / lost) + Math.log(q / p);
      if (lost > 1_100) exact += Math.exp(term);
    }
    expect(entryUnavailability(fleet)! / exact).toBeCloseTo(1, 9);
    expect(importance(fleet)).toMatchObject([{ element: 'web[any]', kind: 'member' }]);
    expect(cutSetsByOrder(fleet)).toEqual([0, 0, 0]);
  });
});

describe('a domain that holds all', () => {
  const shared = read(`${place('A')}services: { web: { component: d, replicas: 2, in: A } }`);

  test('is a cut by itself, beside both members', () => {
    expect(cuts(shared)).toEqual(['A', 'web[0] web[1]']);
    expect(entryUnavailability(shared)).toBeCloseTo(q + p * 0.25 ** 2, 15);
  });

  test('decides unless both are down anyway, and a member only while the domain is up', () => {
    expectFigures(shared, 'A', q, 1 - 0.25 ** 2);
    expectFigures(shared, 'web[0]', 0.25, p * 0.25);
  });

  test('of domains that hold members each, a member decides for its own', () => {
    const two = read(`domains:\n  A: { kind: node, failures: { out: { mtbf: 9 h, mttr: 1 h } } }\n  B: { kind: node }\nservices: { web: { component: d, replicas: 2, in: [A, B] } }`);
    const inA = 1 - p * 0.75;
    expect(entryUnavailability(two)).toBeCloseTo(inA * 0.25, 15);
    expectFigures(two, 'web[0]', 0.25, p * 0.25);
    expectFigures(two, 'web[1]', 0.25, inA);
    expectFigures(two, 'A', q, 0.75 * 0.25);
    expect(cuts(two)).toEqual(['A web[1]', 'web[0] web[1]']);
  });
});

describe('what is only wanted', () => {
  const wanting = (factors: string, rest = '') => read(`services:\n  web: { component: z, wants: { ${factors} } }\n  a: { component: c }\n  b: { component: d }\nentry: web\n${rest}`);

  test('matters where what is left without it is below what is called up', () => {
    expect(entryUnavailability(wanting('a: 94%, b: 96%'))).toBeCloseTo(q, 15);
    expect(entryUnavailability(wanting('a: 95%, b: 100%'))).toBe(0);
    expect(importance(wanting('a: 95%, b: 100%'))).toEqual([]);
  });

  test('matters together: 96% of 96% is too little', () => {
    const both = wanting('a: 96%, b: 96%');
    expect(entryUnavailability(both)).toBeCloseTo(q * 0.25, 15);
    expectFigures(both, 'a', q, 0.25);
    expect(cuts(both)).toEqual(['a b']);
  });
});

test('degraded service counts as long as it is enough: 3 of 4 serve 75%', () => {
  const degraded = read('services: { web: { component: c, replicas: 4, required: 4, below-required: degraded } }\nsla: { error-rate: 30% }');
  expect(entryUnavailability(degraded)).toBeCloseTo(1 - p ** 4 - 4 * q * p ** 3, 15);
  expectFigures(degraded, 'web[0]', q, 3 * q * p ** 2);
  expect(cutSetsByOrder(degraded)).toEqual([0, 6, 0]);
});

test('sites are down where both are, one way or another', () => {
  const sites = read(`${place('A', 'B')}services:\n  shop: { of: web, sites: [A, B], mode: active-passive }\n  web: { component: d }\nentry: shop`);
  const site = 1 - p * 0.75;
  expect(entryUnavailability(sites)).toBeCloseTo(site ** 2, 15);
  expectFigures(sites, 'A', q, 0.75 * site);
  expectFigures(sites, 'web@A', 0.25, p * site);
  expect(cuts(sites)).toEqual(['A B', 'A web@B', 'B web@A', 'web@A web@B']);
});

describe('a shock that strikes each with 50%', () => {
  const struck = read('services: { db: { component: c, replicas: 2 } }\nshocks: { deploy: { mtbf: 3 h, mttr: 1 h, hits: [db], probability: 50% } }');
  const u = 0.25;
  const during = 1 - p * 0.5;

  test('is a cut by its worst, as likely as the shock and both coins', () => {
    expect(cutSets(struck)).toEqual([
      { causes: ['deploy'], unavailability: expect.closeTo(u / 4, 14) },
      { causes: ['db[0]', 'db[1]'], unavailability: expect.closeTo(q * q, 14) },
    ]);
  });

  test('raises what each member fails with while it lasts', () => {
    expect(entryUnavailability(struck)).toBeCloseTo((1 - u) * q ** 2 + u * during ** 2, 15);
    expectFigures(struck, 'deploy', u, during ** 2 - q ** 2);
    expectFigures(struck, 'db[0]', q, (1 - u) * q + u * 0.5 * during);
    expect(of(struck, 'deploy').kind).toBe('shock');
  });
});
