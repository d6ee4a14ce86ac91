import type { OptimizationReport } from '../../analysis/report-optimization.ts';
import { createPaint } from '../paint.ts';
import type { TableOptions } from '../run/table.ts';
import { drawSection } from '../section.ts';
import { runDetails, titleLines } from '../title.ts';
import { optimizationSections } from './sections.ts';
import { searchTitle, yearsText } from './title.ts';

const NARROWEST = 72;

/** A search for people at a terminal. Ends with a line break. */
export function renderOptimization(report: OptimizationReport, options: TableOptions = {}): string {
  const columns = Math.max(NARROWEST, options.columns ?? 80);
  const paint = createPaint(options.color ?? false);
  const blocks = [
    titleLines(searchTitle(report), runDetails(yearsText(report), report.run), report.run, columns, paint),
    ...optimizationSections(report, paint).map((section) => drawSection(section, columns, paint)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
