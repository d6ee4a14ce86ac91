import type { SweepReport } from '../analysis/report.ts';
import { checkParseArguments, describeArgument, isRecord, knownOptions } from '../model/arguments.ts';
import type { ParsedModel, ParseOptions } from '../model/index.ts';
import { checkOptions, type SimulateOptions } from './options.ts';
import { checkSimulateArguments } from './simulate-arguments.ts';
import { isSweepReport } from './sweep-report.ts';
import type { Variation } from './sweep-vary.ts';

/** As for `simulate`; `maxTime` is for all points together, and is shared out evenly. */
export interface SweepOptions extends ParseOptions, Omit<SimulateOptions, 'onProgress'> {
  /**
   * One parameter or two, and what each is varied over: `{ detect: ['10 s', '30 s'] }`, `{ detect: { from: '10 s', to:
   * '5 min', steps: 8 } }` or as on the command line, `{ detect: '10 s..5 min:8', web_replicas: '3,4,6' }`. The last
   * one varies fastest. At most 1,000 points.
   */
  readonly vary: Readonly<Record<string, Variation>>;
  /**
   * An assertion such as `availability >= 99.95%`: instead of a grid, the value is looked for at which it begins to fail, or to
   * hold, in the range of one parameter. `solved` has the answer. Each point may take 16 times the years.
   */
  readonly solve?: string | undefined;
  /** What an interrupted sweep had: its points are not simulated again. It has to be of the same text and options. */
  readonly earlier?: SweepReport | undefined;
  /** Gets the sweep so far whenever a point is finished, and is waited for. */
  readonly onPoint?: ((report: SweepReport) => void | Promise<void>) | undefined;
  /** Gets a partial report up to ten times a second; the point under way stands last. */
  readonly onProgress?: ((report: SweepReport) => void) | undefined;
}

const OF_SIMULATION = [
  'years',
  'seed',
  'precision',
  'workers',
  'maxTime',
  'signal',
  'onProgress',
  'onNotice',
] as const satisfies readonly (keyof SimulateOptions)[];
const OWN = ['vary', 'solve', 'file', 'set', 'earlier', 'onPoint'] as const satisfies readonly (keyof SweepOptions)[];

/**
 * What a caller without a type checker may get wrong.
 * @throws TypeError naming the argument, what it must be and what it is
 */
export function checkSweepArguments(text: unknown, options: unknown): void {
  if (isRecord(text) && Array.isArray(text.services)) {
    throw new TypeError(
      "text must be the model's text: every point is read from it, and what parseModel returns no longer has it.",
    );
  }
  const { vary, solve, file, set, earlier, onPoint } = knownOptions(options, [...OWN, ...OF_SIMULATION]);
  checkParseArguments(text, { ...(file === undefined ? {} : { file }), ...(set === undefined ? {} : { set }) });
  if (!isRecord(vary))
    throw new TypeError(`vary must be an object such as { detect: ['10 s', '30 s'] }, not ${describeArgument(vary)}.`);
  for (const [name, variation] of Object.entries(vary)) {
    if (isVariation(variation)) continue;
    throw new TypeError(
      `vary.${name} must be a list of values, a range { from, to, steps } or text such as '10 s..5 min:8', not ${describeArgument(variation)}.`,
    );
  }
  if (earlier !== undefined && !isSweepReport(earlier))
    throw new TypeError(`earlier must be what a sweep resolved to, not ${describeArgument(earlier)}.`);
  if (solve !== undefined && typeof solve !== 'string')
    throw new TypeError(`solve must be an assertion such as 'availability >= 99.95%', not ${describeArgument(solve)}.`);
  if (onPoint !== undefined && typeof onPoint !== 'function')
    throw new TypeError(`onPoint must be a function, not ${describeArgument(onPoint)}.`);
}

/** @throws TypeError or RangeError, as `simulate` does */
export function checkSimulationOf(model: ParsedModel, options: SweepOptions): void {
  const given = Object.fromEntries(
    OF_SIMULATION.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  checkSimulateArguments(model, given);
  checkOptions(given);
}

function isVariation(value: unknown): boolean {
  const isValue = (each: unknown) => typeof each === 'string' || typeof each === 'number';
  if (Array.isArray(value)) return value.every(isValue);
  return typeof value === 'string' || (isRecord(value) && isValue(value.from) && isValue(value.to));
}
