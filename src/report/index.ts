export { renderArithmetic, renderArithmeticCsv, renderArithmeticMarkdown } from './arithmetic.ts';
export { backtestSheet, renderBacktestCsv } from './backtest.ts';
export {
  type Check,
  CHECK_NOTE,
  checkClaim,
  type CheckDocument,
  checkSections,
  type Finding,
  findingsSections,
  renderCheck,
  renderCheckCsv,
  renderCheckMarkdown,
} from './check.ts';
export { renderComparisonCsv } from './comparison/csv.ts';
export { renderComparisonMarkdown } from './comparison/markdown.ts';
export { renderComparison } from './comparison/table.ts';
export { renderExperimentsCsv } from './experiments/csv.ts';
export { renderExperimentsMarkdown } from './experiments/markdown.ts';
export { renderExperiments } from './experiments/table.ts';
export { renderExplanationCsv } from './explanation/csv.ts';
export { renderExplanationMarkdown } from './explanation/markdown.ts';
export { renderExplanation } from './explanation/table.ts';
export { fitSheet, renderFitCsv } from './fit.ts';
export { type Cell } from './grid.ts';
export { importSheet } from './import.ts';
export { renderJson } from './json.ts';
export { renderJunit, type TestCase } from './junit.ts';
export { limitSheet, renderLimitCsv } from './limit.ts';
export { MARKDOWN_PAINT, markdownSection } from './markdown.ts';
export { createPaint, type Paint } from './paint.ts';
export { renderOptimizationCsv } from './optimization/csv.ts';
export { renderOptimizationMarkdown } from './optimization/markdown.ts';
export { renderOptimization } from './optimization/table.ts';
export { renderPlanMarkdown } from './plan/markdown.ts';
export { renderCsv } from './run/csv.ts';
export { bar } from './run/incidents.ts';
export { renderMarkdown } from './run/markdown.ts';
export { renderTable } from './run/table.ts';
export { drawSection, figures, type Section, words } from './section.ts';
export { renderSheet, renderSheetMarkdown } from './sheet.ts';
export { renderSweepCsv } from './sweep/csv.ts';
export { renderSweepMarkdown } from './sweep/markdown.ts';
export { solvedSentence } from './sweep/solved.ts';
export { renderSweep } from './sweep/table.ts';
export { fit, padEnd, plainText, width } from './text.ts';
export { experimentCases, reportCases } from './verdict-cases.ts';
