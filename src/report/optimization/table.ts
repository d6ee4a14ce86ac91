import type { OptimizationReport } from '../../analysis/report-optimization.ts';
import { drawSheet, type TableOptions } from '../terminal.ts';
import { optimizationSections } from './sections.ts';
import { searchTitle, yearsText } from './title.ts';

const NARROWEST = 72;

/** A search for people at a terminal. Ends with a line break. */
export function renderOptimization(report: OptimizationReport, options: TableOptions = {}): string {
  return drawSheet(options, NARROWEST, (paint) => ({
    title: searchTitle(report),
    had: yearsText(report),
    run: report.run,
    sections: optimizationSections(report, paint),
  }));
}
