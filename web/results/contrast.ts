import type { Interval, Report } from '../../src/analysis/report.ts';
import { agreement } from '../../src/report/agreement.ts';
import { brief, percent } from '../../src/report/digits.ts';
import { formatPercent } from '../../src/units/format.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { factorText } from './factor.ts';

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

export function contrast({ availability: { arithmetic, downtimePerYear: down } }: Report): Contrast {
  const claimed = (1 - arithmetic) * SECONDS_PER_YEAR;
  // Beyond that there are no digits left, and no reader who cares.
  if (claimed < 1e-3 && down.mean > 0) return { claim: '99.999999999…%', downtime: 'less than 1 ms', isWithin: false, verdict: null };
  const found = agreement(claimed, down.ci95);
  const off = claimed > 0 && down.mean > 0 ? ratio(down.mean / claimed, [down.ci95[0] / claimed, down.ci95[1] / claimed]) : null;
  const verdict = { agrees: 'The simulation agrees.', open: 'So few years do not tell it from what was simulated.', differs: off }[found];
  return { claim: percent(arithmetic, null), downtime: brief(claimed, null), isWithin: found !== 'differs', verdict };
}

function ratio(factor: number, [low, high]: Interval): string {
  if (factor >= TIMES_FROM) return `Simulated downtime is ${factorText(factor, [low, high])} times that.`;
  if (1 / factor >= TIMES_FROM) return `Simulated downtime is ${factorText(1 / factor, [1 / high, 1 / low])} times less.`;
  return `Simulated downtime is ${formatPercent(Math.abs(factor - 1), 2)} ${factor > 1 ? 'more' : 'less'}.`;
}
