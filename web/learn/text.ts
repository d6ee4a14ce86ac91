import { duration, percentUp } from '../../src/units/figure.ts';
import { formatPercent } from '../../src/units/format.ts';
import { scientific } from '../../src/units/scale.ts';
import { SECONDS_PER_YEAR, UNITS } from '../../src/units/table.ts';
import { nearest } from '../../src/units/nearest.ts';
import { writeTime } from '../../src/units/write.ts';

/** An availability from its unavailability: `99.95%`, `99.999975%`, and `1 − 2.5 × 10⁻¹⁶`. */
export function availabilityText(unavailability: number, digits = 4): string {
  if (unavailability <= 0) return '100%';
  return percentUp(unavailability, digits);
}

/** A chance: `12.5%` or `2.5 × 10⁻⁷`. */
export function chanceText(chance: number): string {
  if (chance === 0) return '0';
  return chance >= 1e-4 ? formatPercent(chance) : scientific(chance);
}

export function downtimeText(unavailability: number): string {
  return duration(unavailability * SECONDS_PER_YEAR, null);
}

export function ninesText(unavailability: number): string {
  return unavailability > 0 ? String(Number((-Math.log10(unavailability)).toFixed(2))) : '∞';
}

/** What was typed, read: a value, or why not. */
export type Read = { readonly value: number } | { readonly error: string };

const TIME_UNITS = [...UNITS].filter(([, { dimension }]) => dimension === UNITS.get('s')?.dimension);
const TIME_NAMES = TIME_UNITS.map(([name]) => name);

/** `2 h 30 min`, `999 h`, `1.5 years`: seconds, above zero. */
export function readTime(text: string): Read {
  const pieces = [...text.matchAll(/(\d+(?:\.\d+)?(?:e[-+]?\d+)?)\s*([A-Za-zµ]*)/g)];
  const rest = text.replace(/(\d+(?:\.\d+)?(?:e[-+]?\d+)?)\s*([A-Za-zµ]*)/g, '').trim();
  if (pieces.length === 0 || rest !== '') return { error: 'a time such as 30 s, 5 min, 4 h or 2 days' };
  let seconds = 0;
  for (const [, amount, unit] of pieces) {
    if (unit === '') return { error: `${amount} of what? Say 30 s, 5 min, 4 h or 2 days` };
    const known = TIME_UNITS.find(([name]) => name === unit);
    if (known === undefined) {
      const meant = unit === 'm' ? 'min' : nearest(unit, TIME_NAMES);
      return { error: `unknown unit '${unit}'${meant === null ? '' : `: did you mean '${meant}'?`}` };
    }
    seconds += Number(amount) * known[1].value;
  }
  return seconds > 0 && Number.isFinite(seconds) ? { value: seconds } : { error: 'a time above zero' };
}

/** `99.95%`, `99.95` or `0.9995`: the unavailability, read from the digits that were typed. */
export function readAvailability(text: string): Read {
  const match = /^\s*(\d+(?:\.(\d*))?)\s*(%?)\s*$/.exec(text);
  if (match === null) return { error: 'an availability such as 99.95%' };
  const [, number, decimals = '', percent] = match;
  const isPercent = percent === '%' || Number(number) > 1;
  const whole = isPercent ? 100 : 1;
  // 100 − 99.95 is not 0.05 in doubles; to the digits typed it is.
  const unavailability = Number((whole - Number(number)).toFixed(decimals.length)) / whole;
  return unavailability > 0 && unavailability < 1
    ? { value: unavailability }
    : { error: 'above 0 and below 100%: nothing is always up' };
}

/** `3`, `3.5`, `3.5 nines`: the unavailability. */
export function readNines(text: string): Read {
  const match = /^\s*(\d+(?:\.\d*)?)\s*(?:nines?)?\s*$/.exec(text);
  const nines = match === null ? NaN : Number(match[1]);
  return nines > 0 && nines <= 15 ? { value: 10 ** -nines } : { error: 'a number of nines above 0, at most 15' };
}

/** For an input: as it was typed where that is short, else in one unit that people use. */
export function inputTime(seconds: number): string {
  const exact = writeTime(seconds);
  return /^\d{1,3} /.test(exact) ? exact : duration(seconds, null);
}
