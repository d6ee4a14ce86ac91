/**
 * The library: a model's text in, a report out. The same functions in Node and in the browser; importing this file
 * does nothing.
 */
export { checkModel, parseModel } from './model/index.ts';
export { simulate } from './run/simulate.ts';
export { VERSION as version } from './version.ts';

export type { Diagnostic } from './model/diagnostic.ts';
export { ModelError } from './model/diagnostic.ts';
export type { Model } from './model/model.ts';
export type { SimulateOptions } from './run/options.ts';
export type * from './analysis/report.ts';
