import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { describe, expect, test } from 'vitest';
import { outline, unquote } from '../../../web/text/outline.ts';

const folder = join(import.meta.dirname, '../../../models');
const models = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Every plain or quoted scalar value by its path, as the real parser places it. */
function scalars(text: string): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  const visit = (node: unknown, path: readonly string[]): void => {
    if (isMap(node)) for (const { key, value } of node.items) visit(value, [...path, String(isScalar(key) ? key.value : key)]);
    else if (isSeq(node)) node.items.forEach((item, i) => visit(item, [...path, String(i)]));
    else if (isScalar(node) && node.range && !/^BLOCK/.test(String(node.type)) && !(node.type === 'PLAIN' && node.source === '')) {
      found.set(JSON.stringify(path), [node.range[0], node.range[1]]);
    }
  };
  visit(parseDocument(text).contents as Node, []);
  return found;
}

describe('the outline of a text', () => {
  test.each(models)('places every value of %s where the parser does', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const expected = scalars(text);
    const found = new Map(
      outline(text)
        .entries.filter(({ style }) => ['plain', 'single', 'double'].includes(style))
        .map(({ path, valueFrom, valueTo }) => [JSON.stringify(path), [valueFrom, valueTo]]),
    );
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test.each([
    ['a: 1\nb:\n  c: two words # note\n  "d e": \'x: y\'\n', ['a', 'b.c', 'b.d e']],
    ['{ "a": 1, b: { c: [x, "y, z"], d: 2 } }', ['a', 'b.c.0', 'b.c.1', 'b.d']],
    ['a:\n- x\n- k: v\n  l: w\nb: 3\n', ['a.0', 'a.1.k', 'a.1.l', 'b']],
    ['a: &anchor 1\nb: !!str 2\nc: *anchor\n', ['a', 'b']],
    ['a: |\n  x: 1\n\n  y: 2\nb: >-\n text\nc: 3', ['c']],
    ['a: one\n  two\nb: 2\r\nc: 3\r\n', ['b', 'c']],
    ["a: 'one\n  two'\nb: { c: 1,\n  d: 2 } # x\ne: 3\n", ['b.c', 'b.d', 'e']],
    ['a: http://x#y\nb: "q\\"#"\n', ['a', 'b']],
  ])('of %j has the scalars on one line', (text, paths) => {
    const sure = outline(text).entries.filter(({ style }) => ['plain', 'single', 'double'].includes(style));
    expect(sure.map(({ path }) => path.join('.'))).toEqual(paths);
    const real = scalars(text);
    for (const { path, valueFrom, valueTo } of sure) expect(real.get(JSON.stringify(path)), path.join('.')).toEqual([valueFrom, valueTo]);
  });

  test.each([
    ['', [], 'key'],
    ['serv', [], 'key'],
    ['services:\n  ', ['services'], 'key'],
    ['services:\n  web:\n    mo', ['services', 'web'], 'key'],
    ['services:\n  web:\n    mode: act', ['services', 'web', 'mode'], 'value'],
    ['services:\n  web:\n    mode: ', ['services', 'web', 'mode'], 'value'],
    ['services:\n  web:\n    needs: [', ['services', 'web', 'needs', '0'], 'value'],
    ['services:\n  web:\n    needs: [db, ca', ['services', 'web', 'needs', '1'], 'value'],
    ['services:\n  web: { ', ['services', 'web'], 'key'],
    ['services:\n  web: { component: a, mo', ['services', 'web'], 'key'],
    ['services:\n  web: { component: a, mode: ', ['services', 'web', 'mode'], 'value'],
    ['a: 1 # serv', ['a'], 'nothing'],
    ['a: 1\n# serv', [], 'nothing'],
    ['services:\n  web:\n    needs:\n    - d', ['services', 'web', 'needs', '0'], 'value'],
    ['services:\n  web:\n    mode: x\nen', [], 'key'],
    ["parameters:\n  a: 'log", ['parameters', 'a'], 'value'],
    ['parameters:\n  a: 30 ', ['parameters', 'a'], 'value'],
  ])('ends %j in %j with a %s', (text, path, role) => {
    const { end } = outline(text);
    expect([end.path, end.role]).toEqual([path, role]);
  });

  test('comes to an end on every beginning of every model', () => {
    for (const name of models) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (let i = 0; i <= text.length; i += 7) expect(outline(text.slice(0, i)).end.from).toBeLessThanOrEqual(i);
    }
  });

  const pieces = fc.constantFrom('a', 'b:', 'c: ', '\n', '\n  ', '\n    ', '- ', '{', '}', '[', ']', ', ', ': ', "'", '"', ' # ', '|', '>', '&x ', '*x', '?', ' ', '\t', '\\', '%', '---\n', '\r\n', 'é', '1 s');

  test('comes to an end on any text, within the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { entries, end } = outline(text);
        expect(end.from).toBeLessThanOrEqual(text.length);
        for (const { valueFrom, valueTo } of entries) expect(Math.max(valueFrom, valueTo)).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3_000, seed: 11 },
    );
  });

  test('is never sure of a parameter that the parser places elsewhere', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.array(pieces, { maxLength: 10 }), fc.boolean(), (before, inside, flow) => {
        const text = `${before.join('')}\nparameters: ${flow ? `{ x: ${inside.join('')} }` : `\n  x: ${inside.join('')}`}\nz: 1\n`;
        const document = parseDocument(text, { logLevel: 'silent' });
        // A second document is refused by the model's reader, wherever this parser finds its own.
        if (document.errors.length > 0 || document.warnings.length > 0 || text.includes('---')) return;
        const real = scalars(text);
        for (const { path, keyFrom, valueFrom, valueTo, style } of outline(text).entries) {
          if (keyFrom < 0 || path[0] !== 'parameters' || path.length !== 2 || !/^[A-Za-z_]\w*$/.test(path[1]) || !['plain', 'single', 'double'].includes(style)) continue;
          expect(real.get(JSON.stringify(path)), JSON.stringify(text)).toEqual([valueFrom, valueTo]);
        }
      }),
      { numRuns: 5_000, seed: 16 },
    );
  });

  test('takes a large text in its stride', () => {
    const large = `parameters:\n${'  a: 1 # x\n'.repeat(20_000)}`;
    const began = performance.now();
    expect(outline(large).entries.length).toBe(20_001);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('quotes come off', () => {
  expect(["'it''s'", '"a\\tb"'].map(unquote)).toEqual(["it's", 'a\tb']);
});

test.each([['[', 30_000], ['{a: ', 60_000], ['- ', 100_000], ['[a,[b],', 30_000]])('of %j again and again it takes the first levels and no more', (part, times) => {
  const { entries, end } = outline(part.repeat(times));
  expect(entries.length).toBeLessThan(300);
  expect(end.role).toBe('nothing');
});
