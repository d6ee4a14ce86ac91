import { PARTS_STRIDE, weightAdd, weightMerge } from './weights.ts';
import { BINS_PER_OCTAVE, HISTOGRAM_LENGTH, histogramIndex, lowerEdge, quantileTarget } from './histogram.ts';

/*
 * Histograms for drawing, and for quantiles to within 6%: 16 bins per octave (each 1/16 of its octave's lower end
 * wide), small enough to keep one for every cause of an incident and every service. Rows of `COARSE_LENGTH` counts in
 * one array, laid out like the fine histogram: zeros first, then the bins from 2^-10 s on.
 */

const COARSE_PER_OCTAVE = 16;
const FINE_PER_COARSE = BINS_PER_OCTAVE / COARSE_PER_OCTAVE;
const COARSE_LENGTH = 1 + (HISTOGRAM_LENGTH - 1) / FINE_PER_COARSE;

interface CoarseHistogram {
  /** Ascending, one more than `counts`, in seconds. Empty for no samples. */
  edges: number[];
  /** counts[i]: samples in [edges[i], edges[i + 1]). */
  counts: number[];
}

/**
 * Rows of coarse histograms, [row]; null where there is no sample yet, for most of many services are never down. Of a
 * row whose samples have weights the parts of its counts follow them (`weights.ts`).
 */
export type Coarse = (Float64Array | null)[];

/** Rows of empty coarse histograms. */
export function createCoarse(rows: number): Coarse {
  return Array.from({ length: rows }, () => null);
}

/** Counts a sample, in seconds, >= 0, in a row, with its weight. */
export function coarseAdd(c: Coarse, row: number, x: number, weight = 1): void {
  const fine = histogramIndex(x);
  const bin = fine === 0 ? 0 : 1 + Math.floor((fine - 1) / FINE_PER_COARSE);
  const counts = roomFor(c, row, !Number.isInteger(weight));
  if (counts.length === COARSE_LENGTH) counts[bin] += weight;
  else weightAdd(counts, bin, counts, COARSE_LENGTH + PARTS_STRIDE * bin, weight);
}

/** Adds the counts of all rows of `from` to `into`. */
export function coarseMerge(into: Coarse, from: Coarse): void {
  from.forEach((counts, row) => {
    if (counts === null) return;
    const isWeighted = counts.length > COARSE_LENGTH;
    const sums = roomFor(into, row, isWeighted);
    for (let bin = 0; bin < COARSE_LENGTH; bin++) {
      const parts = COARSE_LENGTH + PARTS_STRIDE * bin;
      if (isWeighted) weightMerge(sums, bin, sums, parts, counts, bin, counts, parts);
      else if (sums.length === COARSE_LENGTH) sums[bin] += counts[bin];
      else weightAdd(sums, bin, sums, parts, counts[bin]);
    }
  });
}

/** The row, made where there is none or none with room for parts. */
function roomFor(c: Coarse, row: number, isWeighted: boolean): Float64Array {
  const before = c[row];
  if (before !== null && (!isWeighted || before.length > COARSE_LENGTH)) return before;
  const counts = new Float64Array(isWeighted ? COARSE_LENGTH * (1 + PARTS_STRIDE) : COARSE_LENGTH);
  if (before !== null) counts.set(before);
  c[row] = counts;
  return counts;
}

/**
 * Sums of the finite samples of a row, of their squares and of their cubes, to within a tenth: each is in the middle of
 * its bin.
 */
export function coarsePowers(c: Coarse, row: number): readonly [sum: number, squares: number, cubes: number] {
  const powers: [number, number, number] = [0, 0, 0];
  const counts = c[row];
  if (counts === null) return powers;
  for (let bin = 1; bin < COARSE_LENGTH - 1; bin++) {
    const count = counts[bin];
    if (count === 0) continue;
    const x = (lowerEdge(1 + (bin - 1) * FINE_PER_COARSE) + lowerEdge(1 + bin * FINE_PER_COARSE)) / 2;
    for (let power = 0, product = count * x; power < 3; power++, product *= x) powers[power] += product;
  }
  return powers;
}

/** How many samples a row holds, or the sum of their weights. */
export function coarseCount(c: Coarse, row: number): number {
  const counts = c[row];
  let sum = 0;
  if (counts !== null) for (let bin = 0; bin < COARSE_LENGTH; bin++) sum += counts[bin];
  return sum;
}

/**
 * The p-quantile of a row, p in (0, 1): the lower edge of the bin that holds the order statistic of rank ceil(p n),
 * which is that sample less at most 1/16 of it. It is the lower edge because times that people choose are round: where
 * all take exactly 15 min, the quantile is not above 15 min. Infinity where it falls in the last bin, which holds what
 * has no bound; null if empty.
 */
export function coarseQuantile(c: Coarse, row: number, p: number): number | null {
  const counts = c[row];
  if (counts === null) return null;
  const target = quantileTarget(coarseCount(c, row), p);
  let bin = 0;
  for (let below = counts[0]; below < target && bin < COARSE_LENGTH - 1; below += counts[bin]) bin++;
  if (bin === COARSE_LENGTH - 1) return Infinity;
  return bin === 0 ? 0 : lowerEdge(1 + (bin - 1) * FINE_PER_COARSE);
}

/** A row for drawing; see `trim` for its bins. */
export function coarseRow(c: Coarse, row: number): CoarseHistogram {
  return trim(c[row]?.subarray(0, COARSE_LENGTH) ?? new Float64Array(COARSE_LENGTH));
}

/**
 * A fine histogram for drawing; see `trim` for its bins.
 * @param unbounded samples of Infinity in it, which are not drawn
 */
export function coarseOf(h: Float64Array, unbounded = 0): CoarseHistogram {
  const counts = new Float64Array(COARSE_LENGTH);
  counts[0] = h[0];
  for (let i = 1; i < HISTOGRAM_LENGTH; i++) counts[1 + Math.floor((i - 1) / FINE_PER_COARSE)] += h[i];
  counts[COARSE_LENGTH - 1] -= unbounded;
  return trim(counts);
}

/**
 * From the first to the last bin that holds a sample, those empty in between included. Where there are zeros, they
 * alone are the first bin, drawn from 0 to the next edge: no other sample lies there. Only zeros: one bin [0, 2^-10].
 */
function trim(all: Float64Array): CoarseHistogram {
  const edge = (i: number) => lowerEdge(1 + (i - 1) * FINE_PER_COARSE);
  let first = 1;
  let last = all.length - 1;
  while (first <= last && all[first] === 0) first++;
  while (last >= first && all[last] === 0) last--;
  const edges: number[] = [];
  const counts: number[] = [];
  if (all[0] > 0) {
    edges.push(0);
    counts.push(all[0]);
  }
  if (first <= last) {
    for (let i = first; i <= last; i++) {
      edges.push(edge(i));
      counts.push(all[i]);
    }
    edges.push(edge(last + 1));
  } else if (all[0] > 0) {
    edges.push(edge(1));
  }
  return { edges, counts };
}
