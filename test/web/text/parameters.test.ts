import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { amountOf, numberText, write } from '../../../web/text/amount.ts';
import { ladder, rungOf } from '../../../web/text/ladder.ts';
import { parameterTexts, rewrite } from '../../../web/text/parameters.ts';

const folder = join(import.meta.dirname, '../../../models');
const models = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const parametersOf = (text: string) => (parse(text) as { parameters?: Record<string, unknown> }).parameters ?? {};

describe('rewriting a parameter', () => {
  test.each(models)('in %s finds every parameter with its value', (name) => {
    const text = read(name);
    const valueOf = (value: unknown) => (typeof value === 'object' && value !== null && 'value' in value ? value.value : value);
    const expected = Object.entries(parametersOf(text)).map(([key, value]) => [key, String(valueOf(value))]);
    expect(parameterTexts(text).map((place) => [place.name, place.written])).toEqual(expected);
  });

  const value = fc.oneof(
    fc.double({ min: 0.001, max: 1e6, noNaN: true }).map(numberText),
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(' s', ' years', '%', ' USD/h')).map(([n, unit]) => `${n}${unit}`),
    fc.constantFrom('lognormal(45 min, 4 h)', '2 * other', "it's", 'a: b', '# no', '- x', '{a}', 'x, y', '', '*a', 'true ', '"q"', 'a\\b', "'"),
  );
  const name = fc.stringMatching(/^[a-z_]{1,8}$/);
  const quoted = fc.constantFrom('plain', 'single', 'double') as fc.Arbitrary<'plain' | 'single' | 'double'>;
  const comment = fc.constantFrom('', ' # why', "   # it's: {not, a} 'value'", ' ');

  const document = fc
    .tuple(
      fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 99 }), quoted, comment), { minLength: 1, maxLength: 6, selector: ([key]) => key }),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '# parameters: { x: 1 }\n', "name: 'parameters: 3'\n", 'description: |\n  parameters:\n    a: 1\n', 'services: { a: { parameters: { x: 1 } } }\n'),
      fc.constantFrom('', 'entry: a\n', '# end', 'x: [1, 2]'),
    )
    .map(([entries, flow, newline, before, after]) => {
      const inQuotes = (n: number, style: string) => (style === 'single' ? `'${n} s'` : style === 'double' ? `"${n} s"` : `${n} s`);
      const block = `parameters:\n${entries.map(([key, n, style, note]) => `  ${key}: ${inQuotes(n, style)}${note}\n`).join('')}`;
      const braces = `parameters: {${entries.map(([key, n, style]) => ` ${key}: ${inQuotes(n, style)}`).join(',')} }\n`;
      return `${before}${flow ? braces : block}${after}`.replace(/\n/g, newline);
    });

  test('changes that value and not one other character', () => {
    fc.assert(
      fc.property(document, fc.nat(), value, (text, which, written) => {
        const places = parameterTexts(text);
        const before = parametersOf(text);
        expect(places.map((place) => place.name)).toEqual(Object.keys(before));
        const place = places[which % places.length];
        const after = rewrite(text, place, written);
        expect(after.startsWith(text.slice(0, place.from))).toBe(true);
        expect(after.endsWith(text.slice(place.to))).toBe(true);
        const got = parametersOf(after);
        expect(String(got[place.name])).toBe(typeof got[place.name] === 'number' ? String(Number(written)) : written);
        expect({ ...got, [place.name]: 0 }).toEqual({ ...before, [place.name]: 0 });
        expect(parameterTexts(after).map(({ note }) => note)).toEqual(places.map(({ note }) => note));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test('that says what it is changes its value alone, on one line or on several', () => {
    const text = "parameters:\n  a: { value: 6, from: 2, to: 12, is: decision } # why\n  b:\n    is: assumption\n    value: '2 s'  # that\n  c: { from: 1 }\n";
    const [a, b, ...others] = parameterTexts(text);
    expect(others).toEqual([]);
    expect([a.written, a.least, a.most, a.is, a.note]).toEqual(['6', '2', '12', 'decision', 'why']);
    expect([b.written, b.least, b.most, b.is, b.note]).toEqual(['2 s', '', '', 'assumption', 'that']);
    expect(rewrite(text, a, '8')).toBe(text.replace('value: 6', 'value: 8'));
    expect(rewrite(text, a, 'uniform(1 s, 2 s)')).toBe(text.replace('value: 6', "value: 'uniform(1 s, 2 s)'"));
    expect(rewrite(text, b, '3 s')).toBe(text.replace("'2 s'", "'3 s'"));
  });

  test('keeps anchors, and leaves out what is not a text on one line', () => {
    const text = 'parameters:\n  a: &x 2 s\n  b: *x\n  c: |\n    3 s\n  d: [1]\n  e: 4\n    s\n  f: 5\n';
    expect(parameterTexts(text).map(({ name, written }) => [name, written])).toEqual([['a', '2 s'], ['f', '5']]);
    expect(rewrite(text, parameterTexts(text)[0], '3 s')).toBe(text.replace('2 s', '3 s'));
  });

  test('reads the note behind a value', () => {
    expect(parameterTexts("parameters: { a: 1, b: '2' } # both\n").map(({ note }) => note)).toEqual(['', 'both']);
    expect(parameterTexts('parameters:\n  a: 2 years   # assumption: # twice').map(({ note }) => note)).toEqual(['assumption: # twice']);
  });
});

describe('an amount', () => {
  test.each([
    ['2 years', 2, ' years', 'quantity'],
    ['99.95%', 99.95, '%', 'share'],
    ['0.17 USD/h', 0.17, ' USD/h', 'quantity'],
    ['100 kB/s', 100, ' kB/s', 'quantity'],
    ['6', 6, '', 'integer'],
    ['0.5', 0.5, '', 'number'],
    ['30s', 30, 's', 'quantity'],
    ['1e3', 1000, '', 'integer'],
  ])('%j is a number and the unit as typed', (written, number, unit, kind) => {
    expect(amountOf(written)).toEqual({ value: number, unit, kind });
  });

  test.each(['zone_mtbf', '2 * x', 'lognormal(1 s, 2 s)', '', '3 apples', '1,000 s', '0x10', '1 h + 2 h', '-', '.'])('%j is none', (written) => {
    expect(amountOf(written)).toBeNull();
  });

  test('is written as it would be typed', () => {
    const typed = ['2 years', '99.95%', '0.17 USD/h', '6', '30s', '0.00001 s'];
    expect(typed.map((each) => write(amountOf(each)!))).toEqual(typed);
    expect(write({ value: 1, unit: ' years', kind: 'quantity' })).toBe('1 year');
    expect(write({ value: 2, unit: ' day', kind: 'quantity' })).toBe('2 days');
  });
});

describe('a ladder', () => {
  test('ends where the model says that the parameter ends, and holds a value beyond it', () => {
    const rungs = ladder({ value: 30, kind: 'quantity' }, 10, 300);
    expect([rungs[0], rungs.at(-1)]).toEqual([10, 300]);
    expect(rungs).toContain(30);
    expect(rungs).toEqual([...rungs].sort((a, b) => a - b));
    expect(ladder({ value: 30, kind: 'quantity' }, 10)[0]).toBe(10);
    expect(ladder({ value: 99, kind: 'share' }, 90, 99.9).every((rung) => rung >= 90 && rung <= 99.9)).toBe(true);
    expect(ladder({ value: 15, kind: 'integer' }, 4, 9)).toEqual([4, 5, 6, 7, 8, 9, 15]);
    expect(ladder({ value: 5, kind: 'integer' }, 0, 100_000).length).toBeLessThan(400);
  });

  test.each([2, 90, 0.17, 180, 6.5, 1e-3])('goes from a tenth to ten times %d and holds it', (start) => {
    const rungs = ladder({ value: start, kind: 'quantity' });
    expect(rungs).toContain(start);
    expect(rungs[0]).toBeGreaterThanOrEqual(start * 0.0999);
    expect(rungs[0]).toBeLessThan(start * 0.12);
    expect(rungs.at(-1)).toBeLessThanOrEqual(start * 10.01);
    expect(rungs.at(-1)).toBeGreaterThan(start * 8);
  });

  test('of shares goes from 0 to 100% through the nines', () => {
    const rungs = ladder({ value: 99.97, kind: 'share' });
    for (const share of [0, 50, 90, 99, 99.9, 99.95, 99.97, 99.99, 99.999, 99.9999, 100]) expect(rungs).toContain(share);
    expect([...rungs]).toEqual([...new Set(rungs)].sort((a, b) => a - b));
    expect(rungs[0]).toBe(0);
    expect(rungs.at(-1)).toBe(100);
  });

  test('of integers steps by one', () => {
    expect(ladder({ value: 2, kind: 'integer' })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ladder({ value: 0, kind: 'integer' })[0]).toBe(0);
    expect(ladder({ value: 6, kind: 'integer' }, 4, 9)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(ladder({ value: 5000, kind: 'integer' }).every(Number.isInteger)).toBe(true);
  });

  test('has every value as a number that reads back as itself', () => {
    for (const kind of ['share', 'quantity'] as const) {
      for (const rung of ladder({ value: 3, kind })) expect(Number(numberText(rung))).toBe(rung);
    }
  });

  test('finds the nearest rung', () => {
    expect([0, 1.4, 1.6, 9].map((value) => rungOf([1, 2, 3], value))).toEqual([0, 0, 1, 2]);
  });
});
