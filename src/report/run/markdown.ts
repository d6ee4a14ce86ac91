import type { Report } from '../../analysis/report.ts';
import { escapeMarkdown, heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from '../markdown.ts';
import { PARTIAL, runDetails } from '../title.ts';
import { headline } from './headline.ts';
import { runSections } from './sections.ts';
import { yearsOf } from '../years.ts';

/** The report as Markdown, for a pull request. Ends with a line break. */
export function renderMarkdown(report: Report): string {
  const { parts, aside, sentences } = headline(report);
  return markdownDocument([
    heading(2, report.model.name),
    paragraph(runDetails(yearsOf(report), report.run)),
    ...(report.run.partial ? [MARKDOWN_PAINT.strong(PARTIAL)] : []),
    `${MARKDOWN_PAINT.strong(escapeMarkdown(parts.join(' · ')))}${aside === '' ? '' : ` ${escapeMarkdown(aside)}`}`,
    ...sentences.map(paragraph),
    ...runSections({ report, paint: MARKDOWN_PAINT }).flatMap((section) => markdownSection(section)),
  ]);
}
