import { EXACT_LIMBS, exactAddProduct, exactNormalize, exactValue } from './exact.ts';
import { PARTS_STRIDE, weightAdd, weightMerge } from './weights.ts';

/*
 * Squares of weights, summed exactly beside the weights: a mean of samples with weights varies as much as one of
 * (Σ w)² / Σ w² samples that count once (Kish 1965, "Survey Sampling", section 11.7). Kept are the sums of weights and
 * of squares of those samples whose weight is not 1, so that of plain samples there is nothing.
 */

const PARTS = 1;
const SQUARES = PARTS + PARTS_STRIDE;

/** Doubles that it takes. */
export const SQUARES_STRIDE = SQUARES + EXACT_LIMBS;

/** Squares are counted in units of 2^-208, the square of what is left of a weight. */
const SCALE = 1099511627776;

/** Adds a weight, at most 2^20, to what is kept at `at`. */
export function squaresAdd(s: Float64Array, at: number, weight: number): void {
  if (weight === 1) return;
  weightAdd(s, at, s, at + PARTS, weight);
  exactAddProduct(s, at + SQUARES, weight * SCALE, weight * SCALE);
  exactNormalize(s, at + SQUARES);
}

/** Adds what another one has kept. */
export function squaresMerge(into: Float64Array, at: number, from: Float64Array, j: number): void {
  if (from[j] === 0) return;
  weightMerge(into, at, into, at + PARTS, from, j, from, j + PARTS);
  for (let i = SQUARES; i < SQUARES_STRIDE; i++) into[at + i] += from[j + i];
  exactNormalize(into, at + SQUARES);
}

/** How many samples that count once say as much, of some whose weights sum to `sum`. */
export function effectiveCount(sum: number, s: Float64Array, at: number): number {
  if (s[at] === 0) return sum;
  const plain = sum - s[at];
  return (sum * sum) / (plain + exactValue(s, at + SQUARES) / (SCALE * SCALE));
}
