import { REPORT_FIGURES } from '../../../src/analysis/report-figures.ts';
import type { Report } from '../../../src/analysis/report.ts';
import { figureText } from '../../../src/report/figure-text.ts';

/** Half, 95 and 99 of 100; null where one of them has no value. */
export function quantileTexts(
  path: 'availability.downtimePerYear' | 'recoveryTime' | 'dataLoss',
  report: Report,
): Readonly<Record<'p50' | 'p95' | 'p99', string>> | null {
  const of = (q: 'p50' | 'p95' | 'p99') => figureText(`${path}.${q}`, report);
  const isMissing = (['p50', 'p95', 'p99'] as const).some(
    (q) => REPORT_FIGURES[`${path}.${q}`].read(report).value === null,
  );
  return isMissing ? null : { p50: of('p50'), p95: of('p95'), p99: of('p99') };
}
