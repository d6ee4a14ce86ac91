import type { ComparisonReport } from '../../analysis/report.ts';
import { drawSheet, type TableOptions } from '../terminal.ts';
import { yearsOf } from '../years.ts';
import { comparisonSections } from './sections.ts';

const NARROWEST = 72;

/** A comparison for people at a terminal. Ends with a line break. */
export function renderComparison(report: ComparisonReport, options: TableOptions = {}): string {
  const [first] = report.models;
  return drawSheet(options, NARROWEST, (paint) => ({
    title: `${report.models.length} models compared`,
    had: `${yearsOf(first)} each`,
    run: first.run,
    sections: comparisonSections(report, paint, 'screen'),
  }));
}
