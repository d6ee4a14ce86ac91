import type { Report } from '../analysis/report.ts';
import { whole } from '../units/figure.ts';

/** `10,000 years`. */
export function yearsOf({ run: { years } }: Pick<Report, 'run'>): string {
  return `${whole(years)} ${years === 1 ? 'year' : 'years'}`;
}
