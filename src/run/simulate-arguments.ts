import { describeArgument, isRecord, knownOptions } from '../model/arguments.ts';
import type { SimulateOptions } from './options.ts';

/** Of what type each option is; `options.ts` knows what it may be beyond that. */
const OPTIONS: Readonly<
  Record<keyof SimulateOptions, { readonly what: string; readonly is: (value: unknown) => boolean }>
> = {
  years: { what: 'a whole number of at least 1', is: isNumber },
  seed: { what: 'text or a number', is: (value) => typeof value === 'string' || isNumber(value) },
  precision: { what: 'a share between 0 and 1, as a number', is: isNumber },
  workers: { what: 'a whole number from 0 to 1024', is: isNumber },
  experiments: { what: 'true or false', is: (value) => typeof value === 'boolean' },
  maxTime: { what: 'a positive number of seconds', is: isNumber },
  signal: {
    what: 'an AbortSignal',
    is: (value) => typeof (value as { throwIfAborted?: unknown } | null)?.throwIfAborted === 'function',
  },
  onProgress: { what: 'a function', is: isFunction },
  onNotice: { what: 'a function', is: isFunction },
};

/**
 * What a caller without a type checker may get wrong.
 * @throws TypeError or RangeError naming the argument, what it must be and what it is
 */
export function checkSimulateArguments(model: unknown, options: unknown): void {
  if (!isRecord(model) || !Array.isArray(model.services) || !isRecord(model.simulation) || !isRecord(model.targets)) {
    throw new TypeError(`model must be what parseModel returns, not ${describeArgument(model)}.`);
  }
  const given = knownOptions(options, Object.keys(OPTIONS));
  for (const [name, { what, is }] of Object.entries(OPTIONS)) {
    const value = given[name];
    if (value !== undefined && !is(value))
      throw new TypeError(`${name} must be ${what}, not ${describeArgument(value)}.`);
  }
  if (given.seed === '') throw new RangeError('seed must be text or a number, and not the empty string.');
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}
