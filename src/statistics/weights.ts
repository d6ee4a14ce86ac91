/**
 * Exact sums of weights, so that any grouping and order of the same ones gives the same bits. A sum is a whole number
 * and two parts below it, in units of 2^-52 and of 2^-104, each below one unit of the next: the one such form of its
 * value. What a weight has below 2^-104 is cut off. The sum is kept as the double nearest to it, where it is read like
 * any count, and its two parts apart; the whole number follows from these. Sums of ones have no parts.
 */

/** Of two numbers a sum. */
export const PARTS_STRIDE = 2;

const MIDDLE = 1 / 4503599627370496;
const LOW = MIDDLE * MIDDLE;

/** Adds a weight, finite and >= 0, to the sum at `sums[i]` (below 2^50), whose parts are at `parts[j]` and after it. */
export function weightAdd(sums: Float64Array, i: number, parts: Float64Array, j: number, weight: number): void {
  const whole = Math.floor(weight);
  const rest = weight - whole;
  const middle = Math.floor(rest / MIDDLE) * MIDDLE;
  add(sums, i, parts, j, whole, middle, Math.floor((rest - middle) / LOW) * LOW);
}

/** Adds another sum. */
export function weightMerge(
  sums: Float64Array,
  i: number,
  parts: Float64Array,
  j: number,
  from: Float64Array,
  k: number,
  fromParts: Float64Array,
  l: number,
): void {
  add(sums, i, parts, j, wholeOf(from, k, fromParts, l), fromParts[l], fromParts[l + 1]);
}

/** The sum as an integer, in units of 2^-104. */
export function weightInteger(sums: Float64Array, i: number, parts: Float64Array, j: number): bigint {
  const whole = BigInt(wholeOf(sums, i, parts, j));
  return (((whole << 52n) + BigInt(parts[j] / MIDDLE)) << 52n) + BigInt(parts[j + 1] / LOW);
}

/** Each step is exact: multiples of one unit, of which there are less than 2^53. */
function add(
  sums: Float64Array,
  i: number,
  parts: Float64Array,
  j: number,
  whole: number,
  middle: number,
  low: number,
): void {
  let w = wholeOf(sums, i, parts, j) + whole;
  let l = parts[j + 1] + low;
  let m = parts[j];
  if (l >= MIDDLE) {
    l -= MIDDLE;
    m += MIDDLE;
  }
  m += middle;
  if (m >= 1) {
    m -= 1;
    w += 1;
  }
  parts[j] = m;
  parts[j + 1] = l;
  sums[i] = w + (m + l);
}

/** Rounding the sum has not moved it by half. */
function wholeOf(sums: Float64Array, i: number, parts: Float64Array, j: number): number {
  return Math.round(sums[i] - (parts[j] + parts[j + 1]));
}
