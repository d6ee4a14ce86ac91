import type { ImportanceFigures } from '../../analysis/report-structure.ts';
import type { Refusal } from '../../analysis/theorems.ts';
import { isStructureRefused, refusalSections } from '../refusals.ts';
import type { Section } from '../section.ts';
import { type Cuts, cutSections } from './cut-sets.ts';
import { importanceSection } from './importance.ts';

interface Structure extends Cuts {
  /** What is not calculated for this model, and why. */
  readonly refused: readonly Refusal[];
  readonly importance: readonly ImportanceFigures[];
}

/** What is refused, what brings the system down, and what matters how much. With `isWhole` every cut set there is. */
export function structureSections(structure: Structure, isWhole = false): Section[] {
  return [
    ...refusalSections(structure.refused),
    ...(isStructureRefused(structure.refused) ? [] : cutSections(structure, isWhole)),
    ...importanceSection(structure.importance),
  ];
}
