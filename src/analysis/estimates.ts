import {
  histogramCount,
  histogramQuantile,
  histogramQuantileInterval,
  histogramQuantileRanks,
  histogramThird,
  quantileTarget,
} from '../statistics/histogram.ts';
import { lengthInterval, skewedMeanInterval } from '../statistics/intervals.ts';
import {
  momentsCount,
  momentsEffectiveCount,
  momentsMax,
  momentsMean,
  momentsMin,
  momentsVariance,
} from '../statistics/moments.ts';
import type { SingleEvents } from './events.ts';
import type { Estimate, Interval, Loss, QuantileInterval, QuantileIntervals, Quantiles } from './report.ts';

/** Fewer replications do not know how far they spread; then it is taken to be no less than that of events at random. */
const FEW_REPLICATIONS = 30;

/**
 * A figure per year from one value a replication, with the interval for sums of rare events of very different sizes
 * (`skewedMeanInterval`), which becomes the normal one as events become many. A figure of zero has an upper bound too:
 * that of a run which just missed its first event. Neither the figure nor a bound is beyond what is possible.
 */
export function perReplication(
  moments: Float64Array,
  row: number,
  { typical, size, missed, most }: SingleEvents,
): Estimate {
  const mean = Math.min(most, momentsMean(moments, row));
  const replications = momentsEffectiveCount(moments, row);
  // What is down cannot fail: events have the time that is left.
  const free = 1 - mean / most;
  const seen = replications > 1 ? momentsVariance(moments, row) / replications : 0;
  // A single replication of which nothing else is known: as if all of it had come from one event.
  const random = typical > 0 ? mean * typical * free * free : replications > 1 ? 0 : mean * mean * free * free;
  const variance = replications < FEW_REPLICATIONS ? Math.max(seen, random) : seen;
  // Events that come in groups are as good as larger ones; those that keep apart, as smaller ones.
  const grouped = random > 0 && size > 0 ? size * free * (variance / random) : 0;
  const [low, high] = skewedMeanInterval(mean, variance, { size: grouped, missed: missed * free });
  return { mean, ci95: [low, Math.min(most, high)] };
}

export function scaled(estimate: Estimate, factor: number): Estimate {
  return { mean: estimate.mean * factor, ci95: [estimate.ci95[0] * factor, estimate.ci95[1] * factor] };
}

/** A share of time: bounds stay within [0, 1]. */
export function ofTime(estimate: Estimate): Estimate {
  return { mean: Math.min(1, estimate.mean), ci95: [Math.max(0, estimate.ci95[0]), Math.min(1, estimate.ci95[1])] };
}

/** 1 − a share of time. */
export function complement(estimate: Estimate): Estimate {
  const { mean, ci95 } = estimate;
  return { mean: 1 - mean, ci95: [1 - ci95[1], 1 - ci95[0]] };
}

/**
 * Mean of independent lengths with its interval; nulls where there are none.
 * @param longest seconds of the longest that is to be expected, seen or not
 */
export function ofLengths(
  moments: Float64Array,
  histogram: Float64Array,
  longest: number,
): { mean: number | null; ci95: Interval | null } {
  const count = momentsCount(moments, 0);
  if (count === 0) return { mean: null, ci95: null };
  const mean = momentsMean(moments, 0);
  const effective = momentsEffectiveCount(moments, 0);
  if (!(effective > 1)) return { mean, ci95: null };
  const variance = momentsVariance(moments, 0);
  const third = histogramThird(histogram, mean) / count;
  const missed = Math.max(longest, mean + variance / mean) - mean;
  return { mean, ci95: lengthInterval(mean, variance, third, effective, mean > 0 ? missed : longest) };
}

/**
 * Of a histogram of all samples and the moments of those that have a length. The others (writes lost for good) lie
 * above them all.
 * @param beyond what stands for a quantile, or a bound of one, that falls among those without a length
 * @param row of the moments
 */
export function quantiles<T extends Loss | null>(
  histogram: Float64Array,
  moments: Float64Array,
  beyond: T,
  row = 0,
): Quantiles<number | NonNullable<T>> & { quantileCi95: QuantileIntervals<number | NonNullable<T>> } {
  const count = histogramCount(histogram);
  const bounded = momentsCount(moments, row);
  const min = momentsMin(moments, row);
  const max = momentsMax(moments, row);
  const value = (p: number): number | T | null =>
    quantileTarget(count, p) > bounded ? beyond : histogramQuantile(histogram, p, min, max);
  const interval = (p: number): QuantileInterval<number | T> => {
    const [low, high] = histogramQuantileInterval(histogram, p, min, max) ?? [null, null];
    const [below, above] = histogramQuantileRanks(histogram, p);
    return [below > bounded ? beyond : low, above === Infinity ? null : above > bounded ? beyond : high];
  };
  return {
    p50: value(0.5),
    p90: value(0.9),
    p95: value(0.95),
    p99: value(0.99),
    quantileCi95: { p50: interval(0.5), p90: interval(0.9), p95: interval(0.95), p99: interval(0.99) },
  };
}

/** As between two runs of their own (Zou & Donner 2008, eq. 5). */
export function apart(first: Estimate, second: Estimate): Estimate {
  const mean = second.mean - first.mean;
  const below = root(second.mean - second.ci95[0], first.ci95[1] - first.mean);
  return { mean, ci95: [mean - below, mean + root(second.ci95[1] - second.mean, first.mean - first.ci95[0])] };
}

/** (`Math.hypot` may differ between engines.) */
export function root(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
