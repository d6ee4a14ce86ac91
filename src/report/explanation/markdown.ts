import type { Explanation } from '../../analysis/report-explanation.ts';
import { escapeMarkdown, heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from '../markdown.ts';
import { headline } from '../run/headline.ts';
import { yearsOf } from '../years.ts';
import { PARTIAL, runDetails } from '../title.ts';
import { explanationSections, isPartial } from './sections.ts';

/** An explanation as Markdown, for a pull request. Ends with a line break. */
export function renderExplanationMarkdown(explanation: Explanation): string {
  const { report } = explanation;
  const { parts, aside, sentences } = headline(report);
  return markdownDocument([
    heading(2, report.model.name),
    paragraph(runDetails(yearsOf(report), report.run)),
    ...(isPartial(explanation) ? [MARKDOWN_PAINT.strong(PARTIAL)] : []),
    `${MARKDOWN_PAINT.strong(escapeMarkdown(parts.join(' · ')))}${aside === '' ? '' : ` ${escapeMarkdown(aside)}`}`,
    ...sentences.map(paragraph),
    ...explanationSections(explanation, MARKDOWN_PAINT).flatMap((section) => markdownSection(section)),
  ]);
}
