import {
  type Dimension,
  ExpressionError,
  PLAIN,
  type Quantity,
  readQuantity as quantityOf,
  sameDimension,
  SECONDS_PER_YEAR,
  TIME,
} from '../units/index.ts';
import { MOST_RUNS } from '../run/experiment-options.ts';
import { MOST_WORKERS, MOST_YEARS_AT_ALL } from '../run/options.ts';
import { UsageError } from './exit.ts';

/** A quantity on the command line, in SI units; `where` begins the message when it cannot be read. */
export function readQuantity(text: string, where: string, currency = 'USD'): Quantity {
  try {
    return quantityOf(text, currency);
  } catch (error) {
    if (error instanceof ExpressionError) throw new UsageError(`${where}: ${error.problem.message}`);
    throw error;
  }
}

/** `--years`: a whole number, also as `1e5` or `10000 years`. */
export function readYears(text: string): number {
  const { value, dimension } = readQuantity(text, '--years');
  const years = sameDimension(dimension, TIME) ? Math.round(value / SECONDS_PER_YEAR) : value;
  if (sameDimension(dimension, TIME) || is(dimension, PLAIN))
    return whole(years, 1, MOST_YEARS_AT_ALL, '--years', text);
  throw new UsageError(`--years takes a whole number such as 10000, not '${text}'.`);
}

/** `--runs`: a whole number, also as `1e5`. */
export function readRuns(text: string): number {
  const { value, dimension } = readQuantity(text, '--runs');
  if (is(dimension, PLAIN)) return whole(value, 1, MOST_RUNS, '--runs', text);
  throw new UsageError(`--runs takes a whole number such as 10000, not '${text}'.`);
}

export function readSeed(text: string): string {
  if (text === '') throw new UsageError('--seed takes text or a number, and not nothing.');
  return text;
}

/** An option that may be left out. */
export function maybe<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}

export function readWorkers(text: string): number {
  return whole(Number(text), 0, MOST_WORKERS, '--workers', text);
}

/** `--precision`: a share, as `5%` or `0.05`. */
export function readPrecision(text: string): number {
  return readShare('--precision', '5%', text);
}

/** A share that is neither nothing nor all. @param example of it */
export function readShare(option: string, example: string, text: string): number {
  const { value, dimension } = readQuantity(text, option);
  if (is(dimension, PLAIN) && value > 0 && value < 1) return value;
  const meant = is(dimension, PLAIN) && value >= 1 && value < 100 ? ` Did you mean '${value}%'?` : '';
  throw new UsageError(`${option} takes a share between 0 and 100%, such as ${example}, not '${text}'.${meant}`);
}

/** `--max-time`: a time, seconds where it has no unit. */
export function readMaxTime(text: string): number {
  return readTime('--max-time', text);
}

/** A time, seconds where it has no unit. */
export function readTime(option: string, text: string): number {
  const { value, dimension } = readQuantity(text, option);
  if ((is(dimension, TIME) || is(dimension, PLAIN)) && value > 0) return value;
  throw new UsageError(`${option} takes a time such as '30 s' or '5 min', not '${text}'.`);
}

function whole(value: number, least: number, most: number, option: string, text: string): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}, not '${text}'.`);
}

function is(dimension: Dimension, other: Dimension): boolean {
  return sameDimension(dimension, other);
}
