/** What the desk loads when it is first asked for it: the page's first answer needs none of this. */
export { arithmeticAvailability, cutSets, importance, singlePoints } from '../../src/analysis/structure/index.ts';
export { refusals } from '../../src/analysis/theorems.ts';
export { renderCsv, renderJson } from '../../src/report/index.ts';
export { simulateDrill } from '../../src/run/drill-life.ts';
export { experimentOn } from '../../src/run/experiment-on.ts';
export { simulateLife, worstLife } from '../../src/run/life.ts';
export { experimentFor, watchDrills } from './drills.ts';
