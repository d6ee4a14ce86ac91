import fc from 'fast-check';
import { coarseOf } from '../../src/statistics/coarse.ts';
import { describe, expect, it } from 'vitest';
import { createStreams, uniform53 } from '../../src/random/stream.ts';
import { seedStream } from '../random/seed-stream.ts';
import { standardExponential } from '../../src/random/ziggurat.ts';
import {
  HISTOGRAM_LENGTH,
  createHistogram,
  histogramAdd,
  histogramCount,
  histogramMerge,
  histogramQuantile,
  histogramQuantileInterval,
  histogramShareAtMost,
  histogramZeroCount,
} from '../../src/statistics/histogram.ts';

const LOWEST = 2 ** -10;
const HIGHEST = 2 ** 34;

function histogramOf(xs: readonly number[]): Float64Array {
  const h = createHistogram();
  for (const x of xs) histogramAdd(h, x);
  return h;
}

const seconds = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: LOWEST, max: HIGHEST, noNaN: true, maxExcluded: true }),
  fc.constantFrom(0, LOWEST, 1, 30, 900, 2 ** 33),
);

/** All of it: comparing numbers one by one takes a hundred times as long. */
const bytesOf = (h: Float64Array) => Buffer.from(h.buffer).toString('latin1');

describe('histograms', () => {
  it('a single sample is known to within 0.4 % even without its extremes', () => {
    fc.assert(
      fc.property(fc.double({ min: LOWEST, max: HIGHEST, noNaN: true, maxExcluded: true }), (x) => {
        const h = histogramOf([x, x, x]);
        const q = histogramQuantile(h, 0.5, 0, Infinity);
        expect(Math.abs((q ?? NaN) - x)).toBeLessThanOrEqual((x / 256) * (1 + 1e-12));
      }),
      { numRuns: 1000 },
    );
  });

  it('bins begin exactly at their edges', () => {
    for (const x of [LOWEST, 1, 1.0078125, 30, 2 ** 33 * (1 + 127 / 128)]) {
      const { edges, counts } = coarseOf(histogramOf([x]));
      expect(counts).toEqual([1]);
      expect(edges[0]).toBeLessThanOrEqual(x);
      expect(edges[1]).toBeGreaterThan(x);
      expect(histogramOf([x])).not.toEqual(histogramOf([x * (1 - 2 ** -53)]).fill(0, 1, x === LOWEST ? 2 : 1));
    }
  });

  it('what is out of range is counted in the end bins, and zeros on their own', () => {
    const h = histogramOf([0, 0, -1, 1e-9, 9e-4, 2 ** 34, 1e30, Infinity]);
    expect(histogramZeroCount(h)).toBe(3);
    expect(h[1]).toBe(2);
    expect(h[HISTOGRAM_LENGTH - 1]).toBe(3);
    expect(histogramCount(h)).toBe(8);
    expect(histogramQuantile(h, 1, 0, 1e30)).toBe(1e30);
  });

  it('merging in any order gives the same counts', () => {
    fc.assert(
      fc.property(fc.array(seconds), fc.array(seconds), fc.array(seconds), (a, b, c) => {
        const left = histogramOf(a);
        histogramMerge(left, histogramOf(b));
        histogramMerge(left, histogramOf(c));
        const right = histogramOf(c);
        histogramMerge(right, histogramOf(a));
        histogramMerge(right, histogramOf(b));
        expect(bytesOf(left)).toBe(bytesOf(right));
        expect(bytesOf(left)).toBe(bytesOf(histogramOf([...a, ...b, ...c])));
      }),
    );
  });

  it('a quantile is the order statistic to within a bin, and the extremes are exact', () => {
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (xs, p) => {
        const sorted = [...xs].sort((a, b) => a - b);
        const min = sorted[0];
        const max = sorted[sorted.length - 1];
        const h = histogramOf(xs);
        const exact = sorted[Math.max(Math.ceil(p * xs.length * (1 - 1e-15)), 1) - 1];
        const q = histogramQuantile(h, p, min, max) ?? NaN;
        // Within the grid: to a bin. Below it: to its first bin.
        expect(Math.abs(q - exact)).toBeLessThanOrEqual(Math.max(exact / 128, LOWEST * 1.01) * (1 + 1e-12));
        expect(histogramQuantile(h, 0, min, max)).toBe(min);
        expect(histogramQuantile(h, 1, min, max)).toBe(max);
      }),
      { numRuns: 500 },
    );
  });

  it('the 7 % quantile of 100 samples is the seventh, although 0.07 · 100 rounds up', () => {
    const h = histogramOf(Array.from({ length: 100 }, (_, i) => 10 * (i + 1)));
    expect(Math.abs((histogramQuantile(h, 0.07, 10, 1000) ?? 0) - 70)).toBeLessThan(0.5);
  });

  it('an empty histogram has no quantile', () => {
    const h = createHistogram();
    expect(histogramQuantile(h, 0.5, Infinity, -Infinity)).toBeNull();
    expect(histogramQuantileInterval(h, 0.5, Infinity, -Infinity)).toBeNull();
    expect(histogramShareAtMost(h, 1)).toBeNaN();
    expect(histogramShareAtMost(h, -1)).toBeNaN();
    expect(coarseOf(h)).toEqual({ edges: [], counts: [] });
  });

  it('the share at most x is the empirical share, interpolated in one bin', () => {
    const h = histogramOf([0, 0, 1, 2, 2, 1000]);
    expect(histogramShareAtMost(h, -1)).toBe(0);
    expect(histogramShareAtMost(h, 0)).toBe(2 / 6);
    expect(histogramShareAtMost(h, 1.5)).toBe(3 / 6);
    expect(histogramShareAtMost(h, 3)).toBe(5 / 6);
    expect(histogramShareAtMost(h, 1e12)).toBe(1);
    const even = histogramOf(Array.from({ length: 10_000 }, (_, i) => 100 + (i + 0.5) / 100));
    for (const x of [101, 123.456, 150, 199.9]) expect(histogramShareAtMost(even, x)).toBeCloseTo((x - 100) / 100, 3);
  });

  it('repeated samples and weights count as often', () => {
    const h = createHistogram();
    histogramAdd(h, 5, 3);
    histogramAdd(h, 9, 0.25);
    histogramAdd(h, 5, 0.75);
    expect(histogramCount(h)).toBe(4);
    expect(histogramQuantile(h, 0.9, 5, 9)).toBeCloseTo(5, 1);
  });

  it('coarse bins are sixteen an octave, cover what is there, and keep every sample', () => {
    expect(coarseOf(histogramOf([0, 0]))).toEqual({ edges: [0, LOWEST], counts: [2] });
    expect(coarseOf(histogramOf([0, 16, 16.9, 17, 19.5]))).toEqual({
      edges: [0, 16, 17, 18, 19, 20],
      counts: [1, 2, 1, 0, 1],
    });
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1 }), (xs) => {
        const { edges, counts } = coarseOf(histogramOf(xs));
        expect(edges).toHaveLength(counts.length + 1);
        expect(counts.reduce((a, b) => a + b)).toBe(xs.length);
        expect(edges.every((e, i) => i === 0 || e > edges[i - 1])).toBe(true);
        expect(counts[counts.length - 1]).toBeGreaterThan(0);
        counts.forEach((count, i) => {
          const inside = (x: number): boolean => Math.max(x, x > 0 ? LOWEST : 0) >= edges[i] && Math.max(x, x > 0 ? LOWEST : 0) < edges[i + 1];
          expect(xs.filter(inside)).toHaveLength(count);
        });
      }),
    );
  });

  it('the interval for a quantile is that of the binomial ranks', () => {
    // David & Nagaraja 2003, section 7.1: the median of 10 lies between the 2nd and the 9th with 97.9 %.
    const ten = histogramOf(Array.from({ length: 10 }, (_, i) => 2 ** (i + 1)));
    const [low, high] = histogramQuantileInterval(ten, 0.5, 2, 1024) ?? [];
    expect(Math.abs((low ?? 0) / 4 - 1)).toBeLessThan(0.005);
    expect(Math.abs((high ?? 0) / 512 - 1)).toBeLessThan(0.005);
    // Five samples do not bound the 99 % quantile above, nor the 1 % quantile below.
    const five = histogramOf([1, 2, 3, 4, 5]);
    expect(histogramQuantileInterval(five, 0.99, 1, 5)?.[1]).toBe(Infinity);
    expect(histogramQuantileInterval(five, 0.01, 1, 5)?.[0]).toBe(0);
  });

  it.each([
    [30, 0.5],
    [200, 0.95],
    [5000, 0.99],
  ])('of %i samples, the interval for the %d-quantile covers it at least as often as it says', (n, p) => {
    const states = createStreams(1);
    seedStream(states, 0, 'quantile interval', n, 'test');
    const runs = 1000;
    const truth = -Math.log1p(-p) * 100;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const h = createHistogram();
      let min = Infinity;
      let max = 0;
      for (let i = 0; i < n; i++) {
        const x = 100 * standardExponential(states, 0);
        histogramAdd(h, x);
        min = Math.min(min, x);
        max = Math.max(max, x);
      }
      const interval = histogramQuantileInterval(h, p, min, max);
      if (interval !== null && interval[0] <= truth && truth <= interval[1]) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs));
    expect(covered / runs).toBeLessThan(0.995);
  });

  it('beyond a million samples the ranks come from the normal approximation', () => {
    const states = createStreams(1);
    seedStream(states, 0, 'many', 0, 'test');
    const h = createHistogram();
    for (let i = 0; i < 1_100_000; i++) histogramAdd(h, 1 + uniform53(states, 0));
    const [low, high] = histogramQuantileInterval(h, 0.5, 1, 2) ?? [NaN, NaN];
    const half = 1.96 * Math.sqrt(0.25 / 1_100_000);
    expect((high - low) / 2).toBeCloseTo(half, 4);
    expect(Math.abs((high + low) / 2 - 1.5)).toBeLessThan(2 * half);
  });
});
