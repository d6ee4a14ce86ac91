import type { PlanFacts } from '../analysis/plan-facts.ts';
import type { Report } from '../analysis/report.ts';
import { planSections } from '../report/plan/sections.ts';
import { yearsOf } from '../report/years.ts';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** A disaster-recovery plan as one HTML document that needs nothing else. Ends with a line break. */
export function renderPlanHtml(facts: PlanFacts, report: Report): string {
  return frame({
    name: `Disaster recovery plan: ${report.model.name}`,
    had: yearsOf(report),
    run: report.run,
    children: <Sections all={planSections(facts, report, HTML_PAINT)} open={Infinity} />,
  });
}
