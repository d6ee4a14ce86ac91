import { AVAILABILITY_FIGURES } from '../../analysis/described/availability.ts';
import type { Interval, Report } from '../../analysis/report.ts';
import { duration, ends, number, part, percentUp, uncertainty } from '../../units/figure.ts';
import { formatPercent } from '../../units/format.ts';
import { TIME_SCALE } from '../../units/scale.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { agreement } from '../agreement.ts';
import { textOf } from '../figure.ts';
import { yearsOf } from '../years.ts';

/** The headline's words, on a terminal, in a document and on the page. */
interface Answer {
  readonly availability: string;
  /** `4.3 nines`; null where no downtime was seen. */
  readonly nines: string | null;
  /** `26 min down a year`. */
  readonly downtime: string;
  /** `± 2.2 min`, or the two bounds of a lopsided interval; empty where nothing can be down. */
  readonly uncertainty: string;
}

export function answer(report: Report): Answer {
  const { availability } = report;
  const text = (key: keyof typeof AVAILABILITY_FIGURES) => textOf(AVAILABILITY_FIGURES[key], report, '');
  const { mean, ci95 } = availability.downtimePerYear;
  if (mean === 0)
    return {
      ...{ availability: '100%', nines: null, downtime: `no downtime in ${yearsOf(report)}` },
      uncertainty: ci95[1] > 0 ? `less than ${ends(0, ci95, TIME_SCALE)[1]} a year with 95% confidence` : '',
    };
  return {
    availability: text('availability.mean'),
    nines: availability.nines === null ? null : `${text('availability.nines')} nines`,
    downtime: `${text('availability.downtimePerYear.mean')} down a year`,
    uncertainty: uncertainty(mean, ci95),
  };
}

/** What multiplying availabilities claims, and how far off that is. */
interface Claim {
  readonly availability: string;
  /** Its downtime a year. */
  readonly downtime: string;
  readonly isNever: boolean;
  readonly found: ReturnType<typeof agreement>;
  /** Where it differs, how its downtime is against the simulated one: `14.5 times less`; null: a ratio says nothing. */
  readonly off: string | null;
}

/** null: it is refused. */
export function claim({
  availability: { arithmeticUnavailability: lacking, downtimePerYear: down },
}: Report): Claim | null {
  if (lacking === null) return null;
  const claimed = lacking * SECONDS_PER_YEAR;
  const found = agreement(claimed, down.ci95);
  return {
    ...{ availability: percentUp(lacking), downtime: duration(claimed), isNever: claimed === 0, found },
    off: found === 'differs' && claimed > 0 && down.mean > 0 ? offBy(claimed, down) : null,
  };
}

/** From this ratio on it is said as «times», below it as a share. */
const TIMES_FROM = 1.95;

function offBy(
  claimed: number,
  { mean, ci95: [low, high] }: { readonly mean: number; readonly ci95: Interval },
): string {
  const isLess = mean > claimed;
  const ratio = isLess ? mean / claimed : claimed / mean;
  const known: Interval = isLess ? [low / claimed, high / claimed] : [claimed / high, claimed / low];
  const word = isLess ? 'less' : 'more';
  return ratio >= TIMES_FROM
    ? `${number(ratio, known)} times ${word}`
    : `${part(isLess ? 1 - 1 / ratio : ratio - 1)} ${word}`;
}

/** Digits of an exact unavailability: more than a simulation has. */
const EXACT_DIGITS = 4;
/** Where nothing is random a sum's last digit may differ. */
const LEAST_DIFFERENCE = 1e-12;

/** The value without any sampling, and whether the simulated interval holds it; null: there is none. */
export function exactValue({
  availability: {
    exact: { value },
    ci95: [low, high],
    mean,
  },
}: Report): { readonly text: string; readonly isHeld: boolean } | null {
  return value === null
    ? null
    : {
        text: formatPercent(value, EXACT_DIGITS),
        isHeld: (value >= low && value <= high) || Math.abs(value - mean) <= LEAST_DIFFERENCE,
      };
}
