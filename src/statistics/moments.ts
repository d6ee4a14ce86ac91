/**
 * Count, exact sum, exact sum of squares, minimum and maximum of samples, many at a time: one row
 * each in one Float64Array, which crosses workers as it is. Merging is element-wise: any grouping
 * and order of the same samples gives the same bits.
 */
import { scaleByPowerOfTwo } from '../random/bits.ts';
import { EXACT_ADDS, EXACT_LIMBS, exactAdd, exactInteger, exactNormalize, exactValue } from './exact.ts';

const COUNT = 0;
const MIN = 1;
const MAX = 2;
const SUM = 3;
const SQUARES = SUM + EXACT_LIMBS;

/** Doubles a row: count, min, max, the limbs of the sum, the limbs of the sum of squares. */
export const MOMENTS_STRIDE = SQUARES + EXACT_LIMBS;

/** A square adds two numbers (it and its rounding error), so carrying is due twice as often. */
const NORMALIZE_MASK = EXACT_ADDS / 2 - 1;

/** 2^27 + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134217729;

/** Empty rows: count 0, min Infinity, max -Infinity. */
export function createMoments(rows: number): Float64Array {
  const m = new Float64Array(rows * MOMENTS_STRIDE);
  for (let at = 0; at < m.length; at += MOMENTS_STRIDE) {
    m[at + MIN] = Infinity;
    m[at + MAX] = -Infinity;
  }
  return m;
}

/** Adds a sample: finite, |x| < 2^64; a part below 2^-128 of it or of its square is cut off. */
export function momentsAdd(m: Float64Array, row: number, x: number): void {
  const at = row * MOMENTS_STRIDE;
  const count = m[at + COUNT] + 1;
  m[at + COUNT] = count;
  if (x < m[at + MIN]) m[at + MIN] = x;
  if (x > m[at + MAX]) m[at + MAX] = x;
  if (x !== 0) {
    exactAdd(m, at + SUM, x);
    // x² exactly: its double and what rounding lost (Dekker 1971). Without this, the variance of
    // availabilities near 1 would drown in the rounding of their squares.
    const square = x * x;
    const c = SPLITTER * x;
    const high = c - (c - x);
    const low = x - high;
    exactAdd(m, at + SQUARES, square);
    exactAdd(m, at + SQUARES, high * high - square + 2 * high * low + low * low);
  }
  if ((count & NORMALIZE_MASK) === 0) normalizeRow(m, at);
}

/** Adds so many samples of 0 at once. */
export function momentsAddZeros(m: Float64Array, row: number, times: number): void {
  if (times === 0) return;
  const at = row * MOMENTS_STRIDE;
  m[at + COUNT] += times;
  if (0 < m[at + MIN]) m[at + MIN] = 0;
  if (0 > m[at + MAX]) m[at + MAX] = 0;
  // The count may have jumped over the mark at which momentsAdd carries.
  normalizeRow(m, at);
}

/** Adds all rows of `from` to those of `into`, and carries: equal samples then mean equal bits. */
export function momentsMerge(into: Float64Array, from: Float64Array): void {
  for (let at = 0; at < into.length; at += MOMENTS_STRIDE) {
    normalizeRow(into, at);
    into[at + COUNT] += from[at + COUNT];
    into[at + MIN] = Math.min(into[at + MIN], from[at + MIN]);
    into[at + MAX] = Math.max(into[at + MAX], from[at + MAX]);
    for (let i = at + SUM; i < at + MOMENTS_STRIDE; i++) into[i] += from[i];
    normalizeRow(into, at);
  }
}

/** How many samples. */
export function momentsCount(m: Float64Array, row: number): number {
  return m[row * MOMENTS_STRIDE + COUNT];
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
 * The unbiased variance (divided by n - 1), in the sample's unit squared: the numerator
 * n Σx² - (Σx)² is exact, so it is never negative and loses nothing. NaN for fewer than two samples.
 */
export function momentsVariance(m: Float64Array, row: number): number {
  const at = row * MOMENTS_STRIDE;
  const n = m[at + COUNT];
  if (n < 2) return NaN;
  const sum = exactInteger(m, at + SUM);
  const squares = exactInteger(m, at + SQUARES);
  // In units of 2^-256, and below 2^554 of them. What was cut off may leave a trace below zero.
  const numerator = ((BigInt(n) * squares) << 128n) - sum * sum;
  return numerator <= 0n ? 0 : (Number(numerator) * scaleByPowerOfTwo(1, -256)) / (n * (n - 1));
}

/** The standard error of the mean, sqrt(variance / n); NaN for fewer than two samples. */
export function momentsStandardError(m: Float64Array, row: number): number {
  return Math.sqrt(momentsVariance(m, row) / momentsCount(m, row));
}

function normalizeRow(m: Float64Array, at: number): void {
  exactNormalize(m, at + SUM);
  exactNormalize(m, at + SQUARES);
}
