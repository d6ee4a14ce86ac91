import { type Coarse, coarseMerge, createCoarse } from '../statistics/coarse.ts';
import { createHistogram, histogramMerge } from '../statistics/histogram.ts';
import { createMoments, momentsMerge } from '../statistics/moments.ts';
import { createSums, sumsMerge } from '../statistics/sums.ts';

/** One array a row, null while there is nothing in it. */
export type Rowed = (Float64Array | null)[];

/** What figures are kept in. */
export type Store = Float64Array | Rowed;

/** How figures of one kind are kept. Merging in any grouping and order gives the same bits. */
export interface Kind<S extends Store> {
  create(rows: number): S;
  merge(into: S, from: S): void;
}

/** What is counted, weight by weight. */
export const SUMS: Kind<Float64Array> = { create: createSums, merge: sumsMerge };

/** The largest of what there was, whatever its weight; 0 for nothing. */
export const LARGEST: Kind<Float64Array> = {
  create: (rows) => new Float64Array(rows),
  merge: (into, from) => from.forEach((value, row) => (into[row] = Math.max(into[row], value))),
};

export const MOMENTS: Kind<Float64Array> = { create: createMoments, merge: momentsMerge };

/** One histogram, fine enough for quantiles. */
export const HISTOGRAM: Kind<Float64Array> = { create: createHistogram, merge: histogramMerge };

/** Many as fine, [row]; null where there is no sample yet. */
export const HISTOGRAMS: Kind<Rowed> = {
  create: createCoarse,
  merge: (into, from) =>
    from.forEach(
      (histogram, row) => histogram !== null && histogramMerge((into[row] ??= createHistogram()), histogram),
    ),
};

/** Many, coarse. */
export const COARSE: Kind<Coarse> = { create: createCoarse, merge: coarseMerge };
