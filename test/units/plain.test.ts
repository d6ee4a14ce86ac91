import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTersely } from '../../src/model/analyse.ts';
import { checkModel } from '../../src/model/index.ts';
import { parseExpression, parsePlain } from '../../src/units/index.ts';

const MODELS = 'models';
const DISTRIBUTIONS = ['lognormal', 'uniform', 'constant', 'exponential', 'weibull', 'gamma', 'empirical'];

const FILES = readdirSync(MODELS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

/** Every scalar of every model of the gallery, and some that look plain and are not. */
const TEXTS = new Set([
  ...FILES.flatMap((file) => [...readFileSync(join(MODELS, file), 'utf8').replace(/ #.*/g, '').matchAll(/: +'?([\w.%/ ,()]+?)'? *(?=[,}\n])/g)])
    .map(([, text]) => text),
  '5 in', '2 mod', 'true', 'NaN', '1 min', 'min', 'min(1 s, 2 s)', '99.9 %', '2 h 30 min', '1/2 year', '5 EUR/GB', '3 x', '1e3', '.5', '5.',
  'uniform(zone_mtbf, 2 h)', 'uniform()', 'uniform(1 s,)', 'uniform(1 s, uniform)', 'e', 'i', 'pi',
]);

/** The same in parentheses, which are never plain, goes through the parser. */
function parsed(text: string): unknown {
  try {
    return parseExpression(`(${text})`, DISTRIBUTIONS);
  } catch {
    return null;
  }
}

test('what is read without the parser is what the parser reads', () => {
  const plain = [...TEXTS].flatMap((text) => {
    const read = parsePlain(text, DISTRIBUTIONS);
    return read === null ? [] : [[text, read] as const];
  });
  expect(plain.length).toBeGreaterThan(200);
  for (const [text, read] of plain) expect(read, text).toEqual(parsed(text));
});

test('the model that the page begins with, and most others, are read without the parser', () => {
  const texts = FILES.map((file) => readFileSync(join(MODELS, file), 'utf8'));
  const read = texts.map((text) => readTersely(text));
  expect(read[FILES.indexOf('web-shop.yaml')]).not.toBeNull();
  expect(read.filter((model) => model !== null).length / read.length).toBeGreaterThan(0.6);
  for (const [i, model] of read.entries())
    if (model !== null) expect({ ...model, warnings: [] }, FILES[i]).toEqual({ ...checkModel(texts[i]).model, warnings: [] });
});
