import { studentQuantile } from '../random/special/student.ts';
import { lengthInterval } from './intervals.ts';
import { createHistogram, HISTOGRAM_LENGTH, histogramBin, histogramMerge, histogramQuantile } from './histogram.ts';

/*
 * Figures of independent replications that are alike, each of which has samples with weights: how far apart the
 * replications are says how well a figure is known, whatever the weights have to do with the values.
 */

export interface Replicated {
  readonly mean: number;
  readonly ci95: readonly [low: number, high: number];
  /** Its standard error. */
  readonly error: number;
}

/**
 * Of values that are never negative. A few of them, with a heavy copy each, have much of it, and the one
 * that comes next may be the largest:
 * the interval is that of a sample which just missed another such one, with the third cumulant.
 */
export function meanOf(values: readonly number[]): Replicated {
  const count = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / count;
  let squares = 0;
  let cubes = 0;
  for (const x of values) {
    squares += (x - mean) * (x - mean);
    cubes += (x - mean) * (x - mean) * (x - mean);
  }
  const variance = squares / (count - 1);
  const third = (cubes * count) / ((count - 1) * (count - 2));
  return {
    mean,
    error: Math.sqrt(variance / count),
    ci95: lengthInterval(mean, variance, third, count, Math.max(...values) - mean),
  };
}

/**
 * A ratio of two means: its error is that of what is left of the one when the other is taken out (Cochran 1977, ch. 6).
 * null: the second is 0.
 */
export function ratioOfMeans(above: readonly number[], below: readonly number[]): Replicated | null {
  const { ratio, each } = ratioOf(above, below);
  if (!(each > 0)) return null;
  return meanOf(above.map((value, i) => ratio + (value - ratio * below[i]) / each));
}

/**
 * Quantiles of all samples: each with the values at which the share of samples up to there is not distinguished from it
 * (Woodruff 1952), the shares being ratios of two means. Infinity: samples without a length; NaN: nothing
 * bounds it. null:
 * there are no samples.
 */
export function replicatedQuantiles(
  histograms: readonly Float64Array[],
  shares: readonly number[],
): readonly Pick<Replicated, 'mean' | 'ci95'>[] | null {
  const all = createHistogram();
  for (const histogram of histograms) histogramMerge(all, histogram);
  const weights = histograms.map((h) => h.subarray(0, HISTOGRAM_LENGTH).reduce((sum, x) => sum + x, 0));
  if (weights.every((weight) => weight === 0)) return null;
  const student = studentQuantile(histograms.length - 1, 0.975);
  const upTo = weights.map(() => 0);
  const ends = shares.map(() => ({ low: NaN, high: NaN }));
  for (let bin = 0; bin < HISTOGRAM_LENGTH; bin++) {
    if (all[bin] === 0) continue;
    histograms.forEach((histogram, i) => (upTo[i] += histogram[bin]));
    const { ratio, error } = ratioOf(upTo, weights);
    const { low, high } = histogramBin(all, bin);
    shares.forEach((share, i) => {
      if (Number.isNaN(ends[i].low) && ratio + student * error >= share) ends[i].low = low;
      if (Number.isNaN(ends[i].high) && ratio - student * error >= share) ends[i].high = high;
    });
  }
  return shares.map((share, i) => {
    const { low, high } = ends[i];
    const mean = histogramQuantile(all, share, 0, Infinity) ?? NaN;
    return { mean, ci95: [low, high] };
  });
}

/** With its standard error, and the mean of what it is divided by. */
function ratioOf(above: readonly number[], below: readonly number[]): { ratio: number; error: number; each: number } {
  const count = above.length;
  const sum = below.reduce((total, x) => total + x, 0);
  const ratio = above.reduce((total, x) => total + x, 0) / sum;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (above[i] - ratio * below[i]) * (above[i] - ratio * below[i]);
  return { ratio, error: Math.sqrt((squares * count) / (count - 1)) / sum, each: sum / count };
}
