/**
 * x^y through a logarithm carried in two doubles.
 *
 * Ported from fdlibm: e_pow.c, for x > 0.
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that
 * this notice is preserved.
 */
import { DOUBLE, HIGH, LOW, WORDS, scaleByPowerOfTwo, upperHalf } from './bits.ts';

const LG2 = 6.93147180559945286227e-1;
const LG2_HIGH = 6.93147182464599609375e-1;
const LG2_LOW = -1.90465429995776804525e-9;
/** 2 / (3 ln 2), and its parts. */
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
const INVERSE_LN2 = 1.442695040888963387;
const INVERSE_LN2_HIGH = 1.44269502162933349609;
const INVERSE_LN2_LOW = 1.92596299112661746887e-8;
/** log2(1.5) in two parts. */
const LOG2_THREE_HALVES_HIGH = 5.84962487220764160156e-1;
const LOG2_THREE_HALVES_LOW = 1.35003920212974897128e-8;

/** log2(x) as the sum of two, the first with the lower half of its bits clear: nothing is allocated for it. */
const LOG2 = new Float64Array(2);

/** x^y for x > 0 (0 and Infinity by their limits, x < 0 gives NaN). Error below 1 ulp. */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (!(x > 0) || x === Infinity || y !== y) return atLimit(x, y);
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (Math.abs(y) > 2147483648) {
    // Only an x this close to 1 neither overflows nor underflows.
    if (Math.abs(x - 1) > 9.5367431640625e-7 || Math.abs(y) > 1.8446744073709552e19) {
      return x < 1 === y > 0 ? 0 : Infinity;
    }
    setLog2NearOne(x - 1);
  } else {
    setLog2(x);
  }
  const yHigh = upperHalf(y);
  const low = (y - yHigh) * LOG2[0] + y * LOG2[1];
  const high = yHigh * LOG2[0];
  const z = low + high;
  if (z >= 1024) return Infinity;
  if (z <= -1075) return 0;
  return powerOfTwo(high, low);
}

/** log2(1 + t), by its series. */
function setLog2NearOne(t: number): void {
  const w = t * t * (0.5 - t * (0.33333333333333333 - t * 0.25));
  const u = INVERSE_LN2_HIGH * t;
  const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
  LOG2[0] = upperHalf(u + v);
  LOG2[1] = v - (LOG2[0] - u);
}

function setLog2(x: number): void {
  let n = -1023;
  if (x < 2.2250738585072014e-308) {
    x *= 9007199254740992;
    n -= 53;
  }
  DOUBLE[0] = x;
  let ix = WORDS[HIGH];
  n += ix >>> 20;
  const fraction = ix & 0xfffff;
  ix = fraction | 0x3ff00000;
  let nearThreeHalves = 0;
  if (fraction >= 0xbb67a) {
    n += 1;
    ix -= 0x100000;
  } else if (fraction > 0x3988e) {
    nearThreeHalves = 1;
  }
  WORDS[HIGH] = ix;
  const a = DOUBLE[0];
  const base = nearThreeHalves === 0 ? 1 : 1.5;

  // s = (a - base) / (a + base), in two parts
  const u = a - base;
  const v = 1 / (a + base);
  const s = u * v;
  const sHigh = upperHalf(s);
  WORDS[HIGH] = ((ix >> 1) | 0x20000000) + 0x80000 + (nearThreeHalves << 18);
  WORDS[LOW] = 0;
  const sumHigh = DOUBLE[0];
  const sLow = v * (u - sHigh * sumHigh - sHigh * (a - (sumHigh - base)));

  let s2 = s * s;
  let r =
    s2 *
    s2 *
    (5.99999999999994648725e-1 +
      s2 *
        (4.28571428578550184252e-1 +
          s2 *
            (3.33333329818377432918e-1 +
              s2 * (2.72728123808534006489e-1 + s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1)))));
  r += sLow * (sHigh + s);
  s2 = sHigh * sHigh;
  const tHigh = upperHalf(3 + s2 + r);
  const tLow = r - (tHigh - 3 - s2);
  const product = sHigh * tHigh;
  const rest = sLow * tHigh + tLow * s;
  const pHigh = upperHalf(product + rest);
  const pLow = rest - (pHigh - product);
  const zHigh = CP_HIGH * pHigh;
  const zLow = CP_LOW * pHigh + pLow * CP + nearThreeHalves * LOG2_THREE_HALVES_LOW;
  const baseHigh = nearThreeHalves * LOG2_THREE_HALVES_HIGH;
  LOG2[0] = upperHalf(zHigh + zLow + baseHigh + n);
  LOG2[1] = zLow - (LOG2[0] - n - baseHigh - zHigh);
}

/** 2^(high + low). */
function powerOfTwo(high: number, low: number): number {
  const z = low + high;
  const n = Math.abs(z) > 0.5 ? Math.floor(z + 0.5) : 0;
  const rest = high - n;
  const t = upperHalf(low + rest);
  const u = t * LG2_HIGH;
  const v = (low - (t - rest)) * LG2 + t * LG2_LOW;
  const e = u + v;
  const w = v - (e - u);
  const e2 = e * e;
  const c =
    e -
    e2 *
      (1.66666666666666019037e-1 +
        e2 *
          (-2.77777777770155933842e-3 +
            e2 * (6.61375632143793436117e-5 + e2 * (-1.6533902205465251539e-6 + e2 * 4.13813679705723846039e-8))));
  return scaleByPowerOfTwo(1 - ((e * c) / (c - 2) - (w + e * w) - e), n);
}

function atLimit(x: number, y: number): number {
  if (!(x >= 0) || y !== y) return NaN;
  return (x === 0) === y > 0 ? 0 : Infinity;
}
