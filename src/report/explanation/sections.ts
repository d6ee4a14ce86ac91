import type { Explanation } from '../../analysis/report-explanation.ts';
import { cutSections } from '../check.ts';
import type { Paint } from '../paint.ts';
import { isStructureRefused, refusalSections } from '../refusals.ts';
import type { Section } from '../section.ts';
import { gapSection } from './gap.ts';
import { importanceSection } from './importance.ts';
import { tornadoSections } from './tornado.ts';

/**
 * What explains a report, in the order of the questions: how much is lost to what, what takes it down, what to turn.
 */
export function explanationSections(explanation: Explanation, paint: Paint): Section[] {
  const importance = importanceSection(explanation);
  const { refused = [] } = explanation.report;
  return [
    gapSection(explanation, paint),
    ...refusalSections(refused),
    ...(isStructureRefused(refused) ? [] : cutSections(explanation)),
    ...(importance === null ? [] : [importance]),
    ...tornadoSections(explanation, paint),
  ];
}

/** Something that was asked for is missing. */
export function isPartial({ report, sensitivity }: Explanation): boolean {
  return (
    report.run.partial ||
    (sensitivity !== null && (sensitivity.years === 0 || sensitivity.inputs.length < sensitivity.asked))
  );
}
