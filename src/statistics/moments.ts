/**
 * Count, exact sum, exact sum of squares, minimum and maximum of samples, many at a time: one row
 * each in one Float64Array, which crosses workers as it is. Merging is element-wise: any grouping
 * and order of the same samples gives the same bits. A sample may have a weight, by which it counts in
 * sums and means: the count is the sum of weights.
 */
import { scaleByPowerOfTwo } from '../random/bits.ts';
import {
  EXACT_ADDS,
  EXACT_LIMBS,
  exactAdd,
  exactAddProduct,
  exactInteger,
  exactNormalize,
  exactValue,
  lostByRounding,
} from './exact.ts';
import { effectiveCount, SQUARES_STRIDE, squaresAdd, squaresMerge } from './squares.ts';
import { PARTS_STRIDE, weightAdd, weightInteger, weightMerge } from './weights.ts';

const COUNT = 0;
const MIN = 1;
const MAX = 2;
const SUM = 3;
const SQUARES = SUM + EXACT_LIMBS;

const PARTS = SQUARES + EXACT_LIMBS;
const WEIGHTS = PARTS + PARTS_STRIDE;

/**
 * Doubles a row: count, min, max, the limbs of the sum, the limbs of the sum of squares, the parts of the count
 * (`weights.ts`), the squares of the weights (`squares.ts`).
 */
export const MOMENTS_STRIDE = WEIGHTS + SQUARES_STRIDE;

/** A square adds two numbers (it and its rounding error), so carrying is due twice as often. */
const NORMALIZE_MASK = EXACT_ADDS / 2 - 1;

/** Empty rows: count 0, min Infinity, max -Infinity. */
export function createMoments(rows: number): Float64Array {
  const m = new Float64Array(rows * MOMENTS_STRIDE);
  for (let at = 0; at < m.length; at += MOMENTS_STRIDE) {
    m[at + MIN] = Infinity;
    m[at + MAX] = -Infinity;
  }
  return m;
}

/** Adds a sample: finite, |x| < 2^64; a part below 2^-128 of it or of its square, each times its weight, is cut off. */
export function momentsAdd(m: Float64Array, row: number, x: number, weight = 1): void {
  const at = row * MOMENTS_STRIDE;
  if (x < m[at + MIN]) m[at + MIN] = x;
  if (x > m[at + MAX]) m[at + MAX] = x;
  if (weight !== 1 || m[at + PARTS] !== 0 || m[at + PARTS + 1] !== 0) {
    addWeighted(m, at, x, weight);
    return;
  }
  const count = m[at + COUNT] + 1;
  m[at + COUNT] = count;
  if (x !== 0) {
    exactAdd(m, at + SUM, x);
    // Without what rounding lost the variance of availabilities near 1 would drown in the rounding of their squares.
    exactAddProduct(m, at + SQUARES, x, x);
  }
  if ((count & NORMALIZE_MASK) === 0) normalizeRow(m, at);
}

function addWeighted(m: Float64Array, at: number, x: number, weight: number): void {
  weightAdd(m, at + COUNT, m, at + PARTS, weight);
  squaresAdd(m, at + WEIGHTS, weight);
  if (x !== 0) {
    exactAddProduct(m, at + SUM, x, weight);
    const square = x * x;
    exactAddProduct(m, at + SQUARES, square, weight);
    exactAddProduct(m, at + SQUARES, lostByRounding(x, x, square), weight);
  }
  // The count may have passed the mark at which momentsAdd carries.
  normalizeRow(m, at);
}

/** Adds all rows of `from` to those of `into`, and carries: equal samples then mean equal bits. */
export function momentsMerge(into: Float64Array, from: Float64Array): void {
  for (let at = 0; at < into.length; at += MOMENTS_STRIDE) {
    normalizeRow(into, at);
    weightMerge(into, at + COUNT, into, at + PARTS, from, at + COUNT, from, at + PARTS);
    squaresMerge(into, at + WEIGHTS, from, at + WEIGHTS);
    into[at + MIN] = Math.min(into[at + MIN], from[at + MIN]);
    into[at + MAX] = Math.max(into[at + MAX], from[at + MAX]);
    for (let i = at + SUM; i < at + PARTS; i++) into[i] += from[i];
    normalizeRow(into, at);
  }
}

/** Adds so many samples that are 0, each of the weight 1. */
export function momentsAddZeros(m: Float64Array, row: number, count: number): void {
  const at = row * MOMENTS_STRIDE;
  if (m[at + MIN] > 0) m[at + MIN] = 0;
  if (m[at + MAX] < 0) m[at + MAX] = 0;
  weightAdd(m, at + COUNT, m, at + PARTS, count);
}

/** How many samples, or the sum of their weights. */
export function momentsCount(m: Float64Array, row: number): number {
  return m[row * MOMENTS_STRIDE + COUNT];
}

/** How many samples that count once say as much: all of them where none has another weight. */
export function momentsEffectiveCount(m: Float64Array, row: number): number {
  const at = row * MOMENTS_STRIDE;
  return effectiveCount(m[at + COUNT], m, at + WEIGHTS);
}

/** The smallest sample; Infinity if there is none. */
export function momentsMin(m: Float64Array, row: number): number {
  return m[row * MOMENTS_STRIDE + MIN];
}

/** The largest sample; -Infinity if there is none. */
export function momentsMax(m: Float64Array, row: number): number {
  return m[row * MOMENTS_STRIDE + MAX];
}

/** The sum, rounded once. */
export function momentsSum(m: Float64Array, row: number): number {
  return exactValue(m, row * MOMENTS_STRIDE + SUM);
}

/** The mean; NaN if there is no sample. */
export function momentsMean(m: Float64Array, row: number): number {
  return momentsSum(m, row) / momentsCount(m, row);
}

/**
 * The unbiased variance, Σ w (x - mean)² / (Σ w - Σ w² / Σ w), in the sample's unit squared: divided by n - 1 where
 * every sample counts once. The numerator n Σ w x² - (Σ w x)² is exact, so it is never negative and loses nothing. NaN
 * for less than two samples, or what says no more than one.
 */
export function momentsVariance(m: Float64Array, row: number): number {
  const at = row * MOMENTS_STRIDE;
  const n = m[at + COUNT];
  const effective = effectiveCount(n, m, at + WEIGHTS);
  if (!(effective > 1)) return NaN;
  const sum = exactInteger(m, at + SUM);
  const squares = exactInteger(m, at + SQUARES);
  // In units of 2^-256, and below 2^554 of them. What was cut off may leave a trace below zero.
  const numerator = ((weightInteger(m, at + COUNT, m, at + PARTS) * squares) << 24n) - sum * sum;
  return numerator <= 0n ? 0 : (Number(numerator) * scaleByPowerOfTwo(1, -256)) / (n * (n - n / effective));
}

function normalizeRow(m: Float64Array, at: number): void {
  exactNormalize(m, at + SUM);
  exactNormalize(m, at + SQUARES);
}
