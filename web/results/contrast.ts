import type { Interval, Report } from '../../src/analysis/report.ts';
import { agreement } from '../../src/report/agreement.ts';
import { duration, number, part, percentUp } from '../../src/units/figure.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';

/** From this ratio on it is said as «times», below it as «percent more». */
const TIMES_FROM = 1.95;

/** The bare arithmetic's claim beside what was simulated. */
export interface Contrast {
  /** The availability that it claims, as text. */
  readonly claim: string;
  /** Its downtime a year, as text. */
  readonly downtime: string;
  /** The claim lies within the simulation's interval. */
  readonly isWithin: boolean;
  /** How far off it is; null where a ratio says nothing. */
  readonly verdict: string | null;
}

/** null: the arithmetic is refused. */
export function contrast({
  availability: { arithmeticUnavailability, downtimePerYear: down },
}: Report): Contrast | null {
  if (arithmeticUnavailability === null) return null;
  const claimed = arithmeticUnavailability * SECONDS_PER_YEAR;
  const found = agreement(claimed, down.ci95);
  const off =
    claimed > 0 && down.mean > 0 ? ratio(down.mean / claimed, [down.ci95[0] / claimed, down.ci95[1] / claimed]) : null;
  const verdict = {
    agrees: 'The simulation agrees.',
    open: 'So few years do not tell it from what was simulated.',
    differs: off,
  }[found];
  return {
    claim: percentUp(arithmeticUnavailability),
    downtime: duration(claimed),
    isWithin: found !== 'differs',
    verdict,
  };
}

function ratio(factor: number, [low, high]: Interval): string {
  if (factor >= TIMES_FROM) return `Simulated downtime is ${number(factor, [low, high])} times that.`;
  if (1 / factor >= TIMES_FROM) return `Simulated downtime is ${number(1 / factor, [1 / high, 1 / low])} times less.`;
  return `Simulated downtime is ${part(Math.abs(factor - 1))} ${factor > 1 ? 'more' : 'less'}.`;
}
