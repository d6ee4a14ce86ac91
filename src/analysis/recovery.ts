import { type Coarse, coarseCount, coarseOf, coarseQuantile } from '../statistics/coarse.ts';
import { histogramCount, histogramZeroCount } from '../statistics/histogram.ts';
import { meanInterval } from '../statistics/intervals.ts';
import {
  momentsCount,
  momentsEffectiveCount,
  momentsMax,
  momentsMean,
  momentsVariance,
} from '../statistics/moments.ts';
import { ofLengths, quantiles } from './estimates.ts';
import { FOR_GOOD, orForGood } from './for-good.ts';
import type { ExperimentLossFigures, Interval, Loss, RecoveryFigures, ServiceQuantiles } from './report.ts';
import { perStage } from './stages.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';

/**
 * How long incidents took (or runs of an experiment, of which each counts as one).
 * @param longest seconds of the longest that is to be expected, seen or not
 */
export function recoveryFigures(tally: Tally, goal: number | null, longest: number): RecoveryFigures {
  const ended = momentsCount(tally.recovery, 0);
  const censored = tally.counts[COUNT.censored];
  const count = ended + censored;
  const isBounded = censored === 0;
  const meanOf = (row: number) => momentsMean(tally.stages, row);
  return {
    count,
    censored,
    // A mean of those that ended would be one of survivors.
    ...(isBounded ? ofLengths(tally.recovery, tally.recoveryHistogram, longest) : { mean: null, ci95: null }),
    ...quantiles(tally.recoveryHistogram, tally.recovery, null),
    max: count > 0 && isBounded ? momentsMax(tally.recovery, 0) : null,
    withinTarget: goal === null || count === 0 ? null : tally.counts[COUNT.withinRto] / count,
    histogram: coarseOf(tally.recoveryHistogram, censored),
    stages: ended === 0 || !isBounded ? null : perStage(meanOf, meanOf),
    stagesCi95:
      !(momentsEffectiveCount(tally.recovery, 0) >= 2) || !isBounded
        ? null
        : perStage(meanOf, (row) => stageInterval(tally, row)),
  };
}

/** No stage takes less than no time. */
function stageInterval({ stages }: Tally, row: number): Interval {
  const [low, high] = meanInterval(
    momentsMean(stages, row),
    momentsVariance(stages, row),
    momentsEffectiveCount(stages, row),
  );
  return [Math.max(0, low), high];
}

/** Bounds of what is known without looking. */
const NOTHING = { p50: [0, 0], p90: [0, 0], p95: [0, 0], p99: [0, 0] } as const;

/**
 * How much was lost in them.
 * @param largest seconds of writes in the largest loss that is to be expected, seen or not
 * @param isPossible whether anything in the model can lose data: where nothing can, no interval is left open
 */
export function lossFigures(
  tally: Tally,
  goal: number | null,
  largest: number,
  isPossible = true,
): ExperimentLossFigures {
  const count = histogramCount(tally.lossHistogram);
  const measured = momentsCount(tally.loss, 0);
  const { mean, ci95 } = ofLengths(tally.loss, tally.lossHistogram, largest);
  const isForGood = measured < count;
  return {
    count,
    permanent: count > 0 ? (count - measured) / count : null,
    zero: count > 0 ? histogramZeroCount(tally.lossHistogram) / count : null,
    mean: orForGood(isForGood, mean),
    ci95: isForGood ? [FOR_GOOD, FOR_GOOD] : isPossible ? ci95 : [0, 0],
    ...quantiles(tally.lossHistogram, tally.loss, FOR_GOOD),
    ...(isPossible ? {} : { quantileCi95: NOTHING }),
    max: count > 0 ? orForGood(isForGood, momentsMax(tally.loss, 0)) : null,
    withinTarget: goal === null || count === 0 ? null : tally.counts[COUNT.withinRpo] / count,
    histogram: coarseOf(tally.lossHistogram, count - measured),
  };
}

/**
 * Of one row of a coarse histogram.
 * @param beyond what stands for a quantile without a bound
 */
export function coarseFigures<T extends Loss | null>(
  rows: Coarse,
  row: number,
  beyond: T,
): ServiceQuantiles<number | NonNullable<T>> {
  const value = (p: number): number | T | null => {
    const quantile = coarseQuantile(rows, row, p);
    return quantile === Infinity ? beyond : quantile;
  };
  return { count: coarseCount(rows, row), p50: value(0.5), p95: value(0.95) };
}
