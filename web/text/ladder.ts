import type { Amount } from './amount.ts';

/*
 * What a slider can be set to: a ladder of round values, one rung a step, so that a key press and a drag both give
 * a number that one would type. Amounts go from a tenth to ten times where they began, in even ratios; shares go
 * from 0 to 100% with as much room for each further nine as for the one before.
 */

const MANTISSAS = [
  1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.2, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5,
];
const LOW_SHARES = [0, 0.1, 0.2, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 35, 40, 45];
const HIGH_SHARES = [50, 55, 60, 65, 70, 75, 80, 85];
const MISSING = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];

/**
 * Rising; `start` is among them. Integers step by 1.
 * @param least where it ends, in the amount's unit; a start beyond an end is a rung beyond it
 */
export function ladder(
  { value: start, kind }: Pick<Amount, 'value' | 'kind'>,
  least = -Infinity,
  most = Infinity,
): readonly number[] {
  const ends = [least, most].filter(Number.isFinite);
  const rungs =
    kind === 'integer' && most - least <= 300
      ? Array.from({ length: most - least }, (_, i) => least + i)
      : [start, ...ends].flatMap((each) => rungsAround(each, kind));
  return withStart([...rungs.filter((rung) => rung >= least && rung <= most), ...ends], start);
}

function rungsAround(start: number, kind: Amount['kind']): readonly number[] {
  if (kind === 'share') return withStart(shares(), start);
  if (kind === 'integer') return integers(start);
  return withStart(start === 0 ? MANTISSAS : around(start), start);
}

/** The rung that a value is nearest to. */
export function rungOf(rungs: readonly number[], value: number): number {
  let above = rungs.findIndex((rung) => rung >= value);
  if (above < 0) above = rungs.length - 1;
  return above > 0 && value - rungs[above - 1] < rungs[above] - value ? above - 1 : above;
}

function shares(): number[] {
  const high: number[] = [];
  for (let decade = 10; decade >= 1e-4; decade /= 10) {
    for (const part of MISSING.toReversed()) {
      const missing = (decade / 10) * part;
      if (missing >= 1e-4) high.push(clean(100 - missing));
    }
  }
  return [...LOW_SHARES, ...HIGH_SHARES, 90, ...high, 100];
}

function integers(start: number): number[] {
  const [from, to] = start < 0 ? [3 * start, 0] : [start === 0 ? 0 : 1, Math.max(10, 3 * start)];
  // Beyond a few hundred steps single ones cannot be hit, and round ones do.
  if (to - from > 300) return withStart(around(start).map(Math.round), start);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function around(start: number): number[] {
  const size = Math.abs(start);
  const rungs: number[] = [];
  for (let exponent = Math.floor(Math.log10(size)) - 1; exponent <= Math.log10(size) + 1; exponent++) {
    for (const mantissa of MANTISSAS) {
      const rung = clean(mantissa * 10 ** exponent);
      if (rung >= size / 10.000001 && rung <= size * 10.000001) rungs.push(rung);
    }
  }
  return start < 0 ? rungs.map((rung) => -rung) : rungs;
}

function withStart(rungs: readonly number[], start: number): number[] {
  return [...new Set([...rungs, start])].sort((a, b) => a - b);
}

/** Without what binary fractions leave behind: 0.30000000000000004. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
