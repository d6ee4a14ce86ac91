export { type AnyReport, renderHtml } from './any.ts';
export { renderCheckHtml } from './check.tsx';
export { renderComparisonHtml } from './comparison.tsx';
export { renderExperimentsHtml } from './experiments.tsx';
export { renderExplanationHtml } from './explanation.tsx';
export { renderOptimizationHtml } from './optimization.tsx';
export { HTML_PAINT } from './paint.ts';
export { type Beside, renderRunHtml } from './run/page.tsx';
export { renderSweepHtml } from './sweep.tsx';
