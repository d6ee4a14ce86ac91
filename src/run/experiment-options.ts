import type { ExperimentsReport } from '../analysis/report.ts';
import { describeArgument, isRecord, knownOptions } from '../model/arguments.ts';
import type { Experiment } from '../model/model.ts';
import { nearest } from '../units/index.ts';
import type { Notice } from './runner.ts';

export interface ExperimentOptions {
  /** Which of the model's experiments, in this order. Default: all, in the model's. */
  readonly names?: readonly string[] | undefined;
  /** How often each is made. Default: 10,000. */
  readonly runs?: number | undefined;
  /** Names the random streams. Default: the model's `simulation.seed`. All experiments begin in the same histories. */
  readonly seed?: string | number | undefined;
  /** Seconds of wall clock after which the work ends with what it has, as with `signal`. A first batch is waited for a little longer. */
  readonly maxTime?: number | undefined;
  /**
   * Worker threads. 0 runs on the calling thread. Default: one for each core, or the calling thread where all is over
   * before a thread would have started. The report's figures do not depend on it.
   */
  readonly workers?: number | undefined;
  /** Aborting it ends the work with what there is, `run.partial` set: of the last experiment perhaps fewer runs. */
  readonly signal?: AbortSignal | undefined;
  /** Gets a partial report up to ten times a second. */
  readonly onProgress?: ((report: ExperimentsReport) => void) | undefined;
  /** Gets sentences for people: a worker died and was replaced. Changes no result. */
  readonly onNotice?: Notice | undefined;
}

export const DEFAULT_RUNS = 10_000;
/** More runs than this narrow no interval that anybody reads. */
export const MOST_RUNS = 1e8;

interface Rule {
  readonly what: string;
  /** The type, which a type checker would have seen to. */
  readonly type: (value: unknown) => boolean;
  /** The values of that type. */
  readonly range?: (value: never) => boolean;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const OPTIONS: Readonly<Record<keyof ExperimentOptions, Rule>> = {
  names: {
    what: "a list of experiments' names",
    type: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
    range: (names: string[]) => names.length > 0,
  },
  runs: {
    what: `a whole number from 1 to ${MOST_RUNS}`,
    type: isNumber,
    range: (runs: number) => isWhole(runs, 1, MOST_RUNS),
  },
  seed: {
    what: 'text or a number',
    type: (value) => typeof value === 'string' || isNumber(value),
    range: (seed: string | number) => (typeof seed === 'string' ? seed !== '' : Number.isFinite(seed)),
  },
  maxTime: { what: 'a positive number of seconds', type: isNumber, range: (seconds: number) => seconds > 0 },
  workers: {
    what: 'a whole number from 0 to 1024',
    type: isNumber,
    range: (workers: number) => isWhole(workers, 0, 1024),
  },
  signal: {
    what: 'an AbortSignal',
    type: (value) => isFunction((value as { throwIfAborted?: unknown } | null)?.throwIfAborted),
  },
  onProgress: { what: 'a function', type: isFunction },
  onNotice: { what: 'a function', type: isFunction },
};

/**
 * What a caller may get wrong, with a type checker and without.
 * @throws TypeError or RangeError naming the argument, what it must be and what it is
 */
export function checkExperimentArguments(model: unknown, options: unknown): void {
  if (
    !isRecord(model) ||
    !Array.isArray(model.services) ||
    !Array.isArray(model.experiments) ||
    !isRecord(model.targets)
  ) {
    throw new TypeError(`model must be what parseModel returns, not ${describeArgument(model)}.`);
  }
  const given = knownOptions(options, Object.keys(OPTIONS));
  for (const [name, { what, type, range }] of Object.entries(OPTIONS)) {
    const value = given[name];
    if (value === undefined) continue;
    if (!type(value)) throw new TypeError(`${name} must be ${what}, not ${describeArgument(value)}.`);
    if (range !== undefined && !range(value as never))
      throw new RangeError(`${name} must be ${what}, not ${shown(value)}.`);
  }
}

function shown(value: unknown): string {
  return value === '' ? 'the empty string' : Array.isArray(value) ? 'an empty one' : String(value);
}

/**
 * The experiments that are asked for, each once.
 * @throws RangeError for a name that is none's, with the nearest that is
 */
export function chooseExperiments(
  experiments: readonly Experiment[],
  names: readonly string[] | undefined,
): Experiment[] {
  if (experiments.length === 0) throw new RangeError('the model has no experiments');
  if (names === undefined) return [...experiments];
  const known = new Map(experiments.map((experiment) => [experiment.name, experiment]));
  return [...new Set(names)].map((name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const meant = nearest(name, known.keys());
    throw new RangeError(
      `unknown experiment '${name}': ${meant === null ? `there are ${[...known.keys()].join(', ')}` : `did you mean '${meant}'?`}`,
    );
  });
}
