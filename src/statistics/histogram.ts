/**
 * Histograms of times on a fixed logarithmic grid: 128 equal bins per octave (like HdrHistogram,
 * Gil Tene), so that a value is known to within half a bin, 0.4 % of itself, and merging is adding
 * counts: any grouping and order of the same samples gives the same bits.
 */
import { DOUBLE, HIGH, WORDS, scaleByPowerOfTwo } from '../random/bits.ts';
import { betaLower } from '../random/special/incomplete-beta.ts';
import { normalQuantile } from '../random/special/normal.ts';
import { effectiveCount, SQUARES_STRIDE, squaresAdd, squaresMerge } from './squares.ts';
import { PARTS_STRIDE, weightAdd, weightMerge } from './weights.ts';

export const BINS_PER_OCTAVE = 128;
const LOWEST_EXPONENT = -10;
const HIGHEST_EXPONENT = 34;
const BINS = (HIGHEST_EXPONENT - LOWEST_EXPONENT) * BINS_PER_OCTAVE;

/**
 * Shape [1 + 44 × 128], counts. Index 0: samples that are exactly 0 (or less). Index 1 + 128 e + k:
 * [2^(e-10) (1 + k/128), 2^(e-10) (1 + (k+1)/128)) seconds. Samples below 2^-10 s (1 ms) count in
 * the first bin after zero, samples from 2^34 s (544 years) on in the last.
 */
export const HISTOGRAM_LENGTH = 1 + BINS;
/** Behind the counts stand each bin's smallest and largest sample: many samples of one value are known exactly. */
const MINIMA = HISTOGRAM_LENGTH;
const MAXIMA = 2 * HISTOGRAM_LENGTH;
/** And then the parts of counts that are sums of weights (`weights.ts`). */
const PARTS = 3 * HISTOGRAM_LENGTH;
/** And the squares of the weights (`squares.ts`). */
const WEIGHTS = PARTS + PARTS_STRIDE * HISTOGRAM_LENGTH;

/** The exponent and the upper 7 bits of the fraction are the bin: an index of 2^-10 is 1. */
const FRACTION_SHIFT = 13;
const INDEX_BASE = (1023 + LOWEST_EXPONENT) * BINS_PER_OCTAVE - 1;

/** An empty histogram. */
export function createHistogram(): Float64Array {
  const h = new Float64Array(WEIGHTS + SQUARES_STRIDE);
  h.fill(Infinity, MINIMA, MAXIMA);
  h.fill(-Infinity, MAXIMA, PARTS);
  return h;
}

/** Counts a sample, in seconds, >= 0, with its weight. */
export function histogramAdd(h: Float64Array, x: number, weight = 1): void {
  const i = histogramIndex(x);
  weightAdd(h, i, h, PARTS + PARTS_STRIDE * i, weight);
  squaresAdd(h, WEIGHTS, weight);
  if (x < h[MINIMA + i]) h[MINIMA + i] = x;
  if (x > h[MAXIMA + i]) h[MAXIMA + i] = x;
}

/** Adds the samples of `from` to `into`. */
export function histogramMerge(into: Float64Array, from: Float64Array): void {
  squaresMerge(into, WEIGHTS, from, WEIGHTS);
  for (let i = 0; i < HISTOGRAM_LENGTH; i++) {
    if (from[i] === 0) continue;
    const parts = PARTS + PARTS_STRIDE * i;
    weightMerge(into, i, into, parts, from, i, from, parts);
    if (from[MINIMA + i] < into[MINIMA + i]) into[MINIMA + i] = from[MINIMA + i];
    if (from[MAXIMA + i] > into[MAXIMA + i]) into[MAXIMA + i] = from[MAXIMA + i];
  }
}

/** How many samples there are, or the sum of their weights. */
export function histogramCount(h: Float64Array): number {
  let count = 0;
  for (let i = 0; i < HISTOGRAM_LENGTH; i++) count += h[i];
  return count;
}

/** How many samples that count once say as much: all of them where none has another weight. */
export function histogramEffectiveCount(h: Float64Array): number {
  return effectiveCount(histogramCount(h), h, WEIGHTS);
}

/** The smallest and the largest sample of a bin that has any. */
export function histogramBin(h: Float64Array, bin: number): { readonly low: number; readonly high: number } {
  return { low: h[MINIMA + bin], high: h[MAXIMA + bin] };
}

/** How many samples are exactly 0. */
export function histogramZeroCount(h: Float64Array): number {
  return h[0];
}

/**
 * Sum of the third powers of the finite samples' distances from `center`, each sample taken to be in the middle between
 * its bin's smallest and its largest: exact where all in a bin are alike.
 */
export function histogramThird(h: Float64Array, center: number): number {
  let sum = 0;
  for (let i = 0; i < HISTOGRAM_LENGTH; i++) {
    if (h[i] === 0 || h[MAXIMA + i] === Infinity) continue;
    const distance = (h[MINIMA + i] + h[MAXIMA + i]) / 2 - center;
    sum += h[i] * distance * distance * distance;
  }
  return sum;
}

/**
 * The p-quantile: the smallest x with F(x) >= p, that is the order statistic of rank ceil(p n); the
 * minimum for p = 0. The samples of a bin are thought evenly spread between its smallest and its largest, and the
 * result is held within [min, max], the sample's own extremes. null if empty.
 */
export function histogramQuantile(h: Float64Array, p: number, min: number, max: number): number | null {
  const count = histogramCount(h);
  if (count === 0) return null;
  if (p <= 0) return min;
  if (p >= 1) return max;
  return valueAt(h, quantileTarget(count, p), min, max);
}

/**
 * The share of samples at most x, NaN if empty. Within the bin of x the share is interpolated between its smallest and
 * its largest sample. Whether a target is met should be counted when the sample is taken.
 */
export function histogramShareAtMost(h: Float64Array, x: number): number {
  const count = histogramCount(h);
  if (x < 0) return count === 0 ? NaN : 0;
  const at = histogramIndex(x);
  let below = 0;
  for (let i = 0; i < at; i++) below += h[i];
  const low = h[MINIMA + at];
  const high = h[MAXIMA + at];
  const part = x >= high ? 1 : x < low ? 0 : (x - low) / (high - low);
  return (below + h[at] * part) / count;
}

/**
 * A distribution-free interval for the p-quantile: the order statistics between which it lies with at
 * least the given confidence (David & Nagaraja 2003, "Order Statistics", section 7.1; ranks from the
 * exact binomial distribution up to a million samples, from its normal approximation beyond). Samples
 * are taken to be independent; with weights they are as good as so many that count once
 * (`histogramEffectiveCount`). Where no order statistic is low or high enough the end is 0 or Infinity: the sample does
 * not bound it. null if empty.
 */
export function histogramQuantileInterval(
  h: Float64Array,
  p: number,
  min: number,
  max: number,
  confidence = 0.95,
): [number, number] | null {
  const count = histogramCount(h);
  if (count === 0) return null;
  const [below, above] = histogramQuantileRanks(h, p, confidence);
  return [
    below === 0 ? 0 : valueAt(h, below, min, max),
    above === Infinity ? Infinity : above === count ? max : valueAt(h, above, min, max),
  ];
}

/**
 * How far up in the sample the ends of that interval lie: how many samples, or how much of the sum of weights, are at
 * most as large. 0 and Infinity where none is low or high enough.
 */
export function histogramQuantileRanks(h: Float64Array, p: number, confidence = 0.95): [below: number, above: number] {
  const count = histogramCount(h);
  const n = Math.floor(histogramEffectiveCount(h));
  const [below, above] = quantileRanks(n, p, confidence);
  return [(below * count) / n, above > n ? Infinity : (above * count) / n];
}

/**
 * The ranks, from 1 to n, of the order statistics between which the p-quantile lies with that confidence: r below and
 * above with P(B < r) <= tail and P(B >= r) <= tail, B binomial(n, p). 0 and n + 1 where none is low or high enough.
 */
function quantileRanks(n: number, p: number, confidence = 0.95): [number, number] {
  const tail = (1 - confidence) / 2;
  return [largestRank(n, p, tail), n + 1 - largestRank(n, 1 - p, tail)];
}

/**
 * Where the p-quantile lies among n samples, p in (0, 1]: p n, and a hair below it, so that the rounding of 0.07 · 100
 * does not skip a sample. Of samples that count once each its rank is the next whole number.
 */
export function quantileTarget(n: number, p: number): number {
  return p * n * (1 - 4.440892098500626e-16);
}

/** The bin of a sample: its index in the histogram. */
export function histogramIndex(x: number): number {
  if (!(x > 0)) return 0;
  DOUBLE[0] = x;
  const index = (WORDS[HIGH] >>> FRACTION_SHIFT) - INDEX_BASE;
  return index < 1 ? 1 : index > BINS ? BINS : index;
}

/** The lower edge of a bin, in seconds; of the one after the last, its upper edge. */
export function lowerEdge(index: number): number {
  if (index === 0) return 0;
  const octave = Math.floor((index - 1) / BINS_PER_OCTAVE);
  const k = index - 1 - octave * BINS_PER_OCTAVE;
  return scaleByPowerOfTwo(1 + k / BINS_PER_OCTAVE, octave + LOWEST_EXPONENT);
}

/** Where the count, summed from zero, reaches `target` (a rank, or p n). */
function valueAt(h: Float64Array, target: number, min: number, max: number): number {
  let below = 0;
  let i = 0;
  while (i < HISTOGRAM_LENGTH - 1 && below + h[i] < target) below += h[i++];
  const low = h[MINIMA + i];
  const high = h[MAXIMA + i];
  const share = placeInBin(target - below, h[i]);
  const x = i === 0 ? 0 : low === high ? low : low + share * (high - low);
  return Math.min(Math.max(x, min), max);
}

/**
 * The j-th of m samples in a bin sits at (j - 1) / (m - 1) of the way from the smallest to the largest; what has
 * weights lies evenly between them.
 */
function placeInBin(target: number, count: number): number {
  if (!Number.isInteger(count)) return Math.min(Math.max(target / count, 0), 1);
  return count <= 1 ? 0.5 : Math.min(Math.max((Math.ceil(target) - 1) / (count - 1), 0), 1);
}

/** The largest r >= 0 with P(B <= r - 1) <= tail, B binomial(n, p). */
function largestRank(n: number, p: number, tail: number): number {
  const guess = Math.floor(n * p + normalQuantile(tail) * Math.sqrt(n * p * (1 - p)));
  if (n > 1e6 && n * Math.min(p, 1 - p) > 1000) return guess;
  let r = Math.min(Math.max(guess, 0), n);
  while (r > 0 && binomialCdf(n, p, r - 1) > tail) r--;
  while (r < n && binomialCdf(n, p, r) <= tail) r++;
  return r;
}

/** P(B <= k) = I_{1-p}(n - k, k + 1). */
function binomialCdf(n: number, p: number, k: number): number {
  return k >= n ? 1 : betaLower(n - k, k + 1, 1 - p, p);
}
