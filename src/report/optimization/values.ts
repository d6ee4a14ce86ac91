import type { QuantileInterval } from '../../analysis/report.ts';
import type { ConstraintWish } from '../../analysis/report-optimization.ts';
import { kindText, knownOf, percent } from '../../units/index.ts';

/** What was found of a constraint: the figure, or of a quantile the share within its goal. */
export function foundText(
  value: number | null,
  interval: QuantileInterval | null,
  { statistic, kind }: ConstraintWish,
  currency: string,
): string {
  if (value === null) return 'nothing to measure';
  const bounds = knownOf(interval);
  return statistic === 'shareWithin' ? `${percent(value, bounds)} within it` : kindText(value, bounds, kind, currency);
}
