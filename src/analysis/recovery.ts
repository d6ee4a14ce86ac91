import { PHASE } from '../engine/observer.ts';
import { coarseCount, coarseOf, coarseQuantile } from '../statistics/coarse.ts';
import { histogramCount, histogramZeroCount } from '../statistics/histogram.ts';
import { momentsCount, momentsMax, momentsMean } from '../statistics/moments.ts';
import { ofSample, quantiles } from './estimates.ts';
import type { DrillLossFigures, Interval, RecoveryFigures, ServiceQuantiles, StageName } from './report.ts';
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
    ...quantiles(tally.recoveryHistogram, tally.recovery, isBounded),
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

/** How much was lost in them. */
export function lossFigures(tally: Tally, goal: number | null): DrillLossFigures {
  const count = histogramCount(tally.lossHistogram);
  const measured = momentsCount(tally.loss, 0);
  const isBounded = measured === count;
  return {
    count,
    permanent: count > 0 ? (count - measured) / count : null,
    zero: count > 0 ? histogramZeroCount(tally.lossHistogram) / count : null,
    ...ofTimes(tally.loss),
    ...quantiles(tally.lossHistogram, tally.loss, isBounded),
    max: count > 0 && isBounded ? momentsMax(tally.loss, 0) : null,
    withinTarget: goal === null || count === 0 ? null : tally.counts[COUNT.withinRpo] / count,
    histogram: coarseOf(tally.lossHistogram, count - measured),
  };
}

/** Of one row of a coarse histogram; a quantile without a bound is null. */
export function coarseFigures(rows: Float64Array, row: number): ServiceQuantiles {
  const value = (p: number) => {
    const quantile = coarseQuantile(rows, row, p);
    return quantile === Infinity ? null : quantile;
  };
  return { count: coarseCount(rows, row), p50: value(0.5), p95: value(0.95) };
}
