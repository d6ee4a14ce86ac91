export { checkModel } from './check.ts';
export * from './diagnostic.ts';
export type * from './model.ts';
export { parseModel } from './parse.ts';
export type { ParsedModel, ParseOptions } from './parsed.ts';
export { experimentOf } from './experiments/experiment.ts';
export { expandModel } from './print/expand.ts';
export { jsonSchema } from './language/schema.ts';
export { DISTRIBUTION_NAMES } from './language/distributions.ts';
