import {
  type Known,
  moneyScale,
  NUMBER_SCALE,
  plainDigits,
  type Printed,
  printShare,
  type Scale,
  SHARE_SCALE,
  type Shown,
  TIME_SCALE,
} from './scale.ts';

/**
 * Figures for people: the one rule for every view and every file. What is given is written as it is given; what is
 * estimated never has more digits than its interval supports, for a digit that another seed would change is noise set
 * in type; and a printed interval holds the printed estimate, and all of the computed interval.
 */

export const MOST_DIGITS = 3;
/** The ends of an interval have two digits of their own, however wide it is. */
const LEAST_OF_ENDS = 2;

export function halfWidth([low, high]: Known): number {
  return (high - low) / 2;
}

function shown(known: Known | null, direction: Shown['direction'] = 'nearest', least = 1, most = MOST_DIGITS): Shown {
  return { half: known === null ? 0 : Math.max(0, halfWidth(known)), least, most, direction };
}

function estimate(value: number, known: Known | null, scale: Scale): Printed {
  return scale.print(value, shown(known));
}

/** What is known where both ends are numbers; a loss may be for good. */
export function knownOf(interval: readonly [number | string | null, number | string | null] | null): Known | null {
  if (interval === null) return null;
  const [low, high] = interval;
  return typeof low !== 'number' || typeof high !== 'number' || !Number.isFinite(low) || !Number.isFinite(high)
    ? null
    : [low, high];
}

function unbounded(value: number): string | null {
  if (Number.isNaN(value)) return '–';
  return Number.isFinite(value) ? null : value > 0 ? '∞' : '−∞';
}

/** An estimate on any scale. */
export function figure(value: number, known: Known | null, scale: Scale): string {
  return unbounded(value) ?? estimate(value, known, scale).text;
}

/** A time in one unit: `45.2 s`, `12 min`, `2.53 h`, `3.65 days`, `2.4 years`. */
export function duration(seconds: number, known: Known | null = null): string {
  return figure(seconds, known, TIME_SCALE);
}

/** An availability, or another share: its digits count from 100% or from 0, whichever is nearer. */
export function percent(share: number, known: Known | null = null): string {
  const infinite = unbounded(share);
  return infinite === null ? estimate(share, known, SHARE_SCALE).text : `${infinite}%`;
}

/** An exact availability from what it lacks: where that is less than a double next to 1 can hold, `1 − 1e-20`. */
export function percentUp(down: number, most = MOST_DIGITS): string {
  return printShare(down, shown(null, 'nearest', 1, most)).text;
}

/** A number, such as incidents a year or how often one thing is another: `3.4`, `1,020`. */
export function number(value: number, known: Known | null = null): string {
  return figure(value, known, NUMBER_SCALE);
}

/** How often one thing is another: `1.5×`. */
export function timesText(factor: number): string {
  return `${number(factor)}×`;
}

/** A number to two digits, as in `once in 590 years`: of a rate that was seen, where no interval is given. */
export function roundText(value: number): string {
  return unbounded(value) ?? NUMBER_SCALE.print(value, shown(null, 'nearest', 1, 2)).text;
}

/** How long a run took: two digits of what no other run will take. */
export function runSeconds(seconds: number): string {
  return TIME_SCALE.print(seconds, shown(null, 'nearest', 1, 2)).text;
}

/** Money; what is not estimated is exact, to the whole from a hundred on. */
export function money(amount: number, known: Known | null, currency: string): string {
  const most = known !== null && halfWidth(known) > 0 ? MOST_DIGITS : Infinity;
  const infinite = unbounded(amount);
  return infinite === null
    ? moneyScale(currency).print(amount, shown(known, 'nearest', 1, most)).text
    : `${infinite} ${currency}`.trimEnd();
}

/**
 * A part of a whole, to two digits from 0 or from all of it. What is left of 0 after subtracting shares from 1 is 0.
 */
export function part(share: number): string {
  if (share < 1e-12) return '0%';
  if (share > 1 - 1e-12) return '100%';
  return SHARE_SCALE.print(share, shown(null, 'nearest', 1, 2)).text;
}

/** A count, grouped: `10,000`. */
export function whole(value: number): string {
  return plainDigits(Math.round(value));
}

/**
 * The ends of an interval, rounded outwards, around the estimate as it is printed: to one place more than the estimate,
 * so that little is added.
 */
export function ends(value: number, known: Known, scale: Scale): [low: string, high: string] {
  const printed = estimate(value, known, scale).value;
  const end = (at: number, direction: 'down' | 'up') =>
    unbounded(at) ??
    scale.print(at, { half: halfWidth(known) / 10, least: LEAST_OF_ENDS, most: MOST_DIGITS + 1, direction }).text;
  return [end(Math.min(known[0], printed), 'down'), end(Math.max(known[1], printed), 'up')];
}

/** The interval of a quantile of times, of which either end may be beyond what was seen. */
export function quantileRange(
  value: number,
  interval: readonly [number | string | null, number | string | null],
): string {
  const known = knownOf(interval);
  if (known !== null) return range(value, known, TIME_SCALE);
  return interval.map((end) => (end === null ? 'unknown' : typeof end === 'number' ? duration(end) : end)).join(' to ');
}

/** `2.1 min to 3 min`. */
export function range(value: number, known: Known, scale: Scale): string {
  return ends(value, known, scale).join(' to ');
}

/** What is more, or less, with its sign: `+3.2 min`, `−1,200 USD`, `+0.012 points`, and of nothing no sign. */
export function change(value: number, known: Known | null, scale: Scale): string {
  return `${value > 0 ? '+' : ''}${figure(value, known, scale)}`;
}

/**
 * `−2.1 min to +3 s`, and of points `−0.02 to +0.1 points`: the unit that both ends have, and that is long, stands
 * once.
 */
export function changeRange(value: number, known: Known, scale: Scale): string {
  // What begins with a minus has its sign, and nothing (`0 s`) has none; a fraction is `0.5`.
  const signed = ends(value, known, scale).map((text) => (/^(−|0( |%|$))/.test(text) ? text : `+${text}`));
  return signed.join(' to ').replace(/ points(?= to .* points$)/, '');
}

/** The half-width beside the printed estimate, in its unit: `4 min` beside `152 min`. */
export function margin(value: number, known: Known, scale: Scale = TIME_SCALE): string {
  const printed = estimate(value, known, scale).value;
  return scale.margin(Math.max(printed - known[0], known[1] - printed), printed).text;
}

/**
 * What stands behind an estimate of a time: `± 4 min`, or where that would mislead its bounds, `95%: 3 min to 9.2 h`.
 */
export function uncertainty(seconds: number, known: Known): string {
  const [below, above] = [seconds - known[0], known[1] - seconds];
  if (Math.min(below, above) >= 0 && Math.max(below, above) <= MOST_ASYMMETRY * Math.min(below, above))
    return `± ${margin(seconds, known)}`;
  return `95%: ${range(seconds, known, TIME_SCALE)}`;
}

const MOST_ASYMMETRY = 1.5;

/**
 * Nines to one decimal, rounded down: 99.989% is 3.9 and not 4. They are those of the unavailability to three digits,
 * as it stands beside them and in every published table: 52.6 min a year are 4.0 (exact would be 52.5960 min), 52.9 min
 * 3.9. So they never claim more than the other columns do. (A millionth more makes up for logarithms in doubles.)
 */
export function nines(value: number): string {
  const unavailability = Number((10 ** -value).toPrecision(MOST_DIGITS));
  return (Math.floor(-Math.log10(unavailability) * 10 + 1e-6) / 10).toFixed(1);
}
