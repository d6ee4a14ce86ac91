import type { SweepReport } from '../../analysis/report.ts';
import { heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from '../markdown.ts';
import { PARTIAL, runDetails } from '../title.ts';
import { sweepSections, yearsOf } from './sections.ts';

/** A sweep as Markdown, for a pull request. Ends with a line break. */
export function renderSweepMarkdown(report: SweepReport): string {
  return markdownDocument([
    heading(2, report.model.name),
    paragraph(runDetails(yearsOf(report), report.run)),
    ...(report.run.partial ? [MARKDOWN_PAINT.strong(PARTIAL)] : []),
    ...sweepSections(report, MARKDOWN_PAINT, 'document').flatMap((section) => markdownSection(section)),
  ]);
}
