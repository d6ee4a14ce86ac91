import { type DifferenceId, differenceScale } from '../../analysis/differences.ts';
import { FOR_GOOD } from '../../analysis/for-good.ts';
import type { Difference, DifferenceFigures, Interval, Report } from '../../analysis/report.ts';
import { change, changeRange } from '../../units/figure.ts';

/** A value of a difference with its sign: `+3.2 min`, `−1,200 USD`, `+0.012 points`. */
export function differenceText(id: DifferenceId, value: number, interval: Interval | null, currency: string): string {
  return change(value, interval, differenceScale(id, currency));
}

/** `−2.1 min to +3 s`, around the estimate as it is printed. */
export function differenceRange(
  id: DifferenceId,
  { mean, ci95 }: Pick<Difference, 'mean' | 'ci95'>,
  currency: string,
): string {
  return changeRange(mean, ci95, differenceScale(id, currency));
}

export type DifferenceWord = 'better' | 'worse' | 'no difference shown' | 'the same';

/** The verdict in words. */
export function wordOf({ mean, ci95, verdict }: Difference): DifferenceWord {
  if (verdict !== 'undecided') return verdict;
  return mean === 0 && ci95[0] === 0 && ci95[1] === 0 ? 'the same' : 'no difference shown';
}

/** Why two models have no difference in a figure, and null where they have one. */
export function whyNoDifference(
  figures: Pick<DifferenceFigures, DifferenceId>,
  of: DifferenceId,
  models: readonly Report[],
): string | null {
  if (figures[of] !== null) return null;
  if (of === 'recoveryTime' && models.some(({ recoveryTime }) => recoveryTime.censored > 0))
    return 'one of them had an incident that never ended';
  if (of !== 'recoveryTime' && models.some(({ dataLoss }) => [dataLoss.mean, dataLoss.perYear].includes(FOR_GOOD)))
    return 'one of them lost data for good';
  return 'one of them had no incident';
}
