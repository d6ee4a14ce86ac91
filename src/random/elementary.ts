/**
 * Elementary functions from IEEE additions, multiplications and divisions only, so that every
 * JavaScript engine gives the same bits (`Math.log` and its like may differ in the last digit).
 * Error below 1 ulp. No checks: outside their domain they return NaN or an infinity, as Math does.
 *
 * Ported from fdlibm: e_log.c, e_exp.c, s_expm1.c, s_log1p.c.
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and
 * distribute this software is freely granted, provided that this notice is preserved.
 */
import { DOUBLE, HIGH, WORDS, scaleByPowerOfTwo } from './bits.ts';

export { power } from './power.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const HALF_LN2 = 0.34657359027997264;
const THREE_HALVES_LN2 = 1.0397207708399179;
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;

const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/** Natural logarithm. ln(0) is -Infinity, ln of a negative number NaN. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = -1023;
  if (x < 2.2250738585072014e-308) {
    k -= 54;
    x *= 18014398509481984;
  }
  // x = 2^k (1 + f) with sqrt(2)/2 < 1 + f < sqrt(2)
  DOUBLE[0] = x;
  let hx = WORDS[HIGH];
  k += hx >>> 20;
  hx &= 0xfffff;
  const up = (hx + 0x95f64) & 0x100000;
  WORDS[HIGH] = hx | (up ^ 0x3ff00000);
  k += up >>> 20;
  const f = DOUBLE[0] - 1;

  if ((0xfffff & (2 + hx)) < 3) {
    if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
  if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
    const h = 0.5 * f * f;
    return k === 0 ? f - (h - s * (h + r)) : k * LN2_HIGH - (h - (s * (h + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** e^x. */
export function exp(x: number): number {
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const size = Math.abs(x);
  let k = 0;
  let high = x;
  let low = 0;
  if (size > HALF_LN2) {
    // |x - k ln 2| <= ln(2) / 2, kept in two parts
    k = size < THREE_HALVES_LN2 ? (x < 0 ? -1 : 1) : (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    x = high - low;
  } else if (size < 3.7252902984619140625e-9) {
    return 1 + x;
  }
  const t = x * x;
  const c =
    x -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  return scaleByPowerOfTwo(1 - (low - (x * c) / (2 - c) - high), k);
}

/** e^x - 1, without cancellation near 0. */
export function expm1(x: number): number {
  if (x > OVERFLOW) return Infinity;
  if (x < -38.816242) return -1;
  const size = Math.abs(x);
  let k = 0;
  let correction = 0;
  if (size > HALF_LN2) {
    k = size < THREE_HALVES_LN2 ? (x < 0 ? -1 : 1) : (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    x = high - low;
    correction = high - x - low;
  } else if (size < 5.5511151231257827e-17) {
    return x;
  }
  const half = 0.5 * x;
  const square = x * half;
  const r =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square *
              (-7.93650757867487942473e-5 +
                square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7))));
  const t = 3 - r * half;
  let e = square * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - square);
  e = x * (e - correction) - correction - square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - x), k) - 1;
  const tiny = scaleByPowerOfTwo(1, -k);
  if (k < 20) return scaleByPowerOfTwo(1 - tiny - (e - x), k);
  return scaleByPowerOfTwo(x - (e + tiny) + 1, k);
}

/** ln(1 + x), without cancellation near 0. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  let f = x;
  let correction = 0;
  if (!(x > -0.2929 && x < 0.41422)) {
    const u = 1 + x;
    DOUBLE[0] = u;
    const fraction = WORDS[HIGH] & 0xfffff;
    k = (WORDS[HIGH] >>> 20) - 1023;
    // What the rounding of 1 + x lost, relative to it.
    correction = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    if (fraction < 0x6a09e) {
      WORDS[HIGH] = fraction | 0x3ff00000;
    } else {
      k += 1;
      WORDS[HIGH] = fraction | 0x3fe00000;
    }
    f = DOUBLE[0] - 1;
  } else if (Math.abs(x) < 1.862645149230957e-9) {
    return x - x * x * 0.5;
  }
  const h = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  if (k === 0) return f - (h - s * (h + r));
  return k * LN2_HIGH - (h - (s * (h + r) + (k * LN2_LOW + correction)) - f);
}
