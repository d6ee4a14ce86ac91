import type { Explanation } from '../../analysis/report-explanation.ts';
import { createPaint } from '../paint.ts';
import { drawHeadline, headline } from '../run/headline.ts';
import { type TableOptions, yearsOf } from '../run/table.ts';
import { drawSection } from '../section.ts';
import { runDetails, titleLines } from '../title.ts';
import { explanationSections, isPartial } from './sections.ts';

const NARROWEST = 72;

/** An explanation for people at a terminal, the answer first. Ends with a line break. */
export function renderExplanation(explanation: Explanation, options: TableOptions = {}): string {
  const columns = Math.max(NARROWEST, options.columns ?? 80);
  const paint = createPaint(options.color ?? false);
  const { report } = explanation;
  const run = { ...report.run, partial: isPartial(explanation) };
  const blocks = [
    titleLines(report.model.name, runDetails(yearsOf(report), run), run, columns, paint),
    drawHeadline(headline(report), columns, paint),
    ...explanationSections(explanation, paint).map((section) => drawSection(section, columns, paint)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
