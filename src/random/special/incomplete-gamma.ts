/**
 * The regularized incomplete gamma functions P(a, x) and Q = 1 - P, and the inverse of P.
 * Each is computed on its own side, so that small tails keep their digits.
 */
import { exp, ln } from '../elementary.ts';
import { deviance, poissonDensity } from './densities.ts';
import { lnGamma1p } from './gamma-function.ts';
import { invertTail } from './invert.ts';
import { normalQuantile, normalUpper } from './normal.ts';

/** From here on the uniform expansion is exact to double precision, and the series would be long. */
const LARGE_SHAPE = 1e6;

/** P(a, x): the distribution function of gamma(shape a, scale 1). a > 0, x >= 0. */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (a >= LARGE_SHAPE) return uniformExpansion(a, x, -1);
  return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
}

/** Q(a, x) = 1 - P(a, x). */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (a >= LARGE_SHAPE) return uniformExpansion(a, x, 1);
  return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x);
}

/** The x with P(a, x) = p: 0 for p = 0, Infinity for p = 1. Half the chi-square quantile of 2a degrees. */
export function gammaQuantile(a: number, p: number): number {
  if (!(p > 0)) return p === 0 ? 0 : NaN;
  if (p >= 1) return p === 1 ? Infinity : NaN;
  // Below, P(a, x) <= x^a / Γ(a+1): the start that is exact far down.
  const small = (ln(p) + lnGamma1p(a)) / a;
  if (small < -700) return exp(small);
  // Wilson & Hilferty 1931
  const cube = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  const guess = a > 0.5 && cube > 0.1 ? ln(a) + 3 * ln(cube) : small;
  const u = invertTail(
    (at, lower, out) => {
      const x = exp(at);
      out.tail = lower ? gammaLower(a, x) : gammaUpper(a, x);
      out.slope = a * poissonDensity(a, x);
    },
    p,
    -745,
    709,
    guess,
  );
  return exp(u);
}

/** P by its power series (Abramowitz & Stegun 1964, 6.5.29): fast for x < a + 1. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 100000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum * poissonDensity(a, x);
}

/** Q by its continued fraction (same, 6.5.31), evaluated by the modified Lentz method. */
function continuedFraction(a: number, x: number): number {
  const density = poissonDensity(a, x);
  if (density === 0) return 0;
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 100000; n++) {
    const coefficient = n * (a - n);
    b += 2;
    d = 1 / (b + coefficient * d);
    c = b + coefficient / c;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 2.3e-16) break;
  }
  return density * a * h;
}

/**
 * Temme's uniform expansion (1979, "The asymptotic expansion of the incomplete gamma functions",
 * SIAM J. Math. Anal. 10:757-766): the normal tail of η sqrt(a) and a correction, η²/2 = λ - 1 - ln λ,
 * λ = x/a. For a >= 1e6, |η| beyond 0.1 is more than 100 standard deviations out, and nothing.
 * side: 1 for Q, -1 for P.
 */
function uniformExpansion(a: number, x: number, side: number): number {
  const half = deviance(a, x) / a;
  const size = Math.sqrt(2 * half);
  const eta = x < a ? -size : size;
  const main = normalUpper(side * eta * Math.sqrt(a));
  if (size > 0.1) return main;
  const c0 = -1 / 3 + eta * (1 / 12 + eta * (-2 / 135 + eta * (1 / 864 + eta * (1 / 2835 + eta * (-139 / 777600)))));
  const c1 = -1 / 540 + eta * (-1 / 288 + eta * (1 / 378));
  const correction = (exp(-a * half) / Math.sqrt(6.283185307179586 * a)) * (c0 + c1 / a);
  return main + side * correction;
}
