import type { Explanation } from '../explanation.ts';
import type { FigureId } from '../titles.ts';
import { AVAILABILITY } from './availability.ts';
import { COST } from './cost.ts';
import { DATA } from './data.ts';
import { EXPERIMENTS } from './experiments.ts';
import { INCIDENTS } from './incidents.ts';
import { PROMISE } from './promise.ts';
import { RUN } from './run.ts';
import { TARGETS } from './targets.ts';
import { WHY } from './why.ts';

export const EXPLANATIONS: Readonly<Record<FigureId, Explanation>> = {
  ...AVAILABILITY,
  ...INCIDENTS,
  ...DATA,
  ...TARGETS,
  ...PROMISE,
  ...COST,
  ...EXPERIMENTS,
  ...RUN,
  ...WHY,
};
