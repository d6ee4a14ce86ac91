import type { Report } from '../../analysis/report.ts';
import type { Paint } from '../paint.ts';

/** What every section of a run's report gets; each is null when it has nothing to say. */
export interface Context {
  readonly report: Report;
  readonly paint: Paint;
}
