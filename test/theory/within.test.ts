import { describe, expect, test } from 'vitest';
import { cutSets } from '../../src/analysis/structure/index.ts';
import { refusedBy } from '../../src/analysis/theorems.ts';
import { atLeastOf, expectExact, expectTells, HOUR, live, read } from './harness.ts';

/*
 * Two zones, one or two members of each service in each; a web member fails every 10 days for a day, a cache member
 * every 5 days for a day.
 */
const WEB = 10 / 11;
const CACHE = 5 / 6;
const ZONES = (need: string, keys = '', cache = 'replicas: 2') => `domains: { a: { kind: zone }, b: { kind: zone } }
components: { app: { failures: { crash: { mtbf: 10 days, mttr: 1 day } } }, memory: { failures: { crash: { mtbf: 5 days, mttr: 1 day } } } }
services:
  web: { component: app, replicas: 2, across: zone, needs: [${need}]${keys} }
  cache: { component: memory, ${cache}, across: zone }
entry: web`;
const NEAR = '{ service: cache, within: zone }';
const lives = { replications: 60, years: 10 };

describe('what a service needs', () => {
  test('of a region does for all of its members: both kinds fail by themselves', () => {
    const exact = (1 - (1 - WEB) ** 2) * (1 - (1 - CACHE) ** 2);
    const { availability } = live(ZONES('cache'), lives);
    expectExact(availability, exact);
    expectTells(availability, exact, 0.03);
  });

  test('within a zone does for the members in it: a zone needs one of each', () => {
    const exact = 1 - (1 - WEB * CACHE) ** 2;
    const { availability, incidents } = live(ZONES(NEAR), lives);
    expectExact(availability, exact);
    expectTells(availability, exact, 0.06);
    // Two failures each, of any of the four in each zone.
    const two = incidents.byFailures.find(({ failures }) => failures === 2);
    expect(two?.share).toBeGreaterThan(0.9);
  });

  test('within a zone takes a share of the capacity with it, and no more', () => {
    const exact = WEB * CACHE;
    const { availability } = live(ZONES(NEAR, ', required: 2, below-required: degraded'), lives);
    expectExact(availability.requests, exact);
  });

  test('within a zone is there while any of its members there is, or as many as its share of what is required', () => {
    const any = 1 - (1 - WEB * (1 - (1 - CACHE) ** 2)) ** 2;
    expectExact(live(ZONES(NEAR, '', 'replicas: 4'), lives).availability, any);
    // Three of four are two of two.
    const most = 1 - (1 - WEB * atLeastOf(2, 2, CACHE)) ** 2;
    expectExact(live(ZONES(NEAR, '', 'replicas: 4, required: 3'), lives).availability, most);
  });

  test('within a zone goes on with what that needs itself, wherever it is', () => {
    const deep = ZONES(NEAR).replace('entry:', '  disk: { component: memory }\nentry:').replace('cache: { component', 'cache: { needs: [disk], component');
    expectExact(live(deep, lives).availability, CACHE * (1 - (1 - WEB * CACHE) ** 2));
  });

  test('within a zone by way of another one in it is a row of three', () => {
    const row = ZONES(NEAR)
      .replace('entry:', '  disk: { component: memory, replicas: 2, across: zone }\nentry:')
      .replace('cache: { component', 'cache: { needs: [{ service: disk, within: zone }], component');
    expectExact(live(row, lives).availability, 1 - (1 - WEB * CACHE * CACHE) ** 2);
  });

  test('and is noticed by a health check as anything of a member is', () => {
    // Nothing of the web fails; its other member answers, but half of the requests fail until that is noticed.
    const checked = ZONES(NEAR, ', health-check: { interval: 1 h, unhealthy-threshold: 1, healthy-threshold: 1 }').replace('{ crash: { mtbf: 10 days, mttr: 1 day } }', '{}').replace('mtbf: 5 days, mttr: 1 day', 'mtbf: 100 days, mttr: constant(1 day)');
    const { incidents } = live(checked, lives);
    // Either cache fails once in 101 days: half an hour on average, and down all the time that both are out.
    const each = 2 * (365.25 / 101) * (HOUR / 2);
    expect(incidents.perYear.mean).toBeGreaterThan(6.5);
    const apart = incidents.byFailures.find(({ failures }) => failures === 1)!;
    expect(Math.abs(apart.downtimePerYear / each - 1)).toBeLessThan(0.05);
  });

  test('within a zone has cut sets by trial: one of each row', () => {
    const causes = cutSets(read(ZONES(NEAR)).model).map((cut) => [...cut.causes].sort().join(' '));
    expect(causes.sort()).toEqual(['cache[0] cache[1]', 'cache[0] web[1]', 'cache[1] web[0]', 'web[0] web[1]']);
  });

  test('within a zone has no exact value yet, and they say why', () => {
    for (const theorem of ['structure function', 'exact value by independence', 'exact value by a Markov chain', 'bare arithmetic'] as const)
      expect(refusedBy(read(ZONES(NEAR)).model, theorem)).toBe("it uses 'within', for which this was not proved");
  });
});
