import type { Act } from '../act.ts';
import type { Sketch, Written } from './sketch.ts';

/** A change that the field knows by a name. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  /** What it is, in a line. */
  readonly line: string;
  readonly fits: (sketch: Sketch, on: Written) => boolean;
  readonly acts: (sketch: Sketch, on: Written) => readonly Act[];
}

/** One of the model as a whole. */
export interface WholePattern {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly fitsWhole: (sketch: Sketch) => boolean;
  readonly actsWhole: (sketch: Sketch) => readonly Act[];
}
