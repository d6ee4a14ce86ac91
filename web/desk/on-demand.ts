/** What the desk loads when it is first asked for it: the page's first answer needs none of this. */
export { cutSets, importance, singlePoints } from '../../src/analysis/structure/index.ts';
export { refusals } from '../../src/analysis/theorems.ts';
export { expandedValues } from '../../src/model/print/expand.ts';
export { renderCsv, renderJson } from '../../src/report/index.ts';
export { simulateExperimentLife } from '../../src/run/experiment-life.ts';
export { simulateLife, worstLife } from '../../src/run/simulate-life.ts';
export { experimentFor, makeExperiments, watchExperiment, weigh } from './experiments.ts';
