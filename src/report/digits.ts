import type { Interval } from '../analysis/report.ts';
import { formatDuration, formatMoney, formatNumber, formatPercent, SECONDS_PER_YEAR } from '../units/index.ts';

/**
 * Estimates for people: never more digits than the interval supports, for a digit that another seed would change
 * is noise set in type.
 */

const MOST_DIGITS = 3;
/** Steps to which a time is rounded: those that a reader does not notice as odd. */
const TIME_STEPS = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86_400];

export function halfWidth([low, high]: Interval): number {
  return (high - low) / 2;
}

/** Significant digits down to the place where the interval begins. */
export function digits(value: number, interval: Interval | null, most = MOST_DIGITS): number {
  const half = interval === null ? 0 : halfWidth(interval);
  if (!(half > 0) || value === 0 || !Number.isFinite(half)) return most;
  const places = 1 + Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(half));
  return Math.min(most, Math.max(1, places));
}

/** An availability, or another share: its digits count from 100% or from 0, whichever is nearer. */
export function percent(share: number, interval: Interval | null): string {
  return formatPercent(share, digits(share > 0.5 ? 1 - share : share, interval));
}

export function number(value: number, interval: Interval | null): string {
  return formatNumber(value, digits(value, interval));
}

export function money(amount: number, interval: Interval | null, currency: string): string {
  if (interval === null || !(halfWidth(interval) > 0) || amount === 0) return formatMoney(amount, currency);
  return formatMoney(Number(amount.toPrecision(digits(amount, interval))), currency);
}

/** Rounded to the largest step within the half-width; below a second to significant digits. */
export function duration(seconds: number, interval: Interval | null): string {
  const half = interval === null ? 0 : halfWidth(interval);
  const step = TIME_STEPS.findLast((each) => each <= half && each <= Math.abs(seconds));
  if (step !== undefined && seconds >= 60) return formatDuration(Math.round(seconds / step) * step);
  return formatDuration(seconds === 0 ? 0 : Number(seconds.toPrecision(digits(seconds, interval))));
}

/**
 * In one unit, for columns: `45.2 s`, `12 min`, `2.53 h`, `3.65 days`, `2.4 years`.
 * @param least significant digits, however wide the interval
 */
export function brief(seconds: number, interval: Interval | null, least = 1): string {
  const places = Math.max(least, digits(seconds, interval));
  if (seconds < 60) return formatDuration(seconds === 0 ? 0 : Number(seconds.toPrecision(places)));
  const [unit, size] = BRIEF_UNITS.find(([, , below]) => seconds < below)!;
  const count = seconds / size;
  const rounded = Number(count.toPrecision(Math.max(count >= 10 ? 2 : 1, places)));
  return `${rounded < 1000 ? rounded : whole(rounded)} ${rounded === 1 ? unit.replace(/(day|year)s/, '$1') : unit}`;
}

const BRIEF_UNITS: readonly (readonly [unit: string, size: number, below: number])[] = [
  ['min', 60, 3600],
  ['h', 3600, 2 * 86_400],
  ['days', 86_400, 2 * SECONDS_PER_YEAR],
  ['years', SECONDS_PER_YEAR, Infinity],
];

/** A count, grouped: `10,000`. */
export function whole(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The half-width itself, to one or two digits: `4 min`, `25 s`. */
export function margin(interval: Interval): string {
  const half = halfWidth(interval);
  if (!(half > 0)) return formatDuration(0);
  const unit = half < 60 ? 1 : half < 3600 ? 60 : half < 86_400 ? 3600 : 86_400;
  const count = half / unit;
  return formatDuration(unit * Number(count.toPrecision(count < 1.95 || (count >= 10 && count < 100) ? 2 : 1)));
}

/** What stands behind an estimate of a time: `± 4 min`, or where that would mislead its bounds, `95%: 3 min to 9.2 h`. */
export function uncertainty(seconds: number, interval: Interval): string {
  const [below, above] = [seconds - interval[0], interval[1] - seconds];
  if (Math.max(below, above) <= MOST_ASYMMETRY * Math.min(below, above)) return `± ${margin(interval)}`;
  const [low, high] = interval.map((bound) => brief(bound === 0 ? 0 : Number(bound.toPrecision(2)), null));
  return `95%: ${low} to ${high}`;
}

const MOST_ASYMMETRY = 1.5;

/**
 * Nines to one decimal, rounded down: 99.989% is 3.9 and not 4. They are those of the unavailability to three digits, as
 * it stands beside them and in every published table: 52.6 min a year are 4.0 (exact would be 52.5960 min), 52.9 min 3.9.
 * So they never claim more than the other columns do. (A millionth more makes up for logarithms in doubles.)
 */
export function nines(value: number): string {
  const unavailability = Number((10 ** -value).toPrecision(MOST_DIGITS));
  return (Math.floor(-Math.log10(unavailability) * 10 + 1e-6) / 10).toFixed(1);
}
