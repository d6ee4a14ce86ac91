import { DATA, MONEY, TIME, type Dimension } from './dimension.ts';
import type { Quantity } from './quantity.ts';

/** A year is 365.25 days everywhere in the language. */
export const SECONDS_PER_YEAR = 31_557_600;

/** Every spelling of one unit, the one to print first. */
interface UnitEntry {
  readonly names: readonly string[];
  readonly value: number;
  readonly dimension: Dimension;
}

const ENTRIES: readonly UnitEntry[] = [
  { names: ['us', 'microsecond', 'microseconds'], value: 1e-6, dimension: TIME },
  { names: ['ms', 'millisecond', 'milliseconds'], value: 1e-3, dimension: TIME },
  { names: ['s', 'sec', 'secs', 'second', 'seconds'], value: 1, dimension: TIME },
  { names: ['min', 'mins', 'minute', 'minutes'], value: 60, dimension: TIME },
  { names: ['h', 'hr', 'hrs', 'hour', 'hours'], value: 3600, dimension: TIME },
  { names: ['d', 'day', 'days'], value: 86_400, dimension: TIME },
  { names: ['week', 'weeks'], value: 7 * 86_400, dimension: TIME },
  { names: ['month', 'months'], value: SECONDS_PER_YEAR / 12, dimension: TIME },
  { names: ['y', 'yr', 'yrs', 'year', 'years'], value: SECONDS_PER_YEAR, dimension: TIME },
  { names: ['B', 'byte', 'bytes'], value: 1, dimension: DATA },
  { names: ['kB', 'KB'], value: 1e3, dimension: DATA },
  { names: ['MB'], value: 1e6, dimension: DATA },
  { names: ['GB'], value: 1e9, dimension: DATA },
  { names: ['TB'], value: 1e12, dimension: DATA },
  { names: ['PB'], value: 1e15, dimension: DATA },
  { names: ['KiB'], value: 2 ** 10, dimension: DATA },
  { names: ['MiB'], value: 2 ** 20, dimension: DATA },
  { names: ['GiB'], value: 2 ** 30, dimension: DATA },
  { names: ['TiB'], value: 2 ** 40, dimension: DATA },
];

/** All units that do not depend on the model, by every name they have. */
export const UNITS: ReadonlyMap<string, Quantity> = new Map(
  ENTRIES.flatMap(({ names, value, dimension }) => names.map((name) => [name, { value, dimension }] as const)),
);

/** What people write for a unit that has another name here, or more than one meaning. */
export const UNIT_SLIPS: ReadonlyMap<string, string> = new Map([
  ['m', 'min'],
  ['M', 'month'],
  ['mo', 'month'],
  ['mon', 'month'],
  ['w', 'week'],
  ['wk', 'week'],
  ['a', 'year'],
  ['µs', 'us'],
]);

/** What stands before an amount, and which currency it is. */
export const MONEY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
]);

/** A currency is named by three capitals, as ISO 4217 does. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** The unit called `name` in a model that reckons in `currency`; undefined where there is none. */
export function findUnit(name: string, currency: string): Quantity | undefined {
  return name === currency ? { value: 1, dimension: MONEY } : UNITS.get(name);
}
