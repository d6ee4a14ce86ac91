import type { Report } from '../analysis/report.ts';
import { checkParseArguments, describeArgument, isRecord, knownOptions } from '../model/arguments.ts';
import type { ParseOptions } from '../model/index.ts';
import type { Notice } from './runner.ts';

/** What every study takes, beside what it is about. */
export interface StudyOptions<R> {
  /** Names the random streams. Default: the model's `simulation.seed`. */
  readonly seed?: string | number | undefined;
  /**
   * Worker threads. 0 runs on the calling thread. Default: one for each core, or the calling thread where all is over
   * before a thread would have started. The report's figures do not depend on it.
   */
  readonly workers?: number | undefined;
  /**
   * Seconds of wall clock after which the work ends with what it has, as with `signal`. A first batch is waited for a
   * little longer, at least two seconds; if there is none by then, it rejects with an error that says so. Default:
   * none.
   */
  readonly maxTime?: number | undefined;
  /** Aborting it ends the work with what there is, `run.partial` set. */
  readonly signal?: AbortSignal | undefined;
  /** Gets a partial report up to ten times a second. */
  readonly onProgress?: ((report: R) => void) | undefined;
  /** Gets sentences for people: a worker died and was replaced, a precision was not reached. Changes no result. */
  readonly onNotice?: Notice | undefined;
}

export interface SimulateOptions extends StudyOptions<Report> {
  /** Whole years to simulate. Default: the model's `simulation.years`; with `precision`, as many as it takes. */
  readonly years?: number | undefined;
  /**
   * Run until the half-width of the 95% interval on unavailability is within this share of it (0.05 is 5%), or
   * `years` or `maxTime` is over. Default: none, all years are run.
   */
  readonly precision?: number | undefined;
  /** Whether the model's own experiments are made too, ten thousand runs of each, after the years. Default: false. */
  readonly experiments?: boolean | undefined;
  /**
   * `auto`: what a plain run seldom meets is also met in copies of its states, for a second or two, where that was
   * proved for all that the model uses; the report says what comes of it, or what stands against it
   * (`availability.rare`). Default: `plain`.
   */
  readonly method?: Method | undefined;
  /**
   * Assertions such as `rto.p95 <= 15 min`: where a model has inputs that nobody knows, `doubt.claims` says in how many
   * worlds each holds. Default: none beside the targets.
   */
  readonly chances?: readonly string[] | undefined;
}

export const METHODS = ['auto', 'plain'] as const;
export type Method = (typeof METHODS)[number];

/** What an option has to be. */
export interface Rule {
  readonly what: string;
  /** Said of a value of the right type that is out of range, behind `what`. */
  readonly bounds?: string;
  /** The type, which a type checker would have seen to. */
  readonly type: (value: unknown) => boolean;
  /** The values of that type. */
  readonly range?: (value: never) => boolean;
}

/** A rule for each of the options. */
export type Rules<O> = Readonly<Record<keyof O, Rule>>;

/** More than this and years are no longer counted exactly enough to be worth the wait. */
export const MOST_YEARS_AT_ALL = 1e9;
export const MOST_WORKERS = 1024;

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isFunction = (value: unknown): boolean => typeof value === 'function';

/** @param what in words, if not by its bounds */
export function wholeNumber(least: number, most: number, what = `a whole number from ${least} to ${most}`): Rule {
  return { what, type: isNumber, range: (value: number) => Number.isInteger(value) && value >= least && value <= most };
}

export const SHARE: Rule = {
  what: 'a share between 0 and 1, as a number',
  type: isNumber,
  range: (share: number) => share > 0 && share < 1,
};
export const YEARS = wholeNumber(1, MOST_YEARS_AT_ALL, 'a whole number of at least 1');
export const FLAG: Rule = { what: 'true or false', type: (value) => typeof value === 'boolean' };
const METHOD: Rule = {
  what: "'auto' or 'plain'",
  type: (value) => typeof value === 'string',
  range: (value: string) => (METHODS as readonly string[]).includes(value),
};
const SENTENCES: Rule = {
  what: "a list such as ['rto.p95 <= 15 min']",
  type: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
};
export const FUNCTION: Rule = { what: 'a function', type: isFunction };

export const STUDY_RULES: Rules<StudyOptions<unknown>> = {
  seed: {
    what: 'text or a number',
    type: (value) => typeof value === 'string' || isNumber(value),
    range: (seed: string | number) => (typeof seed === 'string' ? seed !== '' : Number.isFinite(seed)),
  },
  maxTime: { what: 'a positive number of seconds', type: isNumber, range: (seconds: number) => seconds > 0 },
  workers: wholeNumber(0, MOST_WORKERS),
  signal: {
    what: 'an AbortSignal',
    type: (value) => isFunction((value as { throwIfAborted?: unknown } | null)?.throwIfAborted),
  },
  onProgress: FUNCTION,
  onNotice: FUNCTION,
};

const { seed, workers, ...others } = STUDY_RULES;
/** In the order in which a message lists them. */
export const SIMULATE_RULES: Rules<SimulateOptions> = {
  ...{ years: YEARS, seed, precision: SHARE, workers, experiments: FLAG, method: METHOD, chances: SENTENCES },
  ...others,
};

/**
 * What a caller may get wrong, with a type checker and without.
 * @throws TypeError or RangeError naming the option, what it must be and what it is
 */
export function checkOptions(options: unknown, rules: Readonly<Record<string, Rule>>): void {
  const given = knownOptions(options, Object.keys(rules));
  for (const [name, { what, bounds = '', type, range }] of Object.entries(rules)) {
    const value = given[name];
    if (value === undefined) continue;
    if (!type(value)) throw new TypeError(`${name} must be ${what}, not ${describeArgument(value)}.`);
    if (range !== undefined && !range(value as never))
      throw new RangeError(`${name} must be ${what}${bounds}, not ${shown(value)}.`);
  }
}

function shown(value: unknown): string {
  if (value === '') return 'the empty string';
  return Array.isArray(value) ? 'an empty one' : typeof value === 'object' ? describeArgument(value) : String(value);
}

/** Any value: `checkParseArguments` has a word to say about it. */
export const OF_PARSING: Rule = { what: 'anything', type: () => true };

/**
 * The arguments of a study that reads its models itself.
 * @param why it has to be the text
 * @throws TypeError or RangeError
 */
export function checkTextArguments(
  text: unknown,
  options: unknown,
  rules: Readonly<Record<string, Rule>>,
  why: string,
) {
  if (isRecord(text) && Array.isArray(text.services)) throw new TypeError(why);
  checkOptions(options, rules);
  const { file, set } = options as ParseOptions;
  checkParseArguments(text, { ...(file === undefined ? {} : { file }), ...(set === undefined ? {} : { set }) });
}

/** @throws TypeError where it is no model */
export function checkModelArgument(model: unknown): void {
  if (isRecord(model) && [model.services, model.experiments].every(Array.isArray)) {
    if (isRecord(model.simulation) && isRecord(model.targets)) return;
  }
  throw new TypeError(`model must be what parseModel returns, not ${describeArgument(model)}.`);
}
