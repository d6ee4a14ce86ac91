import type { Explanation } from '../../analysis/report-explanation.ts';
import type { Paint } from '../paint.ts';
import type { Section } from '../section.ts';
import { doubt } from '../run/doubt.ts';
import { structureSections } from '../structure/sections.ts';
import { gapSection } from './gap.ts';
import { patternSections } from './patterns.ts';
import { tornadoSections } from './tornado.ts';

/**
 * What explains a report, in the order of the questions: how much is lost to what, what takes it down, what to turn,
 * what would help.
 */
export function explanationSections(explanation: Explanation, paint: Paint): Section[] {
  const nobodyKnows = doubt(explanation);
  return [
    gapSection(explanation, paint),
    ...(nobodyKnows === null ? [] : [nobodyKnows]),
    ...structureSections({ ...explanation, refused: explanation.report.refused ?? [] }),
    ...tornadoSections(explanation, paint),
    ...patternSections(explanation, paint),
  ];
}

/** Something that was asked for is missing. */
export function isPartial({ report, sensitivity, patterns }: Explanation): boolean {
  return (
    report.run.partial ||
    patterns?.effects.some(({ rough }) => rough) === true ||
    (patterns !== undefined && patterns.effects.length < patterns.asked) ||
    (sensitivity !== null && (sensitivity.years === 0 || sensitivity.inputs.length < sensitivity.asked))
  );
}
