import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/special/normal.ts';
import { coarseAdd, coarseMerge, createCoarse } from '../../src/statistics/coarse.ts';
import {
  createHistogram,
  histogramAdd,
  histogramCount,
  histogramEffectiveCount,
  histogramMerge,
  histogramQuantile,
  histogramQuantileInterval,
} from '../../src/statistics/histogram.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { createMoments, momentsAdd, momentsCount, momentsEffectiveCount, momentsMean, momentsMerge, momentsVariance } from '../../src/statistics/moments.ts';
import { SQUARES_STRIDE } from '../../src/statistics/squares.ts';
import { createSums, sumsAdd, sumsMerge } from '../../src/statistics/sums.ts';
import { weightInteger } from '../../src/statistics/weights.ts';

/** From a millionth of a billionth to thousands, with all digits; and ones, which most weights are. */
const anyWeight = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 50 }), fc.double({ min: 1e-15, max: 5000, noNaN: true }));
const anySample = fc.record({ x: fc.double({ min: 0, max: 1e9, noNaN: true }), weight: anyWeight });
/** Samples, each with the part that it falls into. */
const parted = fc.array(fc.tuple(anySample, fc.integer({ min: 0, max: 4 })), { maxLength: 60 });

/** Comparing numbers one by one takes a hundred times as long. */
const bytesOf = (numbers: Float64Array) => Buffer.from(numbers.buffer, 0, numbers.byteLength).toString('latin1');

const KINDS = {
  sums: { create: () => createSums(1), add: (s: Float64Array, _: number, w: number) => sumsAdd(s, 0, w), merge: sumsMerge, squares: 0 },
  moments: { create: () => createMoments(1), add: (s: Float64Array, x: number, w: number) => momentsAdd(s, 0, x, w), merge: momentsMerge, squares: SQUARES_STRIDE },
  histogram: { create: createHistogram, add: histogramAdd, merge: histogramMerge, squares: SQUARES_STRIDE },
} as const;

describe('samples with weights', () => {
  it.each(Object.entries(KINDS))('merged in any grouping and order give the same bits: %s', (_, { create, add, merge }) => {
    fc.assert(fc.property(parted, fc.boolean(), (samples, isReversed) => {
      const whole = create();
      for (const [{ x, weight }] of samples) add(whole, x, weight);
      const parts = Array.from({ length: 5 }, create);
      for (const [{ x, weight }, part] of samples) add(parts[part], x, weight);
      const merged = create();
      for (const part of isReversed ? parts.reverse() : parts) merge(merged, part);
      const once = create();
      merge(once, whole);
      expect(bytesOf(merged)).toBe(bytesOf(once));
    }));
  });

  it('merged in any grouping give the same bits: rows of coarse histograms', () => {
    fc.assert(fc.property(parted, (samples) => {
      const whole = createCoarse(2);
      const parts = Array.from({ length: 5 }, () => createCoarse(2));
      samples.forEach(([{ x, weight }, part], i) => {
        coarseAdd(whole, i % 2, x, weight);
        coarseAdd(parts[part], i % 2, x, weight);
      });
      const merged = createCoarse(2);
      for (const part of parts) coarseMerge(merged, part);
      expect(merged).toEqual(whole);
    }));
  });

  it('added k times with a k-th of the weight are added once, where a k-th has as many digits, but for how many samples that is', () => {
    const dyadic = fc.integer({ min: 1, max: 1 << 20 }).map((n) => n / 1024);
    fc.assert(fc.property(fc.array(fc.tuple(dyadic, dyadic), { maxLength: 20 }), fc.constantFrom(2, 4, 64), (samples, k) => {
      for (const { create, add, merge, squares } of Object.values(KINDS)) {
        const [once, often] = [create(), create()];
        for (const [x, weight] of samples) {
          add(once, x, weight);
          for (let i = 0; i < k; i++) add(often, x, weight / k);
        }
        const [left, right] = [create(), create()];
        merge(left, once);
        merge(right, often);
        expect(bytesOf(right.subarray(0, right.length - squares))).toBe(bytesOf(left.subarray(0, left.length - squares)));
      }
    }));
  });

  it('are summed exactly down to 2^-104, however large and small they are', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 0, max: 104 })), { maxLength: 40 }), (weights) => {
      const sums = createSums(1);
      let exact = 0n;
      for (const [digits, shift] of weights) {
        sumsAdd(sums, 0, digits / 2 ** shift);
        exact += (BigInt(digits) << 104n) >> BigInt(shift);
      }
      expect(weightInteger(sums, 0, sums, 1)).toBe(exact);
      // The double nearest to it, but for what rounding twice may do.
      expect(Math.abs(sums[0] - Number(exact) / 2 ** 104)).toBeLessThanOrEqual(sums[0] * 2 ** -52);
    }));
  });

  it('have the mean, the spread and the quantiles of so many samples of each value', () => {
    const draws = fc.array(fc.record({ x: fc.double({ min: 0.001, max: 1e6, noNaN: true }), times: fc.integer({ min: 1, max: 9 }) }), { minLength: 2, maxLength: 30 });
    fc.assert(fc.property(draws, (samples) => {
      // Weights that sum to the same as repetitions, in quarters.
      const [weighted, repeated] = [createMoments(1), createMoments(1)];
      const [bins, repeatedBins] = [createHistogram(), createHistogram()];
      for (const { x, times } of samples) {
        for (const part of [0.25 * times, 0.75 * times]) {
          momentsAdd(weighted, 0, x, part);
          histogramAdd(bins, x, part);
        }
        for (let i = 0; i < times; i++) {
          momentsAdd(repeated, 0, x);
          histogramAdd(repeatedBins, x);
        }
      }
      expect(momentsCount(weighted, 0)).toBe(momentsCount(repeated, 0));
      expect(momentsMean(weighted, 0)).toBe(momentsMean(repeated, 0));
      // Mean squares of distances; what is unbiased takes off as much as so many samples have lost by their mean.
      const spread = (m: Float64Array) => momentsVariance(m, 0) * (1 - 1 / momentsEffectiveCount(m, 0));
      expect(Math.abs(spread(weighted) - spread(repeated))).toBeLessThanOrEqual(1e-12 * spread(repeated));
      for (const p of [0, 0.1, 0.5, 0.95, 1]) expect(histogramQuantile(bins, p, 0, 1e6)).toBe(histogramQuantile(repeatedBins, p, 0, 1e6));
    }));
  });

  it('have a mean that is Σwx / Σw and quantiles by Σw, where all weights together are far below one', () => {
    const moments = createMoments(1);
    const bins = createHistogram();
    const samples = Array.from({ length: 1000 }, (_, i) => ({ x: 1 + i, weight: (1 + (i % 7)) * 1e-9 }));
    for (const { x, weight } of samples) {
      momentsAdd(moments, 0, x, weight);
      histogramAdd(bins, x, weight);
    }
    const total = samples.reduce((sum, { weight }) => sum + weight, 0);
    expect(momentsCount(moments, 0) / total).toBeCloseTo(1, 13);
    expect(histogramCount(bins) / total).toBeCloseTo(1, 12);
    expect(momentsMean(moments, 0)).toBeCloseTo(samples.reduce((sum, { x, weight }) => sum + x * weight, 0) / total, 9);
    for (const p of [0.1, 0.5, 0.95]) {
      let sum = 0;
      const exact = samples.find(({ weight }) => (sum += weight) >= p * total)!.x;
      // A bin is 1/128 of its lower edge wide.
      expect(Math.abs(histogramQuantile(bins, p, 1, 1000)! / exact - 1)).toBeLessThan(1 / 128);
    }
  });

  it('say as much as (Σw)² / Σw² samples that count once, exactly', () => {
    fc.assert(fc.property(fc.array(anySample, { minLength: 1, maxLength: 40 }), (samples) => {
      const [moments, bins] = [createMoments(1), createHistogram()];
      for (const { x, weight } of samples) {
        momentsAdd(moments, 0, x, weight);
        histogramAdd(bins, x, weight);
      }
      const sum = samples.reduce((all, { weight }) => all + weight, 0);
      const exact = (sum * sum) / samples.reduce((all, { weight }) => all + weight * weight, 0);
      expect(momentsEffectiveCount(moments, 0) / exact).toBeCloseTo(1, 9);
      expect(histogramEffectiveCount(bins) / exact).toBeCloseTo(1, 9);
    }));
  });

  it('that all weigh the same are as many samples, with the variance and the intervals of samples that count once', () => {
    const values = Array.from({ length: 200 }, (_, i) => 1 + ((i * 37) % 101));
    const [plain, plainBins] = [createMoments(1), createHistogram()];
    const [light, lightBins] = [createMoments(1), createHistogram()];
    for (const x of values) {
      momentsAdd(plain, 0, x);
      histogramAdd(plainBins, x);
      momentsAdd(light, 0, x, 2 ** -40);
      histogramAdd(lightBins, x, 2 ** -40);
    }
    expect([momentsEffectiveCount(light, 0), histogramEffectiveCount(lightBins)]).toEqual([200, 200]);
    expect(momentsVariance(light, 0) / momentsVariance(plain, 0)).toBeCloseTo(1, 12);
    for (const p of [0.5, 0.95]) {
      const interval = histogramQuantileInterval(plainBins, p, 1, 101)!;
      histogramQuantileInterval(lightBins, p, 1, 101)!.forEach((end, side) => expect(Math.abs(end / interval[side] - 1)).toBeLessThan(1 / 128));
    }
  });

  it('have intervals that hold the mean and the median 95 times in a hundred, within the binomial band of 99.9%', () => {
    const random = alea('weighted samples', { state: true });
    const SAMPLES = 1000;
    const held = { mean: 0, median: 0, asRepetitions: 0 };
    for (let sample = 0; sample < SAMPLES; sample++) {
      const [moments, bins] = [createMoments(1), createHistogram()];
      for (let i = 0; i < 120; i++) {
        const x = 100 + 10 * normalQuantile(random());
        // A few count hundreds of times as much as most.
        const weight = random() < 0.2 ? 64 * random() : random();
        momentsAdd(moments, 0, x, weight);
        histogramAdd(bins, x, weight);
      }
      const covers = ([low, high]: readonly [number, number]) => (low <= 100 && 100 <= high ? 1 : 0);
      const of = (count: number) => covers(meanInterval(momentsMean(moments, 0), momentsVariance(moments, 0), count));
      held.mean += of(momentsEffectiveCount(moments, 0));
      held.asRepetitions += of(momentsCount(moments, 0));
      held.median += covers(histogramQuantileInterval(bins, 0.5, 0, 1e9)!);
    }
    const band = 3.3 * Math.sqrt(0.95 * 0.05 * SAMPLES);
    expect(Math.abs(held.mean - 0.95 * SAMPLES)).toBeLessThan(band);
    // Ranks are whole numbers, so that the interval holds a little more often.
    expect(held.median).toBeGreaterThan(0.95 * SAMPLES - band);
    expect(held.median).toBeLessThan(0.985 * SAMPLES);
    // What it is good for: read as repetitions the weights make half of all intervals wrong.
    expect(held.asRepetitions).toBeLessThan(0.6 * SAMPLES);
  });
});
