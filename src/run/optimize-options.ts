import type { OptimizationReport } from '../analysis/report-optimization.ts';
import type { Constraint } from '../analysis/optimization/wishes.ts';
import { checkParseArguments, describeArgument, isRecord, knownOptions } from '../model/arguments.ts';
import type { ParseOptions } from '../model/index.ts';
import { checkOptions, type SimulateOptions } from './options.ts';
import type { Variation } from './sweep-vary.ts';

export interface OptimizeOptions
  extends Pick<ParseOptions, 'set'>, Pick<SimulateOptions, 'seed' | 'workers' | 'maxTime' | 'signal' | 'onNotice'> {
  /** What to call each text in messages. */
  readonly files?: readonly string[] | undefined;
  /** As for `sweep`, any number of parameters; each is varied in the models that have it. Default: none. At most 10,000 candidates. */
  readonly vary?: Readonly<Record<string, Variation>> | undefined;
  /** A figure's name, one of the two. Default: `minimize: 'cost.total'`. */
  readonly minimize?: string | undefined;
  readonly maximize?: string | undefined;
  /** Default: none. */
  readonly subjectTo?: readonly Constraint[] | undefined;
  /** The most years that one candidate may take, at least 32. Default: 16 times what the models ask for. */
  readonly years?: number | undefined;
  /**
   * By how much the best has to be better for the procedure's guarantee: a share of the best objective, or an amount.
   * Default: 0.01. (The share of an availability is one of the unavailability.)
   */
  readonly indifference?: number | { readonly amount: number } | undefined;
  /** Share of a goal within which either answer will do. Default: 0.05. */
  readonly tolerance?: number | undefined;
  /** Gets a partial report up to ten times a second. */
  readonly onProgress?: ((report: OptimizationReport) => void) | undefined;
}

const KNOWN = [
  'set',
  'seed',
  'workers',
  'maxTime',
  'signal',
  'onNotice',
  'files',
  'vary',
  'minimize',
  'maximize',
  'subjectTo',
  'years',
  'indifference',
  'tolerance',
  'onProgress',
] as const satisfies readonly (keyof OptimizeOptions)[];

/** Observations of each candidate before the first decision. */
export const FIRST_OBSERVATIONS = 32;

/**
 * What a caller without a type checker may get wrong.
 * @throws TypeError or RangeError naming the argument, what it must be and what it is
 */
export function checkOptimizeArguments(texts: unknown, options: unknown): void {
  const {
    set,
    files,
    vary,
    subjectTo,
    years,
    seed,
    workers,
    maxTime,
    indifference,
    tolerance,
    minimize,
    maximize,
    onProgress,
    onNotice,
  } = knownOptions(options, KNOWN);
  if (!Array.isArray(texts) || texts.length === 0)
    throw new TypeError(`texts must be a model's text, or a list of such, not ${describeArgument(texts)}.`);
  for (const text of texts as unknown[]) {
    if (isRecord(text) && Array.isArray(text.services)) {
      throw new TypeError(
        "texts must be the models' texts: every candidate is read from them, and what parseModel returns no longer has them.",
      );
    }
    checkParseArguments(text, set === undefined ? {} : { set });
  }
  if (files !== undefined && !isListOf(files, (each) => typeof each === 'string'))
    throw new TypeError(`files must be a list of names, not ${describeArgument(files)}.`);
  if (vary !== undefined && !isRecord(vary))
    throw new TypeError(`vary must be an object such as { detect: ['10 s', '30 s'] }, not ${describeArgument(vary)}.`);
  for (const [name, variation] of Object.entries(vary ?? {})) {
    if (isVariation(variation)) continue;
    throw new TypeError(
      `vary.${name} must be a list of values, a range { from, to, steps } or text such as '10 s..5 min:8', not ${describeArgument(variation)}.`,
    );
  }
  if (subjectTo !== undefined && !isListOf(subjectTo, isRecord)) {
    throw new TypeError(
      `subjectTo must be a list such as [{ figure: 'availability', atLeast: 0.9995 }], not ${describeArgument(Array.isArray(subjectTo) ? subjectTo.find((each) => !isRecord(each)) : subjectTo)}${Array.isArray(subjectTo) ? ' in it' : ''}.`,
    );
  }
  for (const [name, value] of Object.entries({ minimize, maximize })) {
    if (value !== undefined && typeof value !== 'string')
      throw new TypeError(`${name} must be a figure's name such as 'cost.total', not ${describeArgument(value)}.`);
  }
  for (const [name, value] of Object.entries({ onProgress, onNotice })) {
    if (value !== undefined && typeof value !== 'function')
      throw new TypeError(`${name} must be a function, not ${describeArgument(value)}.`);
  }
  if (minimize !== undefined && maximize !== undefined)
    throw new RangeError('minimize or maximize: leave out one of the two.');
  const isShare = (value: unknown) => typeof value === 'number' && value > 0 && value < 1;
  const isAmount = (value: unknown) =>
    isRecord(value) && typeof value.amount === 'number' && value.amount > 0 && value.amount < Infinity;
  if (indifference !== undefined && !isShare(indifference) && !isAmount(indifference)) {
    throw new RangeError(
      `indifference must be a share between 0 and 1, or { amount } above 0, not ${describeArgument(indifference)}.`,
    );
  }
  if (tolerance !== undefined && !isShare(tolerance))
    throw new RangeError(`tolerance must be a share between 0 and 1, not ${describeArgument(tolerance)}.`);
  checkOptions({ years, seed, workers, maxTime } as SimulateOptions);
  if (seed === '') throw new RangeError('seed must be text or a number, and not the empty string.');
  if (years !== undefined && (years as number) < FIRST_OBSERVATIONS) {
    throw new RangeError(
      `years must be at least ${FIRST_OBSERVATIONS}: so many observations come before the first decision.`,
    );
  }
}

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isVariation(value: unknown): boolean {
  const isValue = (each: unknown) => typeof each === 'string' || typeof each === 'number';
  if (Array.isArray(value)) return value.every(isValue);
  return typeof value === 'string' || (isRecord(value) && isValue(value.from) && isValue(value.to));
}
