import { FOR_GOOD } from '../../analysis/for-good.ts';
import type { DifferenceFigures, Report } from '../../analysis/report.ts';

/** Figures in which two models may have no difference. */
export type Missing = 'recoveryTime' | 'dataLoss' | 'dataLossPerYear';

/** Why they have none, and null where they have one. */
export function whyNoDifference(
  figures: Pick<DifferenceFigures, Missing>,
  of: Missing,
  models: readonly Report[],
): string | null {
  if (figures[of] !== null) return null;
  if (of === 'recoveryTime' && models.some(({ recoveryTime }) => recoveryTime.censored > 0))
    return 'one of them had an incident that never ended';
  if (of !== 'recoveryTime' && models.some(({ dataLoss }) => [dataLoss.mean, dataLoss.perYear].includes(FOR_GOOD)))
    return 'one of them lost data for good';
  return 'one of them had no incident';
}
