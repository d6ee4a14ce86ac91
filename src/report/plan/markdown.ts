import type { PlanFacts } from '../../analysis/plan-facts.ts';
import type { Report } from '../../analysis/report.ts';
import { heading, MARKDOWN_PAINT, markdownDocument, markdownSection } from '../markdown.ts';
import { planSections } from './sections.ts';

/** A disaster-recovery plan as Markdown. Ends with a line break. */
export function renderPlanMarkdown(facts: PlanFacts, report: Report): string {
  return markdownDocument([
    heading(1, `Disaster recovery plan: ${report.model.name}`),
    ...planSections(facts, report, MARKDOWN_PAINT).flatMap((section) => markdownSection(section, 2)),
  ]);
}
