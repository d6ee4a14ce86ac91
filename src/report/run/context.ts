import type { Report } from '../../analysis/report.ts';
import type { Paint } from '../paint.ts';

/** What every section of a run's report gets; each is null when it has nothing to say. */
export interface Context {
  readonly report: Report;
  readonly paint: Paint;
  /**
   * Every row there is: whoever draws them can fold some away. Default false: the first ones, and how many are left
   * out.
   */
  readonly isWhole?: boolean;
}
