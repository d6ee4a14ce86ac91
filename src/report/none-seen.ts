import type { Loss, QuantileInterval, Report } from '../analysis/report.ts';
import { formatNumber } from '../units/index.ts';
import { NO_END } from '../analysis/for-good.ts';
import { yearsOf } from './years.ts';

/**
 * What is known of incidents of which none was seen: how many there may be all the same; or that none of them had
 * ended.
 * @param bounds of the figure that has no value: numbers where the model leaves nothing open
 */
export function noneSeen({ run, incidents, recoveryTime }: Report, bounds: QuantileInterval<Loss> | null): string {
  if (recoveryTime.censored > 0) return NO_END;
  if (bounds !== null && bounds[1] !== null) return 'the model has none';
  const most = incidents.perYear.ci95[1];
  return `no incident in ${yearsOf({ run })}${most > 0 ? `: at most ${formatNumber(most, 2)} a year` : ''}`;
}
