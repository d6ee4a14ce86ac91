import type { KindTarget, Targets } from '../model/model.ts';
import { KIND_COUNT } from '../observe/kind-figures.ts';
import { histogramCount, histogramEffectiveCount } from '../statistics/histogram.ts';
import { proportionInterval } from '../statistics/intervals.ts';
import { quantiles } from './estimates.ts';
import { FOR_GOOD } from './for-good.ts';
import type { Estimate, ExperimentFigures, LossFigures, RecoveryFigures, TargetFigures, Verdict } from './report.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';

interface Measured {
  readonly availability: Estimate;
  readonly recoveryTime: RecoveryFigures;
  readonly dataLoss: LossFigures;
  readonly infrastructure: number;
}

/**
 * Each target against what was measured. Availability is held against its mean; RTO and RPO against the 95th percentile
 * of the incidents, as objectives are met in service reviews: 95 in 100 have to be within it, counted one by one; the
 * budget against the running cost, which is what is paid. A verdict is undecided while the interval straddles the goal,
 * and where nothing was seen to hold against it.
 */
export function targetFigures(targets: Targets, tally: Tally, measured: Measured): TargetFigures[] {
  const years = tally.counts[COUNT.years];
  const figures: TargetFigures[] = [];
  if (targets.availability !== null) {
    const { mean, ci95 } = measured.availability;
    figures.push({
      target: 'availability',
      goal: targets.availability,
      value: mean,
      ci95,
      yearsMet: tally.counts[COUNT.metAvailability] / years,
      verdict: ci95[0] >= targets.availability ? 'met' : ci95[1] < targets.availability ? 'missed' : 'undecided',
    });
  }
  if (targets.rtoSeconds !== null) {
    figures.push(
      objective(
        'rto',
        targets.rtoSeconds,
        measured.recoveryTime,
        tally.counts[COUNT.withinRto],
        histogramEffectiveCount(tally.recoveryHistogram),
        tally.counts[COUNT.metRto] / years,
      ),
    );
  }
  figures.push(...kindTargets(targets, 'rto', tally));
  if (targets.rpoSeconds !== null) {
    figures.push(
      objective(
        'rpo',
        targets.rpoSeconds,
        measured.dataLoss,
        tally.counts[COUNT.withinRpo],
        histogramEffectiveCount(tally.lossHistogram),
        tally.counts[COUNT.metRpo] / years,
      ),
    );
  }
  figures.push(...kindTargets(targets, 'rpo', tally));
  if (targets.budgetPerYear !== null) {
    const isMet = measured.infrastructure <= targets.budgetPerYear;
    figures.push({
      target: 'budget',
      goal: targets.budgetPerYear,
      value: measured.infrastructure,
      ci95: [measured.infrastructure, measured.infrastructure],
      yearsMet: isMet ? 1 : 0,
      verdict: isMet ? 'met' : 'missed',
    });
  }
  return figures;
}

/** Share of incidents, or of an experiment's runs, that has to be within an objective. */
export const OBJECTIVE_SHARE = 0.95;

function objective(
  target: 'rto' | 'rpo',
  goal: number,
  figures: RecoveryFigures | LossFigures,
  within: number,
  effective: number,
  yearsMet: number,
): TargetFigures {
  const {
    count,
    quantileCi95: { p95: ci95 },
  } = figures;
  // Known without looking: the model leaves no room for more.
  const isCertain = ci95[1] === 0;
  return {
    target,
    goal,
    value: figures.p95,
    ci95: count > 0 || isCertain ? ci95 : null,
    yearsMet,
    verdict: isCertain ? 'met' : objectiveVerdict(within, count, effective),
  };
}

/** Each kind by itself, against the incidents that began with a failure of that kind: never seen, never met. */
function kindTargets({ byKind }: Targets, target: KindTarget['target'], tally: Tally): TargetFigures[] {
  const years = tally.counts[COUNT.years];
  return byKind.flatMap((each, row): TargetFigures[] => {
    if (each.target !== target) return [];
    const { kind, goalSeconds: goal } = each;
    const histogram = tally.kindHistograms[row];
    const count = histogram === null ? 0 : histogramCount(histogram);
    if (histogram === null || count === 0)
      return [{ target, kind, count, goal, value: null, ci95: null, yearsMet: null, verdict: 'undecided' }];
    const found = quantiles(histogram, tally.kindValues, target === 'rpo' ? FOR_GOOD : null, row);
    const of = (entry: keyof typeof KIND_COUNT) => tally.kindCounts[row * KIND_COUNT.entries + KIND_COUNT[entry]];
    return [
      {
        ...{ target, kind, count, goal, value: found.p95, ci95: found.quantileCi95.p95 },
        yearsMet: of('yearsMet') / years,
        verdict: objectiveVerdict(of('within'), count, histogramEffectiveCount(histogram)),
      },
    ];
  });
}

/**
 * The same with experiments that fail one of a kind: missed where either misses it, met where whatever tried it meets
 * it.
 */
export function withTried(
  targets: readonly TargetFigures[],
  experiments: readonly ExperimentFigures[],
): TargetFigures[] {
  return targets.map((target): TargetFigures => {
    if (target.kind === undefined) return target;
    const tried = experiments.flatMap(({ name, targets: own }) =>
      own
        .filter((each) => each.target === target.target && each.kind === target.kind)
        .map(({ value, verdict }) => ({ name, value, verdict })),
    );
    if (tried.length === 0) return target;
    const verdicts = [...(target.count === 0 ? [] : [target.verdict]), ...tried.map(({ verdict }) => verdict)];
    const verdict = (['missed', 'undecided', 'met'] as const).find((each) => verdicts.includes(each));
    return { ...target, experiments: tried, verdict: verdict ?? 'undecided' };
  });
}

/**
 * Whether 95 of 100 are within an objective; nothing seen decides nothing.
 * @param effective how many that count once say as much as those counted
 */
export function objectiveVerdict(within: number, count: number, effective = count): Verdict {
  const [low, high] = proportionInterval(effective === count ? within : (within / count) * effective, effective);
  if (low >= OBJECTIVE_SHARE) return 'met';
  return high < OBJECTIVE_SHARE ? 'missed' : 'undecided';
}
