import { complement, PLAIN, type Quantity, sameDimension, SECONDS_PER_YEAR, TIME } from '../units/index.ts';
import type { Share } from './share.ts';

/** A value with what it lacks to 1: of a share to all its digits. */
export interface Operand extends Quantity {
  readonly down: number;
}

/** An argument: its value, and its text, for `100%` is an availability where `1` is a count. */
interface Argument extends Operand {
  readonly text: string;
}

/** The words of the nines arithmetic. Every one of them gives an availability, and carries the unavailability. */
export const ARITHMETIC = {
  /** All of them are needed. */
  series: { signature: 'series(A, B, …)', compute: (args: readonly Argument[]) => needAll(some(args, 1)) },
  /** Any one of them will do; `parallel(A, n)` is n copies. */
  parallel: {
    signature: 'parallel(A, B, …) or parallel(A, n)',
    compute: (args: readonly Argument[]) => kOfN(1, copies(args)),
  },
  /** k of them are needed: of n copies of one, or of a list. */
  kofn: {
    signature: 'kofn(k, n, A) or kofn(k, A, B, …)',
    compute: ([k, ...rest]: readonly Argument[]) =>
      kOfN(count(k), copies(rest.length === 2 ? [rest[1], rest[0]] : rest)),
  },
  /** From the mean times up and down. */
  availability: {
    signature: 'availability(MTBF, MTTR)',
    compute: (args: readonly Argument[]) => {
      if (args.length !== 2) throw new ArithmeticFault();
      const [up, down] = args.map(time);
      if (!(up + down > 0)) throw new ArithmeticFault();
      return { up: up / (up + down), down: down / (up + down) };
    },
  },
  /** From the time down a year, or in another period: `downtime(4 min/month)`. */
  downtime: {
    signature: 'downtime(TIME/year)',
    compute: ([down, ...rest]: readonly Argument[]) => {
      if (rest.length > 0) throw new ArithmeticFault();
      return ofUnavailability(sameDimension(down.dimension, TIME) ? down.value / SECONDS_PER_YEAR : down.value);
    },
  },
  /** `nines(3.5)`, or `3.5 nines`: 1 − 10^−3.5. */
  nines: {
    signature: 'nines(N)',
    compute: ([n, ...rest]: readonly Argument[]) => {
      if (rest.length > 0 || !isPlain(n)) throw new ArithmeticFault();
      return ofUnavailability(10 ** -n.value);
    },
  },
} as const;

export type ArithmeticName = keyof typeof ARITHMETIC;

/** The arguments do not fit the function; whoever called knows which one it was. */
export class ArithmeticFault extends Error {}

function ofUnavailability(down: number): Share {
  return { up: complement(down), down };
}

function needAll(shares: readonly Share[]): Share {
  return shares.reduce((all, each) => ({ up: all.up * each.up, down: all.down + all.up * each.down }), {
    up: 1,
    down: 0,
  });
}

/**
 * Chance that at least k are up, each independently, and that fewer are: each is a sum of chances, so that neither
 * loses digits.
 */
export function kOfN(k: number, shares: readonly Share[]): Share {
  const allowed = shares.length - k;
  if (allowed < 0) throw new ArithmeticFault();
  const chances = [1, ...shares.map(() => 0)];
  shares.forEach(({ up, down }, seen) => {
    for (let i = seen + 1; i > 0; i--) chances[i] = chances[i] * up + chances[i - 1] * down;
    chances[0] *= up;
  });
  const sum = (terms: readonly number[]) => terms.reduce((all, each) => all + each, 0);
  const [enough, tooMany] = [sum(chances.slice(0, allowed + 1)), sum(chances.slice(allowed + 1))];
  // The larger one from the smaller: a sum of many terms may come to a little more than 1.
  return tooMany < enough ? { up: 1 - tooMany, down: tooMany } : { up: enough, down: 1 - enough };
}

const MOST_COPIES = 1000;

/** `A, n` is n times A; everything else a list of availabilities. */
function copies(args: readonly Argument[]): Share[] {
  if (args.length === 2 && isCount(args[1])) {
    const n = count(args[1]);
    if (n > MOST_COPIES) throw new ArithmeticFault();
    return Array.from({ length: n }, () => availability(args[0]));
  }
  return some(args, 1);
}

function some(args: readonly Argument[], least: number): Share[] {
  if (args.length < least) throw new ArithmeticFault();
  return args.map(availability);
}

function availability(argument: Argument): Share {
  if (!isPlain(argument) || argument.value < 0 || argument.value > 1) throw new ArithmeticFault();
  return { up: argument.value, down: Math.max(0, argument.down) };
}

function isCount(argument: Argument): boolean {
  return isPlain(argument) && Number.isInteger(argument.value) && argument.value >= 1 && !argument.text.includes('%');
}

function count(argument: Argument | undefined): number {
  if (argument === undefined || !isCount(argument)) throw new ArithmeticFault();
  return argument.value;
}

function time(argument: Argument): number {
  if (!sameDimension(argument.dimension, TIME) || argument.value < 0) throw new ArithmeticFault();
  return argument.value;
}

function isPlain(argument: Argument | undefined): argument is Argument {
  return argument !== undefined && sameDimension(argument.dimension, PLAIN);
}
