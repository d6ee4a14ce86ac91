import type { Refusal, Theorem } from '../analysis/theorems.ts';
import type { Row } from './csv.ts';
import { type Section, words } from './section.ts';

/**
 * What is not calculated because it was not proved for something that the model uses; no section where there is
 * nothing.
 */
export function refusalSections(refused: readonly Refusal[]): Section[] {
  if (refused.length === 0) return [];
  const columns = [words('what'), words('why not', { shrinks: true })];
  return [
    {
      title: 'Not calculated',
      table: { columns, rows: refused.map(({ theorem, reason }) => [theorem, reason]), isPlain: true },
    },
  ];
}

export function refusalRows(refused: readonly Refusal[]): Row[] {
  return refused.map(({ theorem, reason }): Row => ['refused', theorem, 'reason', reason]);
}

/** Why something is not calculated, as a clause; null: it is. */
export function whyRefused(refused: readonly Refusal[] | undefined, theorem: Theorem): string | null {
  return refused?.find((each) => each.theorem === theorem)?.reason ?? null;
}

/** Nothing is known of what takes the system down: an empty list of cut sets would say that nothing does. */
export function isStructureRefused(refused: readonly Refusal[]): boolean {
  return whyRefused(refused, 'cut sets') !== null;
}
