import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { amountText } from './amounts.ts';

const TIMES: readonly (readonly [unit: string, seconds: number])[] = [
  ['years', SECONDS_PER_YEAR],
  ['days', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
  ['ms', 1e-3],
];
const DIGITS = 3;

/**
 * A parameter's value for people: `30 s`, `2 h 32 min`, `0.17 USD/h`, `0.9995`; the text of a distribution as it is.
 * @param unit the SI unit as the language writes it, empty for a plain number; null beside distributions, which are of
 * times
 */
export function parameterText(value: number | string, unit: string | null | undefined): string {
  if (typeof value === 'string') return value;
  if ((unit ?? 's') !== 's') return amountText(value, unit!);
  return typedTime(value) ?? amountText(value, 's');
}

/**
 * In the unit in which it is the shortest number, as somebody would have typed it: `0.5 years`; null where it is short
 * in none.
 */
function typedTime(seconds: number): string | null {
  const written = TIMES.flatMap(([unit, size]) => {
    const count = Number((seconds / size).toPrecision(DIGITS));
    if (count < 0.1 || count >= 1000 || Math.abs(count * size - seconds) > 1e-9 * seconds) return [];
    return [{ number: String(count), unit: count === 1 ? unit.replace(/^(year|day)s$/, '$1') : unit }];
  });
  const shortest = Math.min(...written.map(({ number }) => number.length));
  const best = written.find(({ number }) => number.length === shortest);
  return best === undefined ? null : `${best.number} ${best.unit}`;
}

/** The same value as the language takes it: the very same number is read from it. */
export function parameterSetting(value: number | string, unit: string | null | undefined): string {
  if (typeof value === 'string') return value;
  if (unit === null || unit === undefined) return `${value} s`;
  if (unit === '') return String(value);
  return unit.startsWith('1/') ? `${value}${unit.slice(1)}` : `${value} ${unit}`;
}
