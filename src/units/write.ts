import { siUnit, type Dimension } from './dimension.ts';
import { sameDimension, DATA, DATA_PRICE, DATA_RATE, MONEY_RATE, PLAIN, STORAGE_PRICE, TIME } from './dimension.ts';
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
const AMOUNTS: readonly Written[] = [
  scaled('TB', 1e12),
  scaled('GB', 1e9),
  scaled('MB', 1e6),
  scaled('kB', 1e3),
  scaled('B', 1),
];

const throughput = (unit: string, bytes: number, seconds: number): Written => ({
  unit: ` ${unit}`,
  toSi: (amount) => (amount * bytes) / seconds,
});

const DATA_RATES: readonly Written[] = [
  throughput('GB/s', 1e9, 1),
  throughput('MB/s', 1e6, 1),
  throughput('kB/s', 1e3, 1),
  throughput('B/s', 1, 1),
  throughput('TB/day', 1e12, 86_400),
  throughput('GB/day', 1e9, 86_400),
  throughput('MB/day', 1e6, 86_400),
  throughput('GB/h', 1e9, 3600),
  throughput('MB/h', 1e6, 3600),
  throughput('GB/month', 1e9, SECONDS_PER_YEAR / 12),
];

/** `2 years`, `45 min`, `90 s`: in the largest unit in which it is a short number, whole if possible. */
export function writeTime(seconds: number): string {
  return shortest(seconds, TIMES, 's');
}

/** `99.95%`, or the number itself where no percentage is exactly it. */
export function writeShare(share: number): string {
  return exact(share, { unit: '%', toSi: (percent) => Number(shareOfPercent(String(percent))) }) ?? String(share);
}

const RATES = { h: 3600, month: SECONDS_PER_YEAR / 12, year: SECONDS_PER_YEAR } as const;

/** Currency per second as `0.17 USD/h`; `per: 'year'` prefers the year, as budgets do. */
export function writeMoneyRate(perSecond: number, currency: string, per: 'h' | 'year' = 'h'): string {
  const written = [per, 'month', 'year', 'h'].map((unit) => {
    const seconds = RATES[unit as keyof typeof RATES];
    return exact(perSecond, { unit: ` ${currency}/${unit}`, toSi: (amount) => amount / seconds });
  });
  // `20 USD/month` rather than `0.0273785078713 USD/h`.
  const short = written.find((text) => text !== null && /^\d{1,9}(\.\d{1,4})? /.test(text));
  return short ?? written.find((text) => text !== null) ?? `${perSecond} ${currency}/s`;
}

/** `500 GB`. */
export function writeData(bytes: number): string {
  return shortest(bytes, AMOUNTS, 'B');
}

/** `200 MB/s`, `20 GB/day`. */
export function writeDataRate(bytesPerSecond: number): string {
  return shortest(bytesPerSecond, DATA_RATES, 'B/s');
}

/** Currency per byte as `0.02 USD/GB`. */
export function writeDataPrice(perByte: number, currency: string): string {
  return exact(perByte, { unit: ` ${currency}/GB`, toSi: (amount) => amount / 1e9 }) ?? `${perByte} ${currency}/B`;
}

/** Currency per byte and second as `0.023 USD/GB/month`. */
export function writeStoragePrice(perByteSecond: number, currency: string): string {
  const perMonth: Written = { unit: ` ${currency}/GB/month`, toSi: (amount) => amount / 1e9 / (SECONDS_PER_YEAR / 12) };
  return exact(perByteSecond, perMonth) ?? `${perByteSecond} ${currency}/B/s`;
}

/** A chance per second as `2%/month`. */
export function writeFrequency(perSecond: number): string {
  const month = RATES.month;
  return (
    exact(perSecond, { unit: '%/month', toSi: (percent) => percent / 100 / month }) ??
    exact(perSecond, { unit: '%/year', toSi: (percent) => percent / 100 / SECONDS_PER_YEAR }) ??
    `${perSecond}/s`
  );
}

/** Any quantity, in the best unit known for what it is. */
export function writeQuantity({ value, dimension }: Quantity, currency: string): string {
  if (sameDimension(dimension, TIME)) return writeTime(value);
  if (sameDimension(dimension, DATA)) return writeData(value);
  if (sameDimension(dimension, DATA_RATE)) return writeDataRate(value);
  if (sameDimension(dimension, DATA_PRICE)) return writeDataPrice(value, currency);
  if (sameDimension(dimension, STORAGE_PRICE)) return writeStoragePrice(value, currency);
  if (sameDimension(dimension, MONEY_RATE)) return writeMoneyRate(value, currency);
  if (sameDimension(dimension, PLAIN)) return String(value);
  return writeSi(value, dimension, currency);
}

/** The number in SI units, for a dimension that has no unit of its own: `3 / h` as `0.000833 1/s`. */
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
