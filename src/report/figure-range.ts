import { FOR_GOOD } from '../analysis/for-good.ts';
import type { Found } from '../analysis/described/figure.ts';
import { type FigureKey, REPORT_FIGURES } from '../analysis/report-figures.ts';
import type { Report } from '../analysis/report.ts';
import { figure, knownOf, range, uncertainty } from '../units/figure.ts';
import { type FigureKind, scaleOf } from '../units/kind.ts';

/** What stands behind it: how sure it is; empty where it is exact, or says what was seen. */
export function figureRange(key: FigureKey, report: Report): string {
  const { kind, read } = REPORT_FIGURES[key];
  const found = read(report);
  const known = knownOf(found.interval);
  return kind === 'timePerYear' && typeof found.value === 'number' && known !== null
    ? uncertainty(found.value, known)
    : rangeText(kind, found, report.cost.currency);
}

/** An interval around its estimate, of which either end may be beyond what was seen. */
export function rangeText(kind: FigureKind, { value, interval }: Found, currency: string): string {
  if (value === null || interval === null || interval[0] === interval[1])
    return value !== null && interval?.[0] === null ? 'too few for an interval' : '';
  const [known, scale] = [knownOf(interval), scaleOf(kind, currency)];
  if (known !== null && typeof value === 'number') return range(value, known, scale);
  return interval
    .map((end) => (end === null ? 'unknown' : end === FOR_GOOD ? end : figure(end, null, scale)))
    .join(' to ');
}
