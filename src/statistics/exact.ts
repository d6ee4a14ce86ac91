/**
 * Exact sums of doubles: a wide fixed-point number in base 2^32, whose digits are kept in doubles.
 * Digits are added without carrying, so adding and merging are element-wise and lose nothing, and
 * any grouping and order of the same numbers gives the same sum to the last bit (the idea of the
 * superaccumulator: Neal 2015, "Fast exact summation using small and large superaccumulators").
 */
import { scaleByPowerOfTwo } from '../random/bits.ts';

/**
 * Limbs a sum takes: limb i counts units of 2^(32 i - 128), so numbers from 2^-128 up to below 2^128
 * are covered; what a number has below 2^-128 is cut off. The last limb is not bounded by 2^32: sums
 * may go up to 2^148.
 */
export const EXACT_LIMBS = 8;

/**
 * How many `exactAdd`s (2^20) a sum bears between two `exactNormalize`s: each adds less than 2^32 to a limb
 * (in size), and a limb is exact up to 2^53.
 */
export const EXACT_ADDS = 1048576;

const BASE = 4294967296;
const INVERSE_BASE = 1 / BASE;
/** The unit of each limb, and its inverse: powers of two, so that multiplying by them is exact. */
const UNIT = Float64Array.from({ length: EXACT_LIMBS }, (_, i) => scaleByPowerOfTwo(1, 32 * i - 128));
const INVERSE_UNIT = UNIT.map((unit) => 1 / unit);

/** Adds x (finite, |x| < 2^128, either sign) to the sum at `limbs[offset ...]`. */
export function exactAdd(limbs: Float64Array, offset: number, x: number): void {
  const size = Math.abs(x);
  let i = EXACT_LIMBS - 1;
  while (i > 0 && size < UNIT[i]) i--;
  // 53 bits touch three limbs at most; what is left after them is below 2^-128.
  let rest = x;
  for (const last = Math.max(i - 2, 0); i >= last && rest !== 0; i--) {
    const digit = Math.trunc(rest * INVERSE_UNIT[i]);
    limbs[offset + i] += digit;
    rest -= digit * UNIT[i];
  }
}

/** 2^27 + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134217729;

/** Adds a b: its double, and what rounding lost. Counts as two additions. */
export function exactAddProduct(limbs: Float64Array, offset: number, a: number, b: number): void {
  const product = a * b;
  exactAdd(limbs, offset, product);
  exactAdd(limbs, offset, lostByRounding(a, b, product));
}

/** Exactly a b - product, of which product is the double (Dekker 1971). */
export function lostByRounding(a: number, b: number, product: number): number {
  const c = SPLITTER * a;
  const highA = c - (c - a);
  const lowA = a - highA;
  const d = SPLITTER * b;
  const highB = d - (d - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/**
 * Carries, so that every limb but the last is in [0, 2^32) and the last takes the sign: the one such
 * form of its value, so equal sums have equal limbs.
 */
export function exactNormalize(limbs: Float64Array, offset: number): void {
  for (let i = offset; i < offset + EXACT_LIMBS - 1; i++) {
    const carry = Math.floor(limbs[i] * INVERSE_BASE);
    limbs[i] -= carry * BASE;
    limbs[i + 1] += carry;
  }
}

/** The sum as an integer, in units of 2^-128: for exact arithmetic on it. Need not be normalized. */
export function exactInteger(limbs: Float64Array, offset: number): bigint {
  let sum = 0n;
  for (let i = EXACT_LIMBS - 1; i >= 0; i--) sum = (sum << 32n) + BigInt(limbs[offset + i]);
  return sum;
}

/** The double nearest to the sum: rounded once. Need not be normalized. */
export function exactValue(limbs: Float64Array, offset: number): number {
  // Number(bigint) rounds to the nearest double, ties to even, in every engine.
  return Number(exactInteger(limbs, offset)) * UNIT[0];
}
