import type { ComparisonReport, Difference } from '../../src/analysis/report.ts';
import { type DifferenceId } from '../../src/analysis/differences.ts';
import { differenceRange, differenceText, wordOf } from '../../src/report/comparison/difference.ts';
import { formatMoney } from '../../src/units/format.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';

/** One figure of what a change has bought. */
export interface Part {
  /** `−22 min a year`; `no difference in downtime seen yet`. */
  readonly text: string;
  /** `−25 min to −19 min`, with 95% confidence; empty where it is exact, or where nothing is shown. */
  readonly range: string;
  readonly tone: 'good' | 'bad' | 'muted';
}

const TONES = { better: 'good', worse: 'bad', undecided: 'muted' } as const;

/**
 * What the second model of a comparison has more than the first: nines, downtime and cost a year, each from the same
 * history. A figure whose interval holds zero is called none.
 * @param isOver more years will not come
 */
export function bought({ models, differences }: ComparisonReport, isOver: boolean): readonly Part[] {
  const [{ downtimePerYear: down, cost }] = differences;
  const { currency } = models[0].cost;
  const yet = isOver ? 'seen' : 'seen yet';
  const part = (id: DifferenceId, difference: Difference, name: string): Part => {
    const word = wordOf(difference);
    if (word === 'the same') return { text: `the same ${name}`, range: '', tone: 'muted' };
    if (word === 'no difference shown')
      return {
        text: `no difference in ${name} ${yet}`,
        range: differenceRange(id, difference, currency),
        tone: 'muted',
      };
    const { mean, ci95, verdict } = difference;
    const isExact = ci95[0] === ci95[1];
    const amount = isExact && id === 'cost' ? exactly(mean, currency) : differenceText(id, mean, ci95, currency);
    return {
      text: `${amount} ${id === 'cost' ? 'a year' : 'down a year'}`,
      range: isExact ? '' : differenceRange(id, difference, currency),
      tone: TONES[verdict],
    };
  };
  const more = ninesMore(models[0].availability.downtimePerYear.mean, down);
  return [
    ...(more === null ? [] : [{ text: more, range: '', tone: TONES[down.verdict] }]),
    part('downtimePerYear', down, 'downtime'),
    part('cost', cost, 'cost'),
  ];
}

/** Running cost is known, and not estimated: all of it is said. */
function exactly(amount: number, currency: string): string {
  return `${amount > 0 ? '+' : '−'}${formatMoney(Math.round(Math.abs(amount)), currency)}`;
}

/** `+1 nine`, `−0.4 nines`; null where no difference is shown, or hardly one, or one of them was never down. */
function ninesMore(before: number, { mean, verdict }: Difference): string | null {
  const after = before + mean;
  if (verdict === 'undecided' || !(before > 0) || !(after > 0) || before >= SECONDS_PER_YEAR) return null;
  // Tenths, towards none: it never claims more.
  const tenths = Math.trunc(Math.log10(before / after) * 10 + Math.sign(before - after) * 1e-6);
  if (tenths === 0) return null;
  const size = Math.abs(tenths) / 10;
  return `${tenths > 0 ? '+' : '−'}${size} ${size === 1 ? 'nine' : 'nines'}`;
}
