import { describe, expect, test } from 'vitest';
import { arithmeticAvailability } from '../../src/analysis/arithmetic.ts';
import { cutSets, singlePoints } from '../../src/analysis/structure/index.ts';
import type { Model, Service } from '../../src/model/model.ts';
import { component, domain, model, oneHourIn, service } from './hand-made.ts';

/** Servers are down one hour in ten, regions east and west one hour in a hundred. */
const common = {
  components: [component('server', { failures: [oneHourIn(10)] })],
  domains: [domain('east', { failures: [oneHourIn(100)] }), domain('west', { failures: [oneHourIn(100)] })],
};
const SERVER = 0.9;
const REGION = 0.99;
/** `shop` works on a copy of `web` in each region, services 1 and 2. */
const shop = (fields: Partial<Service> = {}): Service => service('shop', { placement: [0, 1], sites: [1, 2], ...fields });
const web = (site: number, fields: Partial<Service> = {}): Service =>
  service(`web@${['east', 'west'][site]}`, { placement: [site], inFirstSite: site === 0, ...fields });
const cuts = (of: Model) => cutSets(of).map(({ causes }) => causes.join(' + ')).sort();

describe('two sites with a server each', () => {
  const two = model({ ...common, services: [shop(), web(0), web(1)] });

  test('are down only where both are, one way or another', () => {
    expect(singlePoints(two)).toEqual([]);
    expect(cuts(two)).toEqual(['east + web@west', 'east + west', 'web@east + web@west', 'west + web@east'].sort());
    expect(cutSets(two)[0]).toEqual({ causes: ['web@east', 'web@west'], unavailability: expect.closeTo(0.01, 12) });
  });

  test('by the bare arithmetic are independent, each its server times its region', () => {
    expect(arithmeticAvailability(two)).toBeCloseTo(1 - (1 - SERVER * REGION) ** 2, 12);
  });

  test('are each enough where one stands by, and both needed where two are required', () => {
    const passive = model({ ...common, services: [shop({ mode: 'active-passive', required: 1 }), web(0), web(1)] });
    expect(arithmeticAvailability(passive)).toBe(arithmeticAvailability(two));
    expect(cuts(passive)).toEqual(cuts(two));
    const both = model({ ...common, services: [shop({ required: 2 }), web(0), web(1)] });
    expect(cuts(both)).toEqual(['east', 'web@east', 'web@west', 'west']);
    expect(arithmeticAvailability(both)).toBeCloseTo((SERVER * REGION) ** 2, 12);
  });

  test('that serve what they can are degraded with one', () => {
    const half = model({ ...common, sla: { errorRate: 0.6, toleratesSeconds: 0, excludes: [], windows: null }, services: [shop({ required: 2, belowRequired: 'degraded' }), web(0), web(1)] });
    expect(cuts(half)).toEqual(cuts(two));
  });

  test('have a region around both of them as their single point', () => {
    const domains = [domain('continent', { failures: [oneHourIn(1000)] }), ...common.domains.map((each) => ({ ...each, parent: 0 }))];
    const services = [shop({ placement: [1, 2] }), web(0, { placement: [1] }), web(1, { placement: [2] })];
    expect(singlePoints(model({ ...common, domains, services })).map(({ cause }) => cause)).toEqual(['continent']);
  });
});

describe('a service that both sites share', () => {
  const shared = model({ ...common, services: [shop(), web(0, { needs: [3] }), web(1, { needs: [3] }), service('dns', { placement: [-1] })] });

  test('is a single point of failure', () => {
    expect(singlePoints(shared).map(({ cause }) => cause)).toEqual(['dns']);
  });

  test('counts once, outside of the sites', () => {
    expect(arithmeticAvailability(shared)).toBeCloseTo(SERVER * (1 - (1 - SERVER * REGION) ** 2), 12);
  });
});

describe('a site', () => {
  test('is up while its copy and all that the copy needs in it are', () => {
    const services = [shop(), web(0, { needs: [3] }), web(1, { needs: [4] }), service('db@east', { placement: [0, 0] }), service('db@west', { placement: [1, 1], inFirstSite: false })];
    const stacked = model({ ...common, services });
    expect(cuts(stacked)).toContain('web@east + web@west');
    // Both databases of one region are no cut, but with the other site.
    expect(cuts(stacked).filter((cut) => cut.includes('db@')).sort()).toEqual(['web@west + db@east[0] + db@east[1]', 'web@east + db@west[0] + db@west[1]', 'east + db@west[0] + db@west[1]', 'west + db@east[0] + db@east[1]'].sort());
    // The region that all of a site shares stands in series, once.
    const databases = 1 - (1 - SERVER) ** 2;
    expect(arithmeticAvailability(stacked)).toBeCloseTo(1 - (1 - SERVER * REGION * databases) ** 2, 12);
  });

  test('whose copy has no members goes with its domain all the same', () => {
    const empty = model({ ...common, services: [shop({ required: 2 }), service('web@east'), service('web@west', { inFirstSite: false })] });
    expect(cuts(empty)).toEqual(['east', 'west']);
  });

  test('may hold sites itself', () => {
    const domains = [
      domain('east', { failures: [oneHourIn(100)] }), domain('a', { kind: 'zone', parent: 0, failures: [oneHourIn(50)] }), domain('b', { kind: 'zone', parent: 0, failures: [oneHourIn(50)] }),
      domain('west', { failures: [oneHourIn(100)] }),
    ];
    const services = [
      service('shop', { placement: [0, 3], sites: [1, 2] }),
      service('zones@east', { placement: [1, 2], sites: [3, 4] }),
      service('zones@west', { placement: [3], sites: [5], inFirstSite: false }),
      service('web@east@a', { placement: [1] }),
      service('web@east@b', { placement: [2], inFirstSite: false }),
      service('web@west@west', { placement: [3], inFirstSite: false }),
    ];
    const nested = model({ ...common, domains, services });
    expect(singlePoints(nested)).toEqual([]);
    // In the east both zones, one way or another; in the west the one.
    const east = ['east', 'a + b', 'a + web@east@b', 'b + web@east@a', 'web@east@a + web@east@b'];
    const both = east.flatMap((cut) => [`${cut} + web@west@west`, `${cut} + west`]);
    const sorted = (cut: string) => cut.split(' + ').sort().join(' + ');
    expect(cuts(nested).map(sorted).sort()).toEqual(both.map(sorted).sort());
    // Both zones of the east share the east.
    const zones = 1 - (1 - SERVER * 0.98) ** 2;
    expect(arithmeticAvailability(nested)).toBeCloseTo(1 - (1 - REGION * zones) * (1 - SERVER * REGION), 12);
  });
});

describe('a shock', () => {
  test('that hits every copy takes all sites down, and so does one that hits the sites themselves', () => {
    const bad = (name: string, hits: readonly number[]) => ({ ...oneHourIn(500), name, hits, probability: 1, repairsEach: false });
    const struck = model({ ...common, shocks: [bad('deploy', [1, 2]), bad('routing', [0]), bad('half', [1])], services: [shop(), web(0), web(1)] });
    expect(singlePoints(struck).map(({ cause }) => cause)).toEqual(['deploy', 'routing']);
  });
});
