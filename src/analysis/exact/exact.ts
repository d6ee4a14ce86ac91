import type { Model } from '../../model/model.ts';
import type { ExactFigures } from '../report-exact.ts';

/** The entry's exact steady-state availability, or why there is none. */
export function exactFigures(_model: Model): ExactFigures {
  return { value: null, method: null, reason: 'No exact method has been tried.' };
}
