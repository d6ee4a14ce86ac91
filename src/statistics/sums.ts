import { PARTS_STRIDE, weightAdd, weightMerge } from './weights.ts';

/*
 * Counts, weighted or not: in an array of three numbers a row, first all that is counted, [row], to be read as it is,
 * and then what an exact sum of weights has besides (`weights.ts`).
 */

const STRIDE = 1 + PARTS_STRIDE;

export function createSums(rows: number): Float64Array {
  return new Float64Array(rows * STRIDE);
}

/** Counts one, or what stands for that much. */
export function sumsAdd(sums: Float64Array, row: number, weight = 1): void {
  weightAdd(sums, row, sums, sums.length / STRIDE + PARTS_STRIDE * row, weight);
}

/** Adds all rows of `from` to those of `into`. */
export function sumsMerge(into: Float64Array, from: Float64Array): void {
  const rows = into.length / STRIDE;
  for (let row = 0; row < rows; row++) {
    const at = rows + PARTS_STRIDE * row;
    if (from[row] !== 0) weightMerge(into, row, into, at, from, row, from, at);
  }
}
