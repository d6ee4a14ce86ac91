import type { Act } from '../../src/edit/index.ts';
import type { Part } from '../text/whereabouts.ts';

/** Something that can be done to a model by one press. */
export interface Deed {
  readonly name: string;
  /** Completes «Undo: …». */
  readonly label: string;
  readonly acts: readonly Act[];
  /** What is chosen once it is done; left out: what was. */
  readonly then?: Part | null;
}
