import type { SweepReport } from '../analysis/report.ts';
import { describeArgument, isRecord } from '../model/arguments.ts';
import type { ParseOptions } from '../model/index.ts';
import {
  checkTextArguments,
  FUNCTION,
  OF_PARSING,
  type Rule,
  type Rules,
  SHARE,
  type SimulateOptions,
  STUDY_RULES,
  type StudyOptions,
  YEARS,
} from './options.ts';
import { isSweepReport } from './sweep-report.ts';
import type { Variation } from './sweep-vary.ts';

/**
 * As for `simulate`; `maxTime` is for all points together, and is shared out evenly. In a partial report the point
 * under way stands last.
 */
export interface SweepOptions
  extends ParseOptions, StudyOptions<SweepReport>, Pick<SimulateOptions, 'years' | 'precision'> {
  /**
   * One parameter or two, and what each is varied over: `{ detect: ['10 s', '30 s'] }`, `{ detect: { from: '10 s', to:
   * '5 min', steps: 8 } }` or as on the command line, `{ detect: '10 s..5 min:8', web_replicas: '3,4,6' }`;
   * `{ detect: null }` goes from where to where the model says that it may lie. The last one varies fastest. At most
   * 1,000 points.
   */
  readonly vary: Readonly<Record<string, Variation>>;
  /**
   * An assertion such as `availability >= 99.95%`: instead of a grid, the value is looked for at which it begins to
   * fail, or to hold, in the range of one parameter. `solved` has the answer. Each point may take 16 times the years.
   */
  readonly solve?: string | undefined;
  /** What an interrupted sweep had: its points are not simulated again. It has to be of the same text and options. */
  readonly earlier?: SweepReport | undefined;
  /** Gets the sweep so far whenever a point is finished, and is waited for. */
  readonly onPoint?: ((report: SweepReport) => void | Promise<void>) | undefined;
}

/** One parameter or several, and what each is varied over. */
export const VARY: Rule = {
  what: "an object such as { detect: ['10 s', '30 s'] }",
  type: isRecord,
};

const RULES: Rules<SweepOptions> = {
  file: OF_PARSING,
  set: OF_PARSING,
  ...STUDY_RULES,
  years: YEARS,
  precision: SHARE,
  vary: VARY,
  solve: { what: "an assertion such as 'availability >= 99.95%'", type: (value) => typeof value === 'string' },
  earlier: { what: 'what a sweep resolved to', type: isSweepReport },
  onPoint: FUNCTION,
};
const NOT_THE_TEXT =
  "text must be the model's text: every point is read from it, and what parseModel returns no longer has it.";

/**
 * What a caller without a type checker may get wrong.
 * @throws TypeError or RangeError naming the argument, what it must be and what it is
 */
export function checkSweepArguments(text: unknown, options: unknown): void {
  checkTextArguments(text, options, RULES, NOT_THE_TEXT);
  const { vary } = options as SweepOptions;
  if (!isRecord(vary)) throw new TypeError(`vary must be ${VARY.what}, not ${describeArgument(vary)}.`);
  checkVariations(vary);
}

/** @throws TypeError for a parameter's variation that is none */
export function checkVariations(vary: Readonly<Record<string, unknown>>): void {
  for (const [name, variation] of Object.entries(vary)) {
    if (isVariation(variation)) continue;
    const forms = "a list of values, a range { from, to, steps } or text such as '10 s..5 min:8'";
    throw new TypeError(`vary.${name} must be ${forms}, not ${describeArgument(variation)}.`);
  }
}

function isVariation(value: unknown): boolean {
  const isValue = (each: unknown) => typeof each === 'string' || typeof each === 'number';
  if (Array.isArray(value)) return value.every(isValue);
  return value === null || typeof value === 'string' || (isRecord(value) && isValue(value.from) && isValue(value.to));
}
