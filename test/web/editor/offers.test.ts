import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkModel } from '../../../src/model/index.ts';
import { DISTRIBUTION_SIGNATURES } from '../../../src/model/language/distributions.ts';
import { sameDimension } from '../../../src/units/dimension.ts';
import { UNITS } from '../../../src/units/table.ts';
import { explain } from '../../../web/editor/explanation.ts';
import { fixOf, rangeOf } from '../../../web/editor/fix.ts';
import { namesIn } from '../../../web/editor/names.ts';
import { DATA_UNITS, DISTRIBUTIONS, offersAt, TIME_UNITS } from '../../../web/editor/offers.ts';
import { offsetOf } from '../../../web/editor/place.ts';

const shop = readFileSync(join(import.meta.dirname, '../../../models/web-shop.yaml'), 'utf8');

/** What is offered where `|` stands. */
function offered(text: string): string[] {
  const at = text.indexOf('|');
  return offersAt(text.replace('|', ''), at)?.offers.map(({ word }) => word) ?? [];
}

/** The shop with something typed at its end. */
const inShop = (typed: string) => offered(`${shop}${typed}|`);

describe('completion offers', () => {
  test('the keys of a map that are not there yet', () => {
    expect(offered('nines: 1\n|')).toContain('services');
    expect(offered('nines: 1\n|')).not.toContain('nines');
    expect(offered('services:\n  web:\n    component: a\n    |\n    mode: quorum')).toEqual(expect.not.arrayContaining(['component', 'mode']));
    expect(offered('services: { web: { comp|')).toContain('component');
    expect(offered('parameters: { a: { value: 6, |')).toEqual(['from', 'to', 'is']);
  });

  test('the kinds of disruption that a target may have, the kinds of the model’s domains among them', () => {
    const words = offered(`${shop}\ntargets: { rto: { |`);
    expect(words).toEqual(expect.arrayContaining(['component', 'data', 'default', 'region', 'zone']));
    expect(offered(`${shop}\ntargets: { rto: { zone: 5 min, |`)).not.toContain('zone');
  });

  test('the words of a choice, and true and false', () => {
    expect(offered('services:\n  web:\n    mode: |')).toEqual(['active-active', 'active-passive', 'quorum', 'sharded']);
    expect(offered('services: { web: { mode: act|')).toContain('active-passive');
    expect(offered('parameters: { a: { value: 6, is: |')).toEqual(['decision', 'assumption']);
    expect(offered('services:\n  web:\n    retry: |')).toEqual(['true', 'false']);
    expect(offered('services:\n  web:\n    failback: |')).toEqual(['never', 'auto']);
  });

  test('the names of services, components, domains and kinds', () => {
    expect(inShop('entry: ')).toEqual(['web', 'cache', 'db']);
    expect(inShop('services:\n  x: { component: ')).toEqual(['app-server', 'postgres', 'redis']);
    expect(inShop('services:\n  x: { in: ')).toEqual(['eu-west-1', 'eu-west-1a', 'eu-west-1b', 'eu-west-1c']);
    expect(inShop('services:\n  x: { across: ')).toEqual(['region', 'zone']);
    expect(inShop('services:\n  x: { needs: [web, ')).toEqual(['web', 'cache', 'db']);
    expect(inShop('services:\n  x:\n    needs:\n    - ')).toEqual(['web', 'cache', 'db']);
    expect(inShop('services:\n  x: { wants: { ')).toEqual(['web', 'cache', 'db']);
  });

  test('units behind a number, those that fit', () => {
    expect(inShop('components: { x: { cost: 3 ')).toEqual(['USD/h', 'USD/month', 'USD/year']);
    expect(offered('currency: EUR\ncomponents: { x: { cost: 3 |')).toContain('EUR/h');
    expect(inShop('targets: { rto: 15 ')).toEqual(TIME_UNITS);
    expect(inShop('targets: { rto: 15 m')).toContain('min');
    expect(inShop('targets: { availability: 99.95 ')).toEqual([]);
    expect(inShop('targets: { rto: 15')).toEqual([]);
  });

  test('parameters and distributions where a value begins', () => {
    expect(inShop('components: { x: { failures: { y: { mttr: ')).toEqual(expect.arrayContaining(['zone_mtbf', 'lognormal']));
    expect(inShop('targets: { rto: ')).not.toContain('lognormal');
    expect(inShop('components: { x: { failures: { y: { mttr: 2 * ')).toEqual(expect.arrayContaining(['zone_mtbf', 'max']));
    expect(offered('parameters:\n  a: 1\n  b: |')).toEqual(expect.arrayContaining(['a', 'weibull']));
    expect(offered('parameters:\n  a: 1\n  b: |')).not.toContain('b');
    expect(offered('parameters:\n  a: 1\n  b: { value: |')).toEqual(expect.arrayContaining(['a', 'weibull']));
    expect(offered('parameters:\n  a: 1\n  b: { value: a, to: |')).not.toContain('b');
  });

  test('quotes with a distribution only where its commas need them', () => {
    const snippet = (text: string) => offersAt(text, text.length)?.offers.find(({ word }) => word === 'lognormal')?.snippet;
    expect(snippet('parameters: { a: ')).toBe("'lognormal(${median}, ${p95})'");
    expect(snippet("parameters: { a: '")).toBe('lognormal(${median}, ${p95})');
    expect(snippet('parameters:\n  a: ')).toBe('lognormal(${median}, ${p95})');
  });

  test('nothing in comments, in free text and outside of the language', () => {
    expect(offered('# serv|')).toEqual([]);
    expect(offered('name: serv|')).toEqual([]);
    expect(offered('nonsense:\n  x: |')).toEqual([]);
  });

  test('the distributions and units that the language has', () => {
    expect(DISTRIBUTIONS.map(({ written }) => written)).toEqual(DISTRIBUTION_SIGNATURES);
    const distinct = (like: string) => new Set([...UNITS.values()].filter(({ dimension }) => sameDimension(dimension, UNITS.get(like)!.dimension)).map(({ value }) => value));
    expect(new Set(TIME_UNITS.map((unit) => UNITS.get(unit)!.value))).toEqual(distinct('s'));
    expect(new Set(DATA_UNITS.map((unit) => UNITS.get(unit)!.value))).toEqual(distinct('B'));
  });
});

describe('units and targets of the recovery words', () => {
  const domains = 'domains: { r1: { kind: region } }\n';

  test('data, rates and prices have their own units', () => {
    expect(offered('services:\n  db:\n    data:\n      size: 5 |')).toContain('GB');
    expect(offered('services:\n  db:\n    data:\n      change-rate: 5 |')).toContain('GB/day');
    expect(offered('services:\n  db:\n    data:\n      cost: 5 |')).toContain('USD/GB/month');
  });

  test('an experiment fails domains, services and roles', () => {
    expect(offered(`${domains}services: { db: { component: pg } }\nexperiments:\n  one:\n    fail: |`)).toEqual(['r1', 'db', 'db.active']);
  });
});

describe('hovering explains', () => {
  const at = (text: string, word: string) => explain(text, text.indexOf(word) + 1);

  test('keys with default and examples, words of a choice, parameters, distributions', () => {
    expect(at(shop, 'health-check')).toMatchObject({ title: 'health-check', text: 'How failed members are found. Default: at once.' });
    expect(at(shop, 'active-passive')).toMatchObject({ text: 'The first member serves, the others stand by.' });
    expect(at(shop, 'zone_mtbf, mttr')).toMatchObject({ title: 'zone_mtbf', text: 'Parameter: 2 years, an assumption from 6 months to 8 years' });
    expect(at(shop, 'from: 6 months')).toMatchObject({ title: 'from', text: expect.stringMatching(/^The least that it may be/) as string });
    expect(at(shop, 'decision }')).toMatchObject({ text: expect.stringMatching(/^Ours to choose/) as string });
    expect(at(shop, 'lognormal')).toMatchObject({ title: 'lognormal(median, p95)' });
    expect(at(shop, 'app-server:')).toMatchObject({ text: 'A component.' });
    expect(at('autoscale:\n', 'autoscale')?.text).toMatch(/not supported by this version/i);
  });

  test('nothing elsewhere', () => {
    expect(at(shop, '# Is a web shop')).toBeNull();
    expect(at('name: some words\n', 'words')).toBeNull();
    expect(explain('', 0)).toBeNull();
  });
});

describe('applying a suggestion', () => {
  test.each([
    ['value: 2 years', 'value: 2 yeers'],
    ['is: decision', 'is: decison'],
    ['component: app-server', 'component: app-sever'],
    ['mode: active-passive', 'mode: active-pasive'],
    ['currency: USD', 'currency: usd'],
    ['success: 99%', 'succes: 99%'],
    ["'uniform(15 s, 30 s)'", 'uniform(15 s, 30 s)'],
    ['detect: 30 s', 'detect: 30'],
    ['retry: true', 'retry: yes'],
    ['needs: [db]', 'needs: [dbb]'],
    ["'lognormal(2 h, 9 h)'", "'lognorml(2 h, 9 h)'"],
    ['mttr: 90 s', "mttr: '90 sek'"],
    ['nines: 1\n', ''],
  ])('mends %j written as %j', (right, wrong) => {
    const text = shop.replace(right, wrong);
    const found = checkModel(text).diagnostics.find(({ suggestion }) => suggestion !== null)!;
    const mended = fixOf(text, found)!.apply(text);
    expect(checkModel(mended).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (right !== 'mttr: 90 s') expect(mended).toBe(shop);
  });

  test('marks the wrong word alone', () => {
    const text = shop.replace('mtbf: zone_mtbf', 'mtbf: 2 * zone_mtb');
    const { from, to } = rangeOf(text, checkModel(text).diagnostics[0]);
    expect(text.slice(from, to)).toBe('zone_mtb');
  });

  test('is offered for nothing that has no place', () => {
    expect(fixOf('', { severity: 'error', message: 'x', line: 9, column: 9, path: 'a', suggestion: 'y' })).toBeNull();
    expect(fixOf('a: b', { severity: 'error', message: 'x', line: 1, column: 1, path: 'a', suggestion: null })).toBeNull();
  });
});

test('names are found while the text has errors', () => {
  const names = namesIn("currency: EUR\nparameters: { a: '2 s' }\ndomains: { r: { kind: region, domains: { z: { kind: 'zone' } } } }\nservices:\n  web:\n    mode: [");
  expect(names.of).toEqual({ service: ['web'], component: [], domain: ['r', 'z'], 'domain kind': ['region', 'zone'], team: [] });
  expect([...names.parameters, names.currency]).toEqual([['a', '2 s'], 'EUR']);
});

test('a place beyond the text is its end', () => {
  expect([offsetOf('a\nbc', { line: 2, column: 2 }), offsetOf('a\nbc', { line: 1, column: 9 }), offsetOf('a', { line: 9, column: 1 })]).toEqual([3, 1, 1]);
});
