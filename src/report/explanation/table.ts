import type { Explanation } from '../../analysis/report-explanation.ts';
import { drawHeadline, headline } from '../run/headline.ts';
import { drawSheet, type TableOptions } from '../terminal.ts';
import { yearsOf } from '../years.ts';
import { explanationSections, isPartial } from './sections.ts';

const NARROWEST = 72;

/** An explanation for people at a terminal, the answer first. Ends with a line break. */
export function renderExplanation(explanation: Explanation, options: TableOptions = {}): string {
  const { report } = explanation;
  return drawSheet(options, NARROWEST, (paint) => ({
    title: report.model.name,
    had: yearsOf(report),
    run: { ...report.run, partial: isPartial(explanation) },
    answer: (columns, paint) => drawHeadline(headline(report), columns, paint),
    sections: explanationSections(explanation, paint),
  }));
}
