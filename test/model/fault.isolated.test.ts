import { expect, test, vi } from 'vitest';
import type * as Yaml from 'yaml';
import { parseDocument } from 'yaml';
import { checkModel } from '../../src/model/index.ts';
import type * as MathParser from '../../src/units/math-parser.ts';
import { parseMath } from '../../src/units/math-parser.ts';
import { COIN } from '../models.ts';

vi.mock('yaml', async (original) => {
  const yaml = await original<typeof Yaml>();
  return { ...yaml, parseDocument: vi.fn(yaml.parseDocument) };
});
vi.mock('../../src/units/math-parser.ts', async (original) => {
  const parser = await original<typeof MathParser>();
  return { ...parser, parseMath: vi.fn(parser.parseMath) };
});

const thrown = (error: Error) => () => {
  throw error;
};

test('a fault of the YAML parser is a fault, and not a model that is nested too deeply', () => {
  vi.mocked(parseDocument).mockImplementationOnce(thrown(new TypeError('createRequire is not a function')));
  expect(() => checkModel(COIN)).toThrow(new TypeError('createRequire is not a function'));
  vi.mocked(parseDocument).mockImplementationOnce(thrown(new RangeError('Maximum call stack size exceeded')));
  expect(checkModel(COIN).diagnostics.map(({ message }) => message)).toEqual(['the model is nested too deeply (at most 150 levels)']);
  expect(checkModel(COIN).model).not.toBeNull();
});

test("a fault of the expressions' parser is a fault, and not an expression that cannot be read", () => {
  const text = COIN.replace(/mtbf: [^,}\n]*/, 'mtbf: 2 * 3 days');
  expect(checkModel(text).model).not.toBeNull();
  vi.mocked(parseMath).mockImplementationOnce(thrown(new TypeError('createRequire is not a function')));
  expect(() => checkModel(text)).toThrow(new TypeError('createRequire is not a function'));
});
