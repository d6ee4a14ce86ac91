import type { ExactFigures } from '../analysis/report-exact.ts';
import type { Model } from '../model/model.ts';

/** What a report says before its run is over. */
export const NOT_CALCULATED: ExactFigures = {
  value: null,
  method: null,
  reason: 'It is calculated when a run is over.',
};

/** What the report of a sweep's point says: there are many of them. */
export const NOT_ASKED: ExactFigures = {
  value: null,
  method: null,
  reason: 'It is not calculated for the points of a sweep.',
};

/** Loaded when it is needed: a page shows its first figures without the solvers. */
export async function exactOf(model: Model): Promise<ExactFigures> {
  const { exactFigures } = await import('../analysis/exact/exact.ts');
  return exactFigures(model);
}
