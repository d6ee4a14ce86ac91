import type { OptimizationReport } from '../analysis/report-optimization.ts';
import type { Constraint } from '../analysis/optimization/wishes.ts';
import { describeArgument, isRecord } from '../model/arguments.ts';
import type { ParseOptions } from '../model/index.ts';
import {
  checkTextArguments,
  OF_PARSING,
  type Rule,
  type Rules,
  SHARE,
  STUDY_RULES,
  type StudyOptions,
  YEARS,
} from './options.ts';
import { checkVariations, VARY } from './sweep-options.ts';
import type { Variation } from './sweep-vary.ts';

export interface OptimizeOptions extends Pick<ParseOptions, 'set'>, StudyOptions<OptimizationReport> {
  /** What to call each text in messages. */
  readonly files?: readonly string[] | undefined;
  /**
   * As for `sweep`, any number of parameters; each is varied in the models that have it. Default: of one model its
   * decisions that say where they may lie; of several none. At most 10,000 candidates.
   */
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
}

/** Observations of each candidate before the first decision. */
export const FIRST_OBSERVATIONS = 32;

const isShare = (value: unknown) => typeof value === 'number' && value > 0 && value < 1;
const isAmount = (value: unknown) =>
  isRecord(value) && typeof value.amount === 'number' && value.amount > 0 && value.amount < Infinity;
const FIGURE: Rule = { what: "a figure's name such as 'cost.total'", type: (value) => typeof value === 'string' };

const RULES: Rules<OptimizeOptions> = {
  set: OF_PARSING,
  ...STUDY_RULES,
  years: YEARS,
  files: {
    what: 'a list of names',
    type: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  },
  vary: VARY,
  subjectTo: {
    what: "a list such as [{ figure: 'availability', atLeast: 0.9995 }]",
    type: (value) => Array.isArray(value) && value.every(isRecord),
  },
  minimize: FIGURE,
  maximize: FIGURE,
  indifference: {
    what: 'a share between 0 and 1, or { amount } above 0',
    type: (value) => typeof value === 'number' || isRecord(value),
    range: (value: unknown) => isShare(value) || isAmount(value),
  },
  tolerance: SHARE,
};
const NOT_THE_TEXTS =
  "texts must be the models' texts: every candidate is read from them, and what parseModel returns no longer has them.";

/**
 * What a caller without a type checker may get wrong.
 * @throws TypeError or RangeError naming the argument, what it must be and what it is
 */
export function checkOptimizeArguments(texts: unknown, options: unknown): void {
  if (!Array.isArray(texts) || texts.length === 0)
    throw new TypeError(`texts must be a model's text, or a list of such, not ${describeArgument(texts)}.`);
  for (const text of texts) checkTextArguments(text, options, RULES, NOT_THE_TEXTS);
  const { vary, minimize, maximize, years } = options as OptimizeOptions;
  checkVariations(vary ?? {});
  if (minimize !== undefined && maximize !== undefined)
    throw new RangeError('minimize or maximize: leave out one of the two.');
  if (years !== undefined && years < FIRST_OBSERVATIONS) {
    const why = 'so many observations come before the first decision';
    throw new RangeError(`years must be at least ${FIRST_OBSERVATIONS}: ${why}.`);
  }
}
