import type { Explanation } from '../explanation.ts';
import { AVAILABILITY } from './availability.ts';
import { COST } from './cost.ts';
import { DATA } from './data.ts';
import { INCIDENTS } from './incidents.ts';
import { RUN } from './run.ts';
import { TARGETS } from './targets.ts';

const ALL = { ...AVAILABILITY, ...INCIDENTS, ...DATA, ...TARGETS, ...COST, ...RUN } as const;

/** Every figure that has a «what does this mean?». */
export type FigureId = keyof typeof ALL;

export const EXPLANATIONS: Readonly<Record<FigureId, Explanation>> = ALL;
