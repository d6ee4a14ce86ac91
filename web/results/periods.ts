import type { Estimate } from '../../src/analysis/report.ts';
import { duration } from '../../src/units/figure.ts';

/** A year's seconds as a share of other periods. */
const PERIODS = [
  ['a day', 365.25],
  ['a week', 365.25 / 7],
  ['a month', 12],
  ['a year', 1],
] as const;

/** The same downtime in the periods that contracts and people use. */
export function periods({ mean, ci95 }: Estimate): readonly { readonly period: string; readonly downtime: string }[] {
  return PERIODS.map(([period, parts]) => ({
    period,
    downtime: duration(mean / parts, [ci95[0] / parts, ci95[1] / parts]),
  }));
}
