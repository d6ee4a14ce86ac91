import type { Report } from '../../analysis/report.ts';
import type { Paint } from '../paint.ts';

/** What every section of the table gets; each gives its lines, none when it has nothing to say. */
export interface Context {
  readonly report: Report;
  readonly columns: number;
  readonly paint: Paint;
}
