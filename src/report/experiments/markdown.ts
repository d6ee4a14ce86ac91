import type { ExperimentsReport } from '../../analysis/report.ts';
import { heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from '../markdown.ts';
import { PARTIAL, runDetails } from '../title.ts';
import { experimentSections } from './sections.ts';
import { runsOf } from './table.ts';

/** Experiments as Markdown, for a pull request. Ends with a line break. */
export function renderExperimentsMarkdown(report: ExperimentsReport): string {
  return markdownDocument([
    heading(2, report.model.name),
    paragraph(runDetails(runsOf(report), report.run)),
    ...(report.run.partial ? [MARKDOWN_PAINT.strong(PARTIAL)] : []),
    ...experimentSections(report, MARKDOWN_PAINT).flatMap((section) => markdownSection(section)),
  ]);
}
