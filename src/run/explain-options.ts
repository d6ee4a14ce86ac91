import type { Explanation } from '../analysis/report-explanation.ts';
import { checkParseArguments, describeArgument, isRecord, knownOptions } from '../model/arguments.ts';
import type { ParseOptions } from '../model/index.ts';
import { checkOptions, type SimulateOptions } from './options.ts';

/** As for `simulate`; there is no precision to ask for, as every row has its own interval. */
export interface ExplainOptions extends ParseOptions, Omit<SimulateOptions, 'precision' | 'onProgress'> {
  /** By what each input is divided and multiplied, above 1. Default: 2. */
  readonly factor?: number | undefined;
  /** Whether to vary the inputs at all. Default: true. */
  readonly sensitivity?: boolean | undefined;
  /** Gets what is known so far up to ten times a second; inputs as each is finished. */
  readonly onProgress?: ((explanation: Explanation) => void) | undefined;
}

const OF_SIMULATION = [
  'years',
  'seed',
  'workers',
  'maxTime',
  'signal',
  'onProgress',
  'onNotice',
] as const satisfies readonly (keyof ExplainOptions)[];
const OWN = ['file', 'set', 'factor', 'sensitivity'] as const satisfies readonly (keyof ExplainOptions)[];
export const LARGEST_FACTOR = 1000;

/**
 * What a caller without a type checker may get wrong, of all but the options that `simulate` has.
 * @throws TypeError or RangeError naming the argument, what it must be and what it is
 */
export function checkExplainArguments(text: unknown, options: unknown): void {
  if (isRecord(text) && Array.isArray(text.services)) {
    throw new TypeError(
      "text must be the model's text: its parameters are varied in it, and what parseModel returns no longer has them.",
    );
  }
  const { file, set, factor, sensitivity } = knownOptions(options, [...OWN, ...OF_SIMULATION]);
  checkParseArguments(text, { ...(file === undefined ? {} : { file }), ...(set === undefined ? {} : { set }) });
  if (factor !== undefined && typeof factor !== 'number')
    throw new TypeError(`factor must be a number above 1, not ${describeArgument(factor)}.`);
  if (factor !== undefined && !(factor > 1 && factor <= LARGEST_FACTOR))
    throw new RangeError(`factor must be a number above 1, at most ${LARGEST_FACTOR}, not ${factor}.`);
  if (sensitivity !== undefined && typeof sensitivity !== 'boolean')
    throw new TypeError(`sensitivity must be true or false, not ${describeArgument(sensitivity)}.`);
}

/** Those that `simulate` has too, checked. @throws TypeError or RangeError */
export function simulationOptions(
  model: unknown,
  options: ExplainOptions,
  check: (model: unknown, options: unknown) => void,
): SimulateOptions {
  const given = Object.fromEntries(
    OF_SIMULATION.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  check(model, given);
  checkOptions(given);
  return given;
}
