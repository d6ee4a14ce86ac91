/**
 * The words of a double: one shared buffer through which the elementary functions read and write
 * exponents. Single-threaded by nature; nothing may be left in it across a call.
 */
export const DOUBLE = new Float64Array(1);
export const WORDS = new Uint32Array(DOUBLE.buffer);

DOUBLE[0] = 1;
/** Index in `WORDS` of the sign, exponent and upper 20 bits of the fraction. */
export const HIGH = WORDS[1] === 0x3ff00000 ? 1 : 0;
/** Index in `WORDS` of the lower 32 bits of the fraction. */
export const LOW = 1 - HIGH;

/** x with the lower 32 bits of its fraction cleared: products of two such values are exact. */
export function upperHalf(x: number): number {
  DOUBLE[0] = x;
  WORDS[LOW] = 0;
  return DOUBLE[0];
}

/** y · 2^n for y near 1; gradual underflow rounds once. n from -1076 to 1024. */
export function scaleByPowerOfTwo(y: number, n: number): number {
  if (n > 1023) return y * 2 * 8.98846567431158e307;
  DOUBLE[0] = y;
  if (n >= -1021) {
    WORDS[HIGH] += n << 20;
    return DOUBLE[0];
  }
  WORDS[HIGH] += (n + 1000) << 20;
  return DOUBLE[0] * 9.332636185032189e-302;
}
