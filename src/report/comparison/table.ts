import type { ComparisonReport } from '../../analysis/report.ts';
import { whole } from '../../units/figure.ts';
import { createPaint } from '../paint.ts';
import type { TableOptions } from '../run/table.ts';
import { drawSection } from '../section.ts';
import { runDetails, titleLines } from '../title.ts';
import { comparisonSections } from './sections.ts';

const NARROWEST = 72;

/** A comparison for people at a terminal. Ends with a line break. */
export function renderComparison(report: ComparisonReport, options: TableOptions = {}): string {
  const columns = Math.max(NARROWEST, options.columns ?? 80);
  const paint = createPaint(options.color ?? false);
  const { run } = report.models[0];
  const blocks = [
    titleLines(
      `${report.models.length} models compared`,
      runDetails(`${whole(run.years)} ${run.years === 1 ? 'year' : 'years'} each`, run),
      run,
      columns,
      paint,
    ),
    ...comparisonSections(report, paint, 'screen').map((section) => drawSection(section, columns, paint)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
