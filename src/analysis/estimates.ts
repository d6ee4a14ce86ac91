import { histogramCount, histogramQuantile, histogramQuantileInterval, quantileRank, quantileRanks } from '../statistics/histogram.ts';
import { meanInterval, rareMeanInterval } from '../statistics/intervals.ts';
import { momentsCount, momentsMax, momentsMean, momentsMin, momentsVariance } from '../statistics/moments.ts';
import type { Estimate, Interval, Loss, QuantileInterval, QuantileIntervals, Quantiles } from './report.ts';

/**
 * A figure per year from one value a replication, with the gamma interval for sums of rare events (Fay & Feuer 1997),
 * which becomes the normal one as events become many. A figure of zero has an upper bound too: that of a run which
 * just missed its first event.
 * @param event what the largest single event adds to the mean, or would add where none was seen
 */
export function perReplication(moments: Float64Array, row: number, replications: number, event: number): Estimate {
  const mean = momentsMean(moments, row);
  if (mean === 0) return { mean: 0, ci95: rareMeanInterval(0, 0, event) };
  // No single event can have added more than the fullest replication has.
  const largest = Math.min(event, momentsMax(moments, row) / replications);
  // One replication says nothing about the spread: as if all of it had come from a single event.
  const variance = replications > 1 ? momentsVariance(moments, row) / replications : mean * mean;
  return { mean, ci95: rareMeanInterval(mean, variance, largest) };
}

export function scaled(estimate: Estimate, factor: number): Estimate {
  return { mean: estimate.mean * factor, ci95: [estimate.ci95[0] * factor, estimate.ci95[1] * factor] };
}

/** A share of time: bounds stay within [0, 1]. */
export function ofTime(estimate: Estimate): Estimate {
  return { mean: estimate.mean, ci95: [Math.max(0, estimate.ci95[0]), Math.min(1, estimate.ci95[1])] };
}

/** 1 − a share of time. */
export function complement(estimate: Estimate): Estimate {
  const { mean, ci95 } = estimate;
  return { mean: 1 - mean, ci95: [1 - ci95[1], 1 - ci95[0]] };
}

/** Mean of independent observations with its t interval; nulls where there are none. */
export function ofSample(moments: Float64Array, row = 0): { mean: number | null; ci95: Interval | null } {
  const count = momentsCount(moments, row);
  if (count === 0) return { mean: null, ci95: null };
  const mean = momentsMean(moments, row);
  if (count === 1) return { mean, ci95: null };
  return { mean, ci95: meanInterval(mean, momentsVariance(moments, row), count) };
}

/**
 * Of a histogram of all samples and the moments of those that have a length. The others (writes lost for good) lie above
 * them all.
 * @param beyond what stands for a quantile, or a bound of one, that falls among those without a length
 */
export function quantiles<T extends Loss | null>(histogram: Float64Array, moments: Float64Array, beyond: T): Quantiles<number | NonNullable<T>> & { quantileCi95: QuantileIntervals<number | NonNullable<T>> } {
  const count = histogramCount(histogram);
  const bounded = momentsCount(moments, 0);
  const min = momentsMin(moments, 0);
  const max = momentsMax(moments, 0);
  const value = (p: number): number | T | null => (quantileRank(count, p) > bounded ? beyond : histogramQuantile(histogram, p, min, max));
  const interval = (p: number): QuantileInterval<number | T> => {
    const [low, high] = histogramQuantileInterval(histogram, p, min, max) ?? [null, null];
    const [below, above] = quantileRanks(count, p);
    return [below > bounded ? beyond : low, above > count ? null : above > bounded ? beyond : high];
  };
  return {
    p50: value(0.5),
    p90: value(0.9),
    p95: value(0.95),
    p99: value(0.99),
    quantileCi95: { p50: interval(0.5), p90: interval(0.9), p95: interval(0.95), p99: interval(0.99) },
  };
}
