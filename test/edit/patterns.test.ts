import { describe, expect, test } from 'vitest';
import type { DifferenceFigures } from '../../src/analysis/report-comparison.ts';
import { CATALOGUE, offersFor, type Offer } from '../../src/edit/patterns/offers.ts';
import { checkModel, parseModel } from '../../src/model/index.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { DISASTERS, EVERYTHING } from '../model/gallery.ts';
import { comments, GALLERY } from './gallery.ts';

const IDS = [...CATALOGUE.whole, ...CATALOGUE.service].map(({ id }) => id);

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

/** What each does in a model of the gallery: `better` is shown by its interval, `less` in the same history. */
const EFFECTS: readonly [id: string, file: string, on: string | null, figure: Figure, effect: 'better' | 'less', years: number][] = [
  ['pilot-light', 'web-shop.yaml', null, 'downtimePerYear', 'better', 300],
  ['warm-standby', 'web-shop.yaml', null, 'downtimePerYear', 'better', 300],
  ['active-active-regions', 'web-shop.yaml', null, 'downtimePerYear', 'better', 300],
  ['second-member', 'everything-forgotten.yaml', 'payments', 'downtimePerYear', 'better', 200],
  ['second-zone', 'everything-forgotten.yaml', 'lb', 'downtimePerYear', 'better', 200],
  ['multi-az-database', 'single-server.yaml', 'server', 'downtimePerYear', 'better', 200],
  ['read-replica', 'sync-and-async.yaml', 'catalogue', 'downtimePerYear', 'less', 1000],
  ['three-zones', 'multi-az-database.yaml', 'db', 'downtimePerYear', 'less', 1000],
  ['quorum-of-three', 'warm-standby.yaml', 'db', 'downtimePerYear', 'better', 200],
  ['one-to-spare', 'stateless-three-zones.yaml', 'web', 'downtimePerYear', 'less', 500],
  ['retry-and-health-check', 'stateless-three-zones.yaml', 'web', 'downtimePerYear', 'better', 500],
  ['faster-detection', 'on-call-at-night.yaml', 'by-script', 'downtimePerYear', 'better', 400],
  ['automated-failover', 'on-call-at-night.yaml', 'by-hand', 'downtimePerYear', 'better', 300],
  ['canary', 'weekly-deploys.yaml', 'medium', 'downtimePerYear', 'less', 200],
  ['shorter-dns', 'warm-standby.yaml', 'shop', 'downtimePerYear', 'less', 300],
  ['backups-3-2-1', 'backup-policies.yaml', 'full', 'dataLossPerYear', 'better', 500],
  ['semi-synchronous', 'on-call-at-night.yaml', 'by-script', 'dataLossPerYear', 'better', 1000],
  ['another-region', 'two-region-web-shop.yaml', 'shop', 'dataLossPerYear', 'less', 300],
];

async function effectOf(id: string, file: string, on: string | null, years: number): Promise<DifferenceFigures> {
  const offer = OFFERS.get(file)?.find((each) => each.id === id && each.on === on);
  if (offer === undefined) throw new Error(`${id} does not fit ${on} in ${file}`);
  const models = [GALLERY.get(file) ?? '', offer.text].map((text) => parseModel(text));
  return (await compareOn(onPlatform(null), models, { years, seed: 1 })).differences[0];
}

describe('in a model of the gallery', () => {
  test.each(EFFECTS)('%s does in %s to %s what it is for: %s %s', async (id, file, on, figure, effect, years) => {
    const difference = (await effectOf(id, file, on, years))[figure];
    if (effect === 'better') expect(difference?.verdict).toBe('better');
    else expect(difference?.mean).toBeLessThan(0);
  });

  test('degraded-instead-of-down answers more requests in the same outages', async () => {
    const file = 'stateless-three-zones.yaml';
    const offer = OFFERS.get(file)?.find(({ id }) => id === 'degraded-instead-of-down');
    const models = [GALLERY.get(file) ?? '', offer?.text ?? ''].map((text) => parseModel(text));
    const { models: reports } = await compareOn(onPlatform(null), models, { years: 500, seed: 1 });
    expect(reports[1].availability.requests.mean).toBeGreaterThan(reports[0].availability.requests.mean);
  });

  test('restore-drill finds broken backups before they are needed, so that less is lost', async () => {
    expect((await effectOf('restore-drill', 'backup-policies.yaml', 'differential', 6_000)).dataLossPerYear?.mean).toBeLessThan(0);
  });

  test('each pattern has one in which that is so', () => {
    const shown = new Set([...EFFECTS.map(([id]) => id), 'degraded-instead-of-down', 'restore-drill']);
    expect([...shown].sort()).toEqual([...IDS].sort());
  });
});
