import type { ComparisonReport } from '../../analysis/report.ts';
import { heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from '../markdown.ts';
import { yearsOf } from '../years.ts';
import { PARTIAL, runDetails } from '../title.ts';
import { comparisonSections } from './sections.ts';

/** A comparison as Markdown, for a pull request. Ends with a line break. */
export function renderComparisonMarkdown(report: ComparisonReport): string {
  const { run } = report.models[0];
  return markdownDocument([
    heading(2, `${report.models.length} models compared`),
    paragraph(runDetails(`${yearsOf(report.models[0])} each`, run)),
    ...(run.partial ? [MARKDOWN_PAINT.strong(PARTIAL)] : []),
    ...comparisonSections(report, MARKDOWN_PAINT, 'document').flatMap((section) => markdownSection(section)),
  ]);
}
