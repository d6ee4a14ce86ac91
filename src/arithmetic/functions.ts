import { PLAIN, type Quantity, sameDimension, SECONDS_PER_YEAR, TIME } from '../units/index.ts';

/** An argument: its value, and its text, for `100%` is an availability where `1` is a count. */
export interface Argument extends Quantity {
  readonly text: string;
}

/** The words of the nines arithmetic. Every one of them gives an availability, and thinks in unavailabilities. */
export const ARITHMETIC = {
  /** All of them are needed. */
  series: { signature: 'series(A, B, …)', compute: (args: readonly Argument[]) => needAll(some(args, 1)) },
  /** Any one of them will do; `parallel(A, n)` is n copies. */
  parallel: { signature: 'parallel(A, B, …) or parallel(A, n)', compute: (args: readonly Argument[]) => kOfN(1, copies(args)) },
  /** k of them are needed: of n copies of one, or of a list. */
  kofn: {
    signature: 'kofn(k, n, A) or kofn(k, A, B, …)',
    compute: ([k, ...rest]: readonly Argument[]) => kOfN(count(k), copies(rest.length === 2 ? [rest[1], rest[0]] : rest)),
  },
  /** From the mean times up and down. */
  availability: {
    signature: 'availability(MTBF, MTTR)',
    compute: (args: readonly Argument[]) => {
      if (args.length !== 2) throw new ArithmeticFault();
      const [up, down] = args.map(time);
      if (!(up + down > 0)) throw new ArithmeticFault();
      return up / (up + down);
    },
  },
  /** From the time down a year, or in another period: `downtime(4 min/month)`. */
  downtime: {
    signature: 'downtime(TIME/year)',
    compute: ([down, ...rest]: readonly Argument[]) => {
      if (rest.length > 0) throw new ArithmeticFault();
      return 1 - (sameDimension(down.dimension, TIME) ? down.value / SECONDS_PER_YEAR : down.value);
    },
  },
  /** `nines(3.5)`, or `3.5 nines`: 1 − 10^−3.5. */
  nines: {
    signature: 'nines(N)',
    compute: ([n, ...rest]: readonly Argument[]) => {
      if (rest.length > 0 || !isPlain(n)) throw new ArithmeticFault();
      return 1 - 10 ** -n.value;
    },
  },
} as const;

export type ArithmeticName = keyof typeof ARITHMETIC;

/** The arguments do not fit the function; whoever called knows which one it was. */
export class ArithmeticFault extends Error {}

function needAll(availabilities: readonly number[]): number {
  return availabilities.reduce((product, a) => product * a, 1);
}

/** Chance that at least k are up, each independently. Counts those down, so that small numbers keep their digits. */
export function kOfN(k: number, availabilities: readonly number[]): number {
  const allowed = availabilities.length - k;
  if (allowed < 0) throw new ArithmeticFault();
  // tooMany is added up from terms that are each small where availabilities are near 1.
  const down = [1, ...availabilities.map(() => 0)];
  availabilities.forEach((a, seen) => {
    for (let i = seen + 1; i > 0; i--) down[i] = down[i] * a + down[i - 1] * (1 - a);
    down[0] *= a;
  });
  const tooMany = down.slice(allowed + 1).reduce((sum, p) => sum + p, 0);
  return 1 - tooMany;
}

const MOST_COPIES = 1000;

/** `A, n` is n times A; everything else a list of availabilities. */
function copies(args: readonly Argument[]): number[] {
  if (args.length === 2 && isCount(args[1])) {
    const n = count(args[1]);
    if (n > MOST_COPIES) throw new ArithmeticFault();
    return Array.from({ length: n }, () => availability(args[0]));
  }
  return some(args, 1);
}

function some(args: readonly Argument[], least: number): number[] {
  if (args.length < least) throw new ArithmeticFault();
  return args.map(availability);
}

function availability(argument: Argument): number {
  if (!isPlain(argument) || argument.value < 0 || argument.value > 1) throw new ArithmeticFault();
  return argument.value;
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
