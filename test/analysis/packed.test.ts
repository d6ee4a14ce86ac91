import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packPairs, packSample, unpackPairs, unpackSample } from '../../src/analysis/packed.ts';
import { addPairs, createPairs, FIGURE } from '../../src/analysis/pairs.ts';

const MODELS = 4;
/** What a replication of each model came to; mostly nothing. */
const figures = fc.array(fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e8, noNaN: true })), { minLength: FIGURE.entries, maxLength: FIGURE.entries }), { minLength: MODELS, maxLength: MODELS });

function pairsOf(histories: readonly (readonly number[][])[]): Float64Array {
  const pairs = createPairs(MODELS);
  for (const history of histories) addPairs(pairs, history.map((each) => Float64Array.from(each)));
  return pairs;
}

const bytes = ({ buffer }: Float64Array) => Buffer.from(buffer).toString('latin1');

describe('what a worker sends of models that lived through one history', () => {
  test('pairs are packed and unpacked to the last bit', () => {
    fc.assert(fc.property(fc.array(figures, { maxLength: 12 }), (histories) => {
      const pairs = pairsOf(histories);
      expect(bytes(unpackPairs(structuredClone(packPairs(pairs, histories.length)), MODELS))).toBe(bytes(pairs));
    }));
  });

  test('a sample is packed and unpacked to the last bit', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constant(0), fc.double()), { maxLength: 60 }), fc.nat(2000), (numbers, first) => {
      // Sums that begin with 0 are never −0.
      const rows = Float64Array.from(numbers, (value) => value + 0);
      const unpacked = unpackSample(structuredClone(packSample({ first, rows })), 1);
      expect([unpacked.first, bytes(unpacked.rows)]).toEqual([first, bytes(rows)]);
    }));
  });

  test('pairs of histories in which nothing happened are a few numbers', () => {
    const nothing = Array.from({ length: 100 }, () => Array.from({ length: MODELS }, () => new Array<number>(FIGURE.entries).fill(0)));
    expect(createPairs(MODELS).length).toBeGreaterThan(5_000);
    expect(packPairs(pairsOf(nothing), 100).length).toBe(4);
  });

  test('of another version, of other models, or of rows of another width, is refused by name', () => {
    const pairs = packPairs(createPairs(MODELS), 0);
    const sample = packSample({ first: 0, rows: new Float64Array(6) });
    expect(() => unpackPairs(pairs.with(0, 0), MODELS)).toThrow(/reads pairs of version 1 and was sent version 0.*Reload, or build again/);
    expect(() => unpackPairs(pairs, MODELS + 1)).toThrow(/pairs of version 1 and was sent version 1 with other figures in it/);
    expect(() => unpackSample(sample.with(0, 7), 3)).toThrow(/reads samples of version 1 and was sent version 7/);
    expect(() => unpackSample(sample, 4)).toThrow(/with other figures in it/);
    // As they were sent before they had a version: bare numbers.
    expect(() => unpackPairs(createPairs(MODELS), MODELS)).toThrow(/was sent version 0/);
  });
});
