import type { Report } from '../analysis/report.ts';
import type { Model } from '../model/model.ts';
import type { Marks } from './causes.ts';
import type { Scene } from './elements.ts';
import type { Layout } from './layout.ts';
import type { Shown } from './state.ts';

/** What is drawn, where, and in which state. */
export interface DrawingProps {
  readonly model: Model;
  readonly report: Report | null;
  readonly scene: Scene;
  readonly layout: Layout;
  /** How much smaller than the layout it is drawn; default 1. */
  readonly scale?: number;
  readonly shown: Shown;
  readonly marks: Marks;
  readonly isCompact: boolean;
}
