import type { Interval } from '../../src/analysis/report.ts';
import { digits } from '../../src/report/digits.ts';
import { formatNumber } from '../../src/units/format.ts';

/** How many times as much, rounded to what the interval supports also above a thousand: `1,020`, `78.8`. */
export function factorText(factor: number, interval: Interval): string {
  return formatNumber(Number(factor.toPrecision(digits(factor, interval))));
}
