import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseAdd, coarseCount, coarseQuantile, createCoarse } from '../../src/statistics/coarse.ts';

const rowOf = (samples: readonly number[], row = 0) => {
  const c = createCoarse(row + 1);
  for (const x of samples) coarseAdd(c, row, x);
  return c;
};

describe('a quantile of a coarse row', () => {
  it('is the sample of its rank, or at most a sixteenth less', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 2 ** -10, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 200 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (xs, p) => {
        const exact = xs.toSorted((a, b) => a - b)[Math.ceil(p * xs.length * (1 - 4.440892098500626e-16)) - 1];
        const quantile = coarseQuantile(rowOf(xs), 0, p)!;
        expect(quantile).toBeLessThanOrEqual(exact);
        expect(quantile).toBeGreaterThan(exact * (1 - 1 / 16) - 1e-12);
      }),
      { seed: 1 },
    );
  });

  it('of round times that are all the same is not above them', () => {
    for (const seconds of [60, 900, 3600, 4 * 3600, 86_400]) expect(coarseQuantile(rowOf([seconds, seconds]), 0, 0.95)).toBeLessThanOrEqual(seconds);
  });

  it('is 0 among zeros, has no bound among what has none, and is null of nothing', () => {
    expect(coarseQuantile(rowOf([0, 0, 5]), 0, 0.5)).toBe(0);
    const lost = rowOf([...new Array<number>(19).fill(1), Infinity]);
    expect([0.5, 0.95, 0.96].map((p) => coarseQuantile(lost, 0, p))).toEqual([1, 1, Infinity]);
    expect(coarseQuantile(createCoarse(1), 0, 0.5)).toBeNull();
  });

  it('counts its own row only', () => {
    const second = rowOf([3, 4], 1);
    expect([coarseCount(second, 0), coarseCount(second, 1)]).toEqual([0, 2]);
    expect([coarseQuantile(second, 0, 0.5), coarseQuantile(second, 1, 0.5)]).toEqual([null, 3]);
  });
});
