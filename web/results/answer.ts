import type { Estimate, Report } from '../../src/analysis/report.ts';
import { duration, ends, nines, percent, uncertainty, whole } from '../../src/units/figure.ts';
import { TIME_SCALE } from '../../src/units/scale.ts';

/** The headline's words, with no more digits than the interval supports. */
interface Answer {
  readonly availability: string;
  /** `4.3 nines`; null where no downtime was seen. */
  readonly nines: string | null;
  /** `26 min a year`. */
  readonly downtime: string;
  /** `± 2.2 min`, or the two bounds of a lopsided interval. */
  readonly uncertainty: string;
}

export function answer({ availability, run }: Report): Answer {
  const down = availability.downtimePerYear;
  if (down.mean === 0) {
    return {
      availability: '100%',
      nines: null,
      downtime: `no downtime in ${whole(run.years)} ${run.years === 1 ? 'year' : 'years'}`,
      uncertainty: down.ci95[1] > 0 ? `less than ${ends(0, down.ci95, TIME_SCALE)[1]} a year with 95% confidence` : '',
    };
  }
  return {
    availability: percent(availability.mean, availability.ci95),
    nines: availability.nines === null ? null : `${nines(availability.nines)} nines`,
    downtime: `${duration(down.mean, down.ci95)} a year`,
    uncertainty: uncertainty(down.mean, down.ci95),
  };
}

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
