import type { OptimizationReport } from '../../analysis/report-optimization.ts';
import { heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from '../markdown.ts';
import { PARTIAL, runDetails } from '../title.ts';
import { optimizationSections } from './sections.ts';
import { searchTitle, yearsText } from './title.ts';

/** A search as Markdown, for a pull request. Ends with a line break. */
export function renderOptimizationMarkdown(report: OptimizationReport): string {
  return markdownDocument([
    heading(2, searchTitle(report)),
    paragraph(runDetails(yearsText(report), report.run)),
    ...(report.run.partial ? [MARKDOWN_PAINT.strong(PARTIAL)] : []),
    ...optimizationSections(report, MARKDOWN_PAINT).flatMap((section) => markdownSection(section)),
  ]);
}
