/**
 * Poisson and binomial densities at real arguments, by the saddle-point form of Loader (2000, "Fast
 * and accurate computation of binomial probabilities"): no difference of large logarithms.
 */
import { exp, ln } from '../elementary.ts';
import { stirlingError } from './gamma-function.ts';

const TWO_PI = 6.283185307179586;

/** x ln(x/m) + m - x for x, m > 0: the deviance. x - m may be given where it is known better. */
export function deviance(x: number, m: number, difference = x - m): number {
  if (Math.abs(difference) < 0.1 * (x + m)) {
    const v = difference / (x + m);
    const v2 = v * v;
    let sum = difference * v;
    let power = 2 * x * v;
    for (let j = 3; j < 1000; j += 2) {
      power *= v2;
      const next = sum + power / j;
      if (next === sum) return sum;
      sum = next;
    }
    return sum;
  }
  return x * ln(x / m) - difference;
}

/** m^x e^-m / Γ(x + 1), x >= 0, m > 0. */
export function poissonDensity(x: number, m: number): number {
  if (x === 0) return exp(-m);
  return exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(TWO_PI * x);
}

/** Γ(n+1) / (Γ(x+1) Γ(rest+1)) p^x q^rest, n = x + rest, both > 0; q = 1 - p is given for its digits. */
export function binomialDensity(x: number, rest: number, p: number, q: number): number {
  const n = x + rest;
  // x - np = nq - rest: from the smaller of p and q, for the other is rounded to a multiple of 1e-16.
  const difference = p < q ? x - n * p : n * q - rest;
  const error =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(rest) -
    deviance(x, n * p, difference) -
    deviance(rest, n * q, -difference);
  return exp(error) * Math.sqrt(n / (TWO_PI * x * rest));
}
