/**
 * The library: a model's text in, a report out. The same functions in Node and in the browser; importing this file
 * does nothing.
 */
export { applyAct, applyActs } from './edit/index.ts';
export { fitLog } from './fit/fit.ts';
export { importFiles } from './import/import.ts';
export { checkModel, parseModel } from './model/index.ts';
export { backtest } from './run/backtest.ts';
export { compare } from './run/compare.ts';
export { experiment } from './run/experiment.ts';
export { explain } from './run/explain.ts';
export { limit } from './run/limit.ts';
export { optimize } from './run/optimize.ts';
export { simulate } from './run/simulate.ts';
export { sweep } from './run/sweep.ts';
export { VERSION as version } from './version.ts';

export type { Act, Fields, Outcome, Patch, Path, Thing, Value } from './edit/index.ts';
export type { Fit, FitOptions } from './fit/fit.ts';
export type { Imported } from './import/import.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export { ModelError } from './model/diagnostic.ts';
export type { Model } from './model/model.ts';
export type { BacktestOptions } from './run/backtest.ts';
export type { CompareOptions } from './run/compare-options.ts';
export type { ExperimentOptions } from './run/experiment-options.ts';
export type { ExplainOptions } from './run/explain-options.ts';
export type { LimitOptions } from './run/limit.ts';
export type { Constraint } from './analysis/optimization/wishes.ts';
export type { OptimizeOptions } from './run/optimize-options.ts';
export type { SimulateOptions } from './run/options.ts';
export type { SweepOptions } from './run/sweep-options.ts';
export type { Variation } from './run/sweep-vary.ts';
export type * from './analysis/backtest.ts';
export type * from './analysis/report-limit.ts';
export type * from './analysis/report.ts';
export type * from './analysis/report-explanation.ts';
export type * from './analysis/report-optimization.ts';
