import { plainDigits, SHARE_SCALE, TIME_SCALE } from './scale.ts';
import { money, MOST_DIGITS } from './figure.ts';
import { writeTime } from './write.ts';

/** What is given, for reading: goals, settings, counts, the steps of an axis. What is estimated is in `figure.ts`. */

/** What is given as a whole number is short enough to be shown so. */
const WHOLE = /^-?\d{1,3} /;

/**
 * A time that is given: in one unit, `1.5 min`, `36 h`; and where three digits of that are not all of it, as it is
 * written: `65 s`.
 */
export function formatDuration(seconds: number): string {
  if (Number.isNaN(seconds)) return '–';
  if (!Number.isFinite(seconds)) return seconds > 0 ? '∞' : '−∞';
  if (seconds === 86_400) return '1 day';
  const { text, value } = TIME_SCALE.print(seconds, { half: 0, least: 1, most: MOST_DIGITS, direction: 'nearest' });
  if (Math.abs(value - seconds) <= 1e-12 * Math.abs(seconds)) return text;
  const written = writeTime(seconds);
  return WHOLE.test(written) ? written.replace('-', '−') : text;
}

/** An amount of money for reading: `40,000 USD`, `12.50 USD`, `0.17 USD`. The same in every locale. */
export function formatMoney(amount: number, currency: string): string {
  return money(amount, null, currency);
}

/**
 * A share for reading, with as many digits as its distance from 0 or 100% needs to show `digits` of its own:
 * 99.971%, 99.99995%, 50%, 0.12%. It never rounds up to 100% what is below it.
 */
export function formatPercent(share: number, digits = MOST_DIGITS): string {
  if (!Number.isFinite(share)) return `${formatNumber(share)}%`;
  return SHARE_SCALE.print(share, { half: 0, least: 1, most: digits, direction: 'nearest' }).text;
}

/**
 * A plain number for reading, with three significant digits unless told, and all there are before its point: `1,234`,
 * `0.0123`.
 */
export function formatNumber(value: number, digits = MOST_DIGITS): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  return plainDigits(size >= 10 ** digits && size < 1e15 ? Math.round(value) : Number(value.toPrecision(digits)));
}
