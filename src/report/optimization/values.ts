import type { Interval, QuantileInterval } from '../../analysis/report.ts';
import type { ConstraintWish, FigureKind } from '../../analysis/report-optimization.ts';
import { duration, knownOf, money, number, percent } from '../../units/index.ts';

/** A figure for people, with as many digits as its interval supports. */
export function figureText(value: number, interval: Interval | null, kind: FigureKind, currency: string): string {
  switch (kind) {
    case 'share':
      return percent(value, interval);
    case 'time':
    case 'timePerYear':
      return duration(value, interval);
    case 'moneyPerYear':
      return money(value, interval, currency);
    case 'number':
    case 'countPerYear':
      return number(value, interval);
  }
}

/** What was found of a constraint: the figure, or of a quantile the share within its goal. */
export function foundText(
  value: number | null,
  interval: QuantileInterval | null,
  { statistic, kind }: ConstraintWish,
  currency: string,
): string {
  if (value === null) return 'nothing to measure';
  const bounds = knownOf(interval);
  return statistic === 'shareWithin'
    ? `${percent(value, bounds)} within it`
    : figureText(value, bounds, kind, currency);
}
