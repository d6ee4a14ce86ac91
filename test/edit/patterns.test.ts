import { describe, expect, test } from 'vitest';
import type { DifferenceFigures } from '../../src/analysis/report-comparison.ts';
import { CATALOGUE, offersFor, type Offer } from '../../src/edit/patterns/offers.ts';
import { checkModel, parseModel } from '../../src/model/index.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { DISASTERS, EVERYTHING } from '../model/gallery.ts';
import { comments, GALLERY as AS_IT_IS } from './gallery.ts';

const IDS = [...CATALOGUE.whole, ...CATALOGUE.service].map(({ id }) => id);

/** The gallery, and what people put up before they read what it says. */
const GALLERY: ReadonlyMap<string, string> = new Map([
  ...AS_IT_IS,
  ['two sentinels', (AS_IT_IS.get('redis-sentinel.yaml') ?? '').replace('sentinels: { value: 3', 'sentinels: { value: 2')],
  // Whose standby is behind, and loses nothing else.
  ['a pair that lags', `nines: 1
components: { pg: { failures: { crash: { mtbf: 60 days, mttr: constant(2 min) } } } }
services: { db: { component: pg, replicas: 2, mode: active-passive, failover: { detect: 5 s, promote: 5 s }, replication: { mode: async, lag: 1 min } } }
`],
  ['hangs all the time', (AS_IT_IS.get('second-on-call.yaml') ?? '').replace('required: 2', 'required: 4').replace('hang: { mtbf: 180 days', 'hang: { mtbf: 20 days')],
  ['an empty shelf', (AS_IT_IS.get('spare-on-the-shelf.yaml') ?? '').replace('stock: { value: 1', 'stock: { value: 0')],
  ['galera without garbd', (AS_IT_IS.get('galera-pair.yaml') ?? '').replace('votes: { value: 3', 'votes: { value: 2')],
  ['kubernetes without eviction', (AS_IT_IS.get('kubernetes-zone-goes.yaml') ?? '').replace(/ +reschedule: .*\n/, '')],
]);

const OFFERS: ReadonlyMap<string, readonly Offer[]> = new Map(
  [...GALLERY].map(([file, text]) => [file, [...offersFor(text)]]),
);

describe('a pattern of the catalogue', () => {
  test('has a name of its own, a title and a line', () => {
    expect(IDS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(IDS).size).toBe(IDS.length);
    for (const { title, line } of [...CATALOGUE.whole, ...CATALOGUE.service]) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(line).toMatch(/\.$/);
      expect(line.length).toBeLessThan(120);
    }
  });

  test.each([...GALLERY])('wherever it fits %s gives a model without errors, as one change', (file, text) => {
    for (const { id, on, text: after, patch, says } of OFFERS.get(file) ?? []) {
      const { diagnostics } = checkModel(after);
      expect(diagnostics.filter(({ severity }) => severity === 'error'), `${id} on ${on}`).toEqual([]);
      expect(patch.length).toBeGreaterThan(0);
      expect(says).toMatch(/\.$/);
      expect(after).not.toBe(text);
      // Comments at the file's head say what it is about.
      expect(comments(after)[0]).toBe(comments(text)[0]);
    }
  });

  test('of one more vote puts it where none stands: on what is listed, on a neighbour, on a third zone, or on a copy of the last', () => {
    const voters = (keys: string, domains: string) => `nines: 1
domains: { ${domains} }
components: { vote: { failures: { crash: { mtbf: 30 days, mttr: 1 h } } } }
services: { votes: { component: vote, replicas: 2, mode: quorum, ${keys} } }
`;
    const places = (text: string) => {
      const { text: after } = [...offersFor(text)].find(({ id }) => id === 'witness')!;
      const { domains, services } = parseModel(after);
      return services[0].placement.map((place) => domains[place].name);
    };
    const zones = 'a: { kind: zone }, b: { kind: zone }';
    expect(places(voters('in: [a, b, c]', `${zones}, c: { kind: rack }`))).toEqual(['a', 'b', 'c']);
    expect(places(voters('in: [a, b]', `${zones}, c: { kind: zone }`))).toEqual(['a', 'b', 'c']);
    expect(places(voters('in: [a, b]', zones))).toEqual(['a', 'b', 'b-2']);
    expect(places(voters('in: r, across: zone', `r: { kind: region, domains: { ${zones} } }`))).toEqual(['a', 'b', 'b-2']);
  });

  test('N + 1 at the peak is the fewest members of which enough are left without the largest zone, and is offered to fewer alone', () => {
    const eight = AS_IT_IS.get('region-at-eight.yaml') ?? '';
    const offered = (text: string) => [...offersFor(text)].find(({ id }) => id === 'n-plus-1-at-the-peak');
    expect(parseModel(offered(eight)!.text).services[0].placement).toHaveLength(9);
    expect(offered(eight.replace('servers: { value: 6', 'servers: { value: 9'))).toBeUndefined();
    const alone = (replicas: number) => `nines: 1
components: { server: { failures: { crash: { mtbf: 30 days, mttr: 1 h } } } }
services: { web: { component: server, replicas: ${replicas}, load: 300% } }
`;
    expect(parseModel(offered(alone(3))!.text).services[0].placement).toHaveLength(4);
    expect(offered(alone(4))).toBeUndefined();
  });

  test('fits models that say everything in unusual ways without bringing an error', () => {
    for (const text of [EVERYTHING, DISASTERS])
      for (const { text: after } of offersFor(text)) expect(checkModel(after).model).not.toBeNull();
  });

  test('is offered for what is chosen alone, and of no service twice', () => {
    const shop = GALLERY.get('web-shop.yaml') ?? '';
    for (const { on } of offersFor(shop, 'db')) expect(on).toBe('db');
    const all = (OFFERS.get('web-shop.yaml') ?? []).map(({ id, on }) => `${id}/${on}`);
    expect(new Set(all).size).toBe(all.length);
  });
});

type Figure = 'downtimePerYear' | 'dataLossPerYear' | 'cost';

/** What each does in a model of the gallery, shown by its interval. */
const EFFECTS: readonly (readonly [id: string, file: string, on: string | null, figure: Figure])[] = [
  ['pilot-light', 'web-shop.yaml', null, 'downtimePerYear'],
  ['warm-standby', 'web-shop.yaml', null, 'downtimePerYear'],
  ['active-active-regions', 'web-shop.yaml', null, 'downtimePerYear'],
  ['second-member', 'everything-forgotten.yaml', 'payments', 'downtimePerYear'],
  ['any-of-two-providers', 'everything-forgotten.yaml', 'payments', 'downtimePerYear'],
  ['second-zone', 'everything-forgotten.yaml', 'lb', 'downtimePerYear'],
  ['multi-az-database', 'single-server.yaml', 'server', 'downtimePerYear'],
  ['quorum-of-three', 'warm-standby.yaml', 'db', 'downtimePerYear'],
  ['retry-and-health-check', 'stateless-three-zones.yaml', 'web', 'downtimePerYear'],
  ['faster-detection', 'on-call-at-night.yaml', 'by-script', 'downtimePerYear'],
  ['automated-failover', 'on-call-at-night.yaml', 'by-hand', 'downtimePerYear'],
  ['n-plus-1-at-the-peak', 'region-at-eight.yaml', 'web', 'downtimePerYear'],
  ['third-sentinel', 'two sentinels', 'sentinel', 'downtimePerYear'],
  ['witness', 'galera without garbd', 'galera', 'downtimePerYear'],
  ['reschedule', 'kubernetes without eviction', 'app', 'downtimePerYear'],
  ['second-link', 'github-2018.yaml', null, 'downtimePerYear'],
  ['second-on-call', 'hangs all the time', null, 'downtimePerYear'],
  ['spare-on-the-shelf', 'an empty shelf', 'array-1', 'downtimePerYear'],
  ['canary', 'weekly-deploys.yaml', 'medium', 'downtimePerYear'],
  ['disruption-budget', 'disruption-budget.yaml', 'loose-tier', 'downtimePerYear'],
  ['shorter-dns', 'warm-standby.yaml', 'shop', 'downtimePerYear'],
  ['backups-3-2-1', 'backup-policies.yaml', 'full', 'dataLossPerYear'],
  ['semi-synchronous', 'a pair that lags', 'db', 'dataLossPerYear'],
];

/** What is too rare for an interval in a test's time: in the same history it is less, and why that is all there is to see. */
const RARE: readonly (readonly [id: string, file: string, on: string | null, figure: Figure, why: string])[] = [
  ['read-replica', 'sync-and-async.yaml', 'catalogue', 'downtimePerYear', 'both standbys have to be lost at once'],
  ['three-zones', 'multi-az-database.yaml', 'db', 'downtimePerYear', 'it takes what strikes two zones at once'],
  ['one-to-spare', 'stateless-three-zones.yaml', 'web', 'downtimePerYear', 'three of six have to be lost at once'],
  ['another-region', 'two-region-web-shop.yaml', 'shop', 'dataLossPerYear', 'it takes the loss of two regions at once'],
];

async function effectOf(id: string, file: string, on: string | null, { years, seed = 1 }: { years: number; seed?: number }): Promise<DifferenceFigures> {
  const offer = OFFERS.get(file)?.find((each) => each.id === id && each.on === on);
  if (offer === undefined) throw new Error(`${id} does not fit ${on} in ${file}`);
  const models = [GALLERY.get(file) ?? '', offer.text].map((text) => parseModel(text));
  return (await compareOn(onPlatform(null), models, { years, seed })).differences[0];
}

/** A pilot in another history says how many years show an effect of its size with a chance of 97%: 1.96 + 1.88 standard errors. */
const [PILOT, FEWEST, MOST] = [200, 100, 2_000];

async function yearsFor(id: string, file: string, on: string | null, figure: Figure): Promise<number> {
  const seen = (await effectOf(id, file, on, { years: PILOT, seed: 2 }))[figure];
  if (seen === null || seen.mean >= 0) return MOST;
  const standardError = (seen.ci95[1] - seen.ci95[0]) / (2 * 1.96);
  return Math.ceil(Math.min(MOST, Math.max(FEWEST, PILOT * ((1.96 + 1.88) * standardError / seen.mean) ** 2)));
}

describe('in a model of the gallery', () => {
  test.each(EFFECTS)('%s is shown to do in %s to %s what it is for: %s', async (id, file, on, figure) => {
    const years = await yearsFor(id, file, on, figure);
    expect((await effectOf(id, file, on, { years }))[figure]?.verdict).toBe('better');
  });

  test.each(RARE)('%s does in %s to %s what it is for, %s, seldom: %s', async (id, file, on, figure) => {
    const difference = (await effectOf(id, file, on, { years: MOST / 2 }))[figure];
    expect(difference?.mean).toBeLessThan(0);
    expect(difference?.verdict).not.toBe('worse');
  });

  test('no pattern that fits is shown to make worse what it is for by the move itself: regions are not failed over for what heals sooner', () => {
    for (const [file, offers] of OFFERS)
      for (const { id, on } of offers) {
        const service = parseModel(GALLERY.get(file) ?? '').services.find(({ written }) => written === on);
        if (id === 'automated-failover') expect(service?.sites, file).toBeNull();
        if (id === 'another-region') expect(service?.mode, file).not.toBe('active-active');
      }
  });

  test('semi-synchronous keeps the lag at each failover, of which there are as many as the active fails with its standby up', async () => {
    const { mean, ci95 } = (await effectOf('semi-synchronous', 'a pair that lags', 'db', { years: 200 })).dataLossPerYear!;
    const [mtbf, mttr, lag] = [60, 2 / 1440, 60];
    const failovers = (365.25 / mtbf) * (mtbf / (mtbf + mttr));
    const standardError = (ci95[1] - ci95[0]) / (2 * 1.96);
    expect(standardError).toBeLessThan((failovers * lag) / 20);
    expect(Math.abs(mean + failovers * lag)).toBeLessThan(3 * standardError);
  });

  test('degraded-instead-of-down answers more requests in the same outages', async () => {
    const file = 'stateless-three-zones.yaml';
    const offer = OFFERS.get(file)?.find(({ id }) => id === 'degraded-instead-of-down');
    const models = [GALLERY.get(file) ?? '', offer?.text ?? ''].map((text) => parseModel(text));
    const { models: reports } = await compareOn(onPlatform(null), models, { years: 500, seed: 1 });
    expect(reports[1].availability.requests.mean).toBeGreaterThan(reports[0].availability.requests.mean);
  });

  test('restore-drill finds broken backups before they are needed, so that less is lost', async () => {
    expect((await effectOf('restore-drill', 'backup-policies.yaml', 'differential', { years: 6_000 })).dataLossPerYear?.mean).toBeLessThan(0);
  });

  test('each pattern has one in which that is so', () => {
    const shown = new Set([...[...EFFECTS, ...RARE].map(([id]) => id), 'degraded-instead-of-down', 'restore-drill']);
    expect([...shown].sort()).toEqual([...IDS].sort());
  });
});
