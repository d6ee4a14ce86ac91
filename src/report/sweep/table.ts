import type { SweepReport } from '../../analysis/report.ts';
import { createPaint } from '../paint.ts';
import type { TableOptions } from '../run/table.ts';
import { drawSection } from '../section.ts';
import { runDetails, titleLines } from '../title.ts';
import { sweepSections, yearsOf } from './sections.ts';

const NARROWEST = 72;

/** A sweep for people at a terminal, a line for each point. Ends with a line break. */
export function renderSweep(report: SweepReport, options: TableOptions = {}): string {
  const columns = Math.max(NARROWEST, options.columns ?? 80);
  const paint = createPaint(options.color ?? false);
  const blocks = [
    titleLines(report.model.name, runDetails(yearsOf(report), report.run), report.run, columns, paint),
    ...sweepSections(report, paint, 'screen').map((section) => drawSection(section, columns, paint)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
