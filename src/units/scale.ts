import { complement } from './percent.ts';
import { magnitude, roundAt, type Direction, wholeAt } from './rounding.ts';
import { SECONDS_PER_YEAR } from './table.ts';

/** What is known of an estimate: the two ends of its interval. */
export type Known = readonly [low: number, high: number];

/** A figure as it stands there. */
export interface Printed {
  readonly text: string;
  /** What the text says, in the unit of what was to be printed. */
  readonly value: number;
}

/** How much of a figure is shown. */
export interface Shown {
  /** Half the width of its interval; 0 where there is none. */
  readonly half: number;
  /** Significant digits at least, however wide the interval, and at most, however narrow. */
  readonly least: number;
  readonly most: number;
  readonly direction: Direction;
}

/** A kind of figure: times, shares, money, plain numbers. */
export interface Scale {
  readonly print: (value: number, shown: Shown) => Printed;
  /** A width of it, in the unit in which `beside` is printed, rounded up. */
  readonly margin: (width: number, beside: number) => Printed;
}

/** The place to which a value is shown: that of the first digit that its interval leaves in doubt. */
function placeOf(value: number, { half, least, most }: Shown, per = 1): number {
  const first = magnitude(value);
  const known = half > 0 && Number.isFinite(half) ? magnitude(half / per) : -Infinity;
  return Math.min(first - least + 1, Math.max(first - most + 1, known));
}

/** One digit, or two where one would be more than a quarter too much. */
function widthAt(width: number): number {
  if (!(width > 0)) return 0;
  const place = magnitude(width);
  const one = roundAt(width, place, 'up');
  return one <= 1.25 * width ? one : roundAt(width, place - 1, 'up');
}

/** Digits, grouped from a thousand on, with a true minus. */
export function plainDigits(value: number): string {
  const size = Math.abs(value);
  const text = size >= 1000 && size < 1e15 ? group(String(size)) : String(size);
  return value < 0 ? `−${text}` : text;
}

function group(digits: string): string {
  const [whole, fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

interface Unit {
  readonly name: string;
  readonly size: number;
  /** Times from here on are in the next. */
  readonly below: number;
}

const TIMES: readonly Unit[] = [
  { name: 'µs', size: 1e-6, below: 1e-3 },
  { name: 'ms', size: 1e-3, below: 1 },
  { name: 's', size: 1, below: 60 },
  { name: 'min', size: 60, below: 3600 },
  { name: 'h', size: 3600, below: 2 * 86_400 },
  { name: 'days', size: 86_400, below: 2 * SECONDS_PER_YEAR },
  { name: 'years', size: SECONDS_PER_YEAR, below: Infinity },
];

function timeUnit(seconds: number): number {
  return TIMES.findIndex(({ below }) => Math.abs(seconds) < below * (1 - 1e-12));
}

function timeText(amount: number, name: string): string {
  return `${plainDigits(amount)} ${amount === 1 ? name.replace(/^(day|year)s$/, '$1') : name}`;
}

/**
 * Times in one unit, so that an estimate and its interval's ends, and figures in a column, are held against each other
 * at a glance.
 */
export const TIME_SCALE: Scale = {
  print(seconds, shown) {
    if (seconds === 0) return { text: '0 s', value: 0 };
    const at = timeUnit(seconds);
    const { name, size } = TIMES[at];
    const amount = seconds / size;
    const rounded = roundAt(
      amount,
      placeOf(amount, { ...shown, least: Math.max(shown.least, Math.abs(amount) >= 10 ? 2 : 1) }, size),
      shown.direction,
    );
    const next = TIMES[at + 1];
    // 59.96 s are 60.0 s, and so a minute.
    if (
      next !== undefined &&
      Math.abs(rounded * size) >= TIMES[at].below * (1 - 1e-12) &&
      Number.isInteger((rounded * size) / next.size)
    ) {
      return { text: timeText((rounded * size) / next.size, next.name), value: rounded * size };
    }
    return { text: timeText(rounded, name), value: rounded * size };
  },
  margin(width, beside) {
    const { name, size } = TIMES[beside === 0 ? timeUnit(width) : timeUnit(beside)];
    const amount = widthAt(width / size);
    return { text: timeText(amount, name), value: amount * size };
  },
};

/** Beyond this a percentage is a row of nines that nobody counts. */
const TOO_MANY_NINES = 1e-15;

/** `¹²`, `⁻⁷`. */
export function superscript(whole: number): string {
  return [...String(whole)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('');
}

/** `2.5 × 10⁻⁷`, to three digits. */
export function scientific(value: number): string {
  const [digits, exponent] = value.toExponential(2).split('e');
  const power = superscript(Number(exponent));
  return Number(digits) === 1 ? `10${power}` : `${Number(digits)} × 10${power}`;
}

/** A share from what it lacks to 1. */
function fromAbove(down: number, shown: Shown): Printed {
  const opposite = { nearest: 'nearest', down: 'up', up: 'down' } as const;
  const place = placeOf(down * 100, shown, 1 / 100);
  const left = wholeAt(down * 100, place, opposite[shown.direction]);
  const value = 1 - roundAt(down * 100, place, opposite[shown.direction]) / 100;
  if (down < TOO_MANY_NINES)
    return { text: `1 − ${scientific(roundAt(down, place - 2, opposite[shown.direction]))}`, value };
  const places = Math.max(0, -place);
  const digits = (10n ** BigInt(places + 2) - BigInt(left) * 10n ** BigInt(Math.max(0, place)))
    .toString()
    .padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return { text: `${text}%`, value };
}

/** Shares in percent; their digits count from 100% or from 0, whichever is nearer, and less than all is never 100%. */
export const SHARE_SCALE: Scale = {
  print: (share, shown) => (share > 0.5 && share < 1 ? fromAbove(complement(share), shown) : percentage(share, shown)),
  margin(width) {
    const amount = widthAt(width * 100);
    return { text: `${plainDigits(amount)}%`, value: amount / 100 };
  },
};

function percentage(share: number, shown: Shown): Printed {
  if (share === 0 || share === 1) return { text: `${share * 100}%`, value: share };
  const rounded = roundAt(share * 100, placeOf(share * 100, shown, 1 / 100), shown.direction);
  return { text: `${plainDigits(rounded)}%`, value: rounded / 100 };
}

/** The unavailability is given, because it has digits that the availability has lost. */
export function printShare(down: number, shown: Shown): Printed {
  return down > 0 && down < 0.5 ? fromAbove(down, shown) : SHARE_SCALE.print(1 - down, shown);
}

export const NUMBER_SCALE: Scale = {
  print(value, shown) {
    const rounded = value === 0 ? 0 : roundAt(value, placeOf(value, shown), shown.direction);
    return { text: plainDigits(rounded), value: rounded };
  },
  margin(width) {
    const amount = widthAt(width);
    return { text: plainDigits(amount), value: amount };
  },
};

/** Differences of shares, in percentage points. */
export const POINTS_SCALE: Scale = {
  print(value, shown) {
    const { text, value: points } = NUMBER_SCALE.print(value * 100, { ...shown, half: shown.half * 100 });
    return { text: `${text} points`, value: points / 100 };
  },
  margin(width) {
    const { text, value } = NUMBER_SCALE.margin(width * 100, 0);
    return { text: `${text} points`, value: value / 100 };
  },
};

/** Money to the whole from a hundred on, to the cent from one; the currency is a code of three letters, or nothing. */
export function moneyScale(currency: string): Scale {
  const text = (amount: number) => {
    const cents =
      Math.abs(amount) >= 1 && !Number.isInteger(amount)
        ? `${amount < 0 ? '−' : ''}${group(Math.abs(amount).toFixed(2))}`
        : plainDigits(amount);
    return `${cents} ${currency}`.trimEnd();
  };
  const finest = (amount: number) =>
    Math.abs(amount) >= 99.995 ? 0 : Math.abs(amount) >= 0.995 ? -2 : magnitude(amount) - 1;
  return {
    print(amount, shown) {
      const rounded =
        amount === 0 ? 0 : roundAt(amount, Math.max(finest(amount), placeOf(amount, shown)), shown.direction);
      return { text: text(rounded), value: rounded };
    },
    margin(width) {
      const amount = widthAt(width);
      return { text: text(amount), value: amount };
    },
  };
}
