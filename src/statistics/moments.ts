/**
 * Count, exact sum, exact sum of squares, minimum and maximum of samples, many at a time: one row
 * each in one Float64Array, which crosses workers as it is. Merging is element-wise: any grouping
 * and order of the same samples gives the same bits. A sample may have a weight, and then counts as
 * so many of its value: the count is the sum of weights.
 */
import { scaleByPowerOfTwo } from '../random/bits.ts';
import { EXACT_ADDS, EXACT_LIMBS, exactAdd, exactInteger, exactNormalize, exactValue } from './exact.ts';
import { PARTS_STRIDE, weightAdd, weightInteger, weightMerge } from './weights.ts';

const COUNT = 0;
const MIN = 1;
const MAX = 2;
const SUM = 3;
const SQUARES = SUM + EXACT_LIMBS;

const PARTS = SQUARES + EXACT_LIMBS;

/**
 * Doubles a row: count, min, max, the limbs of the sum, the limbs of the sum of squares, the parts of the count
 * (`weights.ts`).
 */
export const MOMENTS_STRIDE = PARTS + PARTS_STRIDE;

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
    // x² exactly: its double and what rounding lost (Dekker 1971). Without this, the variance of
    // availabilities near 1 would drown in the rounding of their squares.
    const square = x * x;
    exactAdd(m, at + SQUARES, square);
    exactAdd(m, at + SQUARES, lostByRounding(x, x, square));
  }
  if ((count & NORMALIZE_MASK) === 0) normalizeRow(m, at);
}

/** Sums of exact products: a product of doubles is a double and what rounding lost (Dekker 1971). */
function addWeighted(m: Float64Array, at: number, x: number, weight: number): void {
  weightAdd(m, at + COUNT, m, at + PARTS, weight);
  if (x !== 0) {
    addProduct(m, at + SUM, x, weight);
    const square = x * x;
    addProduct(m, at + SQUARES, square, weight);
    addProduct(m, at + SQUARES, lostByRounding(x, x, square), weight);
  }
  // The count may have passed the mark at which momentsAdd carries.
  normalizeRow(m, at);
}

function addProduct(limbs: Float64Array, offset: number, a: number, b: number): void {
  const product = a * b;
  exactAdd(limbs, offset, product);
  exactAdd(limbs, offset, lostByRounding(a, b, product));
}

/** Exactly a b - product. */
function lostByRounding(a: number, b: number, product: number): number {
  const c = SPLITTER * a;
  const highA = c - (c - a);
  const lowA = a - highA;
  const d = SPLITTER * b;
  const highB = d - (d - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** Adds all rows of `from` to those of `into`, and carries: equal samples then mean equal bits. */
export function momentsMerge(into: Float64Array, from: Float64Array): void {
  for (let at = 0; at < into.length; at += MOMENTS_STRIDE) {
    normalizeRow(into, at);
    weightMerge(into, at + COUNT, into, at + PARTS, from, at + COUNT, from, at + PARTS);
    into[at + MIN] = Math.min(into[at + MIN], from[at + MIN]);
    into[at + MAX] = Math.max(into[at + MAX], from[at + MAX]);
    for (let i = at + SUM; i < at + PARTS; i++) into[i] += from[i];
    normalizeRow(into, at);
  }
}

/** How many samples, or the sum of their weights. */
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
 * n Σx² - (Σx)² is exact, so it is never negative and loses nothing. NaN for fewer than two samples. A sample
 * with a weight counts as so many samples.
 */
export function momentsVariance(m: Float64Array, row: number): number {
  const at = row * MOMENTS_STRIDE;
  const n = m[at + COUNT];
  if (n < 2) return NaN;
  const sum = exactInteger(m, at + SUM);
  const squares = exactInteger(m, at + SQUARES);
  // In units of 2^-256, and below 2^554 of them. What was cut off may leave a trace below zero.
  const numerator = ((weightInteger(m, at + COUNT, m, at + PARTS) * squares) << 24n) - sum * sum;
  return numerator <= 0n ? 0 : (Number(numerator) * scaleByPowerOfTwo(1, -256)) / (n * (n - 1));
}

function normalizeRow(m: Float64Array, at: number): void {
  exactNormalize(m, at + SUM);
  exactNormalize(m, at + SQUARES);
}
