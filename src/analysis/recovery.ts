import { PHASE } from '../engine/observer.ts';
import { coarseCount, coarseOf, coarseQuantile } from '../statistics/coarse.ts';
import { histogramCount, histogramZeroCount } from '../statistics/histogram.ts';
import { momentsCount, momentsMax, momentsMean } from '../statistics/moments.ts';
import { ofSample, quantiles } from './estimates.ts';
import { FOR_GOOD, orForGood } from './for-good.ts';
import type { DrillLossFigures, Interval, Loss, RecoveryFigures, ServiceQuantiles, StageName } from './report.ts';
import { STAGE_NAMES } from './stages.ts';
import { COUNT, type Tally } from './tally.ts';

/** How long incidents took (or runs of an experiment, of which each counts as one). */
export function recoveryFigures(tally: Tally, goal: number | null): RecoveryFigures {
  const ended = momentsCount(tally.recovery, 0);
  const censored = tally.counts[COUNT.censored];
  const count = ended + censored;
  const isBounded = censored === 0;
  return {
    count,
    censored,
    // A mean of those that ended would be one of survivors.
    ...(isBounded ? ofTimes(tally.recovery) : { mean: null, ci95: null }),
    ...quantiles(tally.recoveryHistogram, tally.recovery, null),
    max: count > 0 && isBounded ? momentsMax(tally.recovery, 0) : null,
    withinTarget: goal === null || count === 0 ? null : tally.counts[COUNT.withinRto] / count,
    histogram: coarseOf(tally.recoveryHistogram, censored),
    stages: ended === 0 || !isBounded ? null : perStage((row) => momentsMean(tally.stages, row)),
    stagesCi95: ended < 2 || !isBounded ? null : perStage((row) => stageInterval(tally, row)),
  };
}

function perStage<T>(figure: (row: number) => T): Record<StageName, T> {
  return Object.fromEntries(STAGE_NAMES.map((stage) => [stage, figure(PHASE[stage])])) as Record<StageName, T>;
}

/** No time is less than none. */
function ofTimes(moments: Float64Array): ReturnType<typeof ofSample> {
  const { mean, ci95 } = ofSample(moments);
  return { mean, ci95: ci95 === null ? null : [Math.max(0, ci95[0]), ci95[1]] };
}

/** No stage takes less than no time. */
function stageInterval({ stages }: Tally, row: number): Interval {
  const [low, high] = ofSample(stages, row).ci95!;
  return [Math.max(0, low), high];
}

/** Bounds of what is known without looking. */
const NOTHING = { p50: [0, 0], p90: [0, 0], p95: [0, 0], p99: [0, 0] } as const;

/**
 * How much was lost in them.
 * @param isPossible whether anything in the model can lose data: where nothing can, no interval is left open
 */
export function lossFigures(tally: Tally, goal: number | null, isPossible = true): DrillLossFigures {
  const count = histogramCount(tally.lossHistogram);
  const measured = momentsCount(tally.loss, 0);
  const { mean, ci95 } = ofTimes(tally.loss);
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
export function coarseFigures<T extends Loss | null>(rows: Float64Array, row: number, beyond: T): ServiceQuantiles<number | NonNullable<T>> {
  const value = (p: number): number | T | null => {
    const quantile = coarseQuantile(rows, row, p);
    return quantile === Infinity ? beyond : quantile;
  };
  return { count: coarseCount(rows, row), p50: value(0.5), p95: value(0.95) };
}
