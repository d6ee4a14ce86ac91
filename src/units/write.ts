import { siUnit, type Dimension } from './dimension.ts';
import { sameDimension, DATA, MONEY_RATE, PLAIN, TIME } from './dimension.ts';
import { shareOfPercent } from './percent.ts';
import type { Quantity } from './quantity.ts';
import { SECONDS_PER_YEAR } from './table.ts';

/**
 * Quantities as the language writes them, exactly: what is written reads back as the same number, to the
 * last bit. (`format.ts` is for reading, and rounds.)
 */
interface Written {
  /** What stands behind the number: a unit, with its blank. */
  readonly unit: string;
  /** The value in SI units of `amount` of it, computed as reading the text would. */
  readonly toSi: (amount: number) => number;
}

const scaled = (unit: string, factor: number): Written => ({ unit: ` ${unit}`, toSi: (amount) => amount * factor });

const TIMES: readonly Written[] = [
  scaled('years', SECONDS_PER_YEAR),
  scaled('days', 86_400),
  scaled('h', 3600),
  scaled('min', 60),
  scaled('s', 1),
  scaled('ms', 1e-3),
];
const AMOUNTS: readonly Written[] = [scaled('TB', 1e12), scaled('GB', 1e9), scaled('MB', 1e6), scaled('kB', 1e3), scaled('B', 1)];

/** `2 years`, `45 min`, `90 s`: in the largest unit in which it is a short number, whole if possible. */
export function writeTime(seconds: number): string {
  return shortest(seconds, TIMES, 's');
}

/** `99.95%`, or the number itself where no percentage is exactly it. */
export function writeShare(share: number): string {
  return exact(share, { unit: '%', toSi: (percent) => Number(shareOfPercent(String(percent))) }) ?? String(share);
}

/** Currency per second as `0.17 USD/h`; `per: 'year'` prefers the year, as budgets do. */
export function writeMoneyRate(perSecond: number, currency: string, per: 'h' | 'year' = 'h'): string {
  const seconds = per === 'h' ? 3600 : SECONDS_PER_YEAR;
  const unit = ` ${currency}/${per}`;
  return exact(perSecond, { unit, toSi: (amount) => amount / seconds }) ?? `${perSecond} ${currency}/s`;
}

/** Any quantity, in the best unit known for what it is. */
export function writeQuantity({ value, dimension }: Quantity, currency: string): string {
  if (sameDimension(dimension, TIME)) return writeTime(value);
  if (sameDimension(dimension, DATA)) return shortest(value, AMOUNTS, 'B');
  if (sameDimension(dimension, MONEY_RATE)) return writeMoneyRate(value, currency);
  if (sameDimension(dimension, PLAIN)) return String(value);
  return writeSi(value, dimension, currency);
}

/** The number in SI units, for a dimension that has no unit of its own: `3 MB/s` as `3000000 B/s`. */
function writeSi(value: number, dimension: Dimension, currency: string): string {
  const unit = siUnit(dimension, currency);
  return unit.startsWith('1/') ? `${value}${unit.slice(1)}` : `${value} ${unit}`;
}

function shortest(value: number, units: readonly Written[], base: string): string {
  if (value === 0) return `0 ${base}`;
  // `90 s` rather than `1.5 min`, yet `1.5 years` rather than `13149 h`.
  for (const pattern of [/^-?[1-9]\d{0,2} /, /^-?[1-9]\d{0,4}(\.\d{1,4})? /]) {
    for (const unit of units) {
      const text = exact(value, unit);
      if (text !== null && pattern.test(text)) return singular(text);
    }
  }
  return `${value} ${base}`;
}

/** The amount of the unit that reads back as exactly `value`, if a number of at most 15 digits does. */
function exact(value: number, { unit, toSi }: Written): string | null {
  const amount = Number((value / toSi(1)).toPrecision(15));
  return toSi(amount) === value ? `${amount}${unit}` : null;
}

function singular(text: string): string {
  return text.replace(/^1 (year|day)s$/, '1 $1');
}
