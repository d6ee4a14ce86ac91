/**
 * The regularized incomplete beta function I_x(a, b), the distribution function of beta(a, b), and
 * its inverse. x and y = 1 - x are both given, so that neither end of [0, 1] loses digits.
 */
import { binomialDensity } from './densities.ts';
import { invertTail, logistic } from './invert.ts';

/** I_x(a, b) with y = 1 - x; a, b > 0, x in [0, 1]. */
export function betaLower(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x * (a + b + 2) < a + 1 ? fraction(a, b, x, y) : 1 - fraction(b, a, y, x);
}

/** The x with I_x(a, b) = p: 0 for p = 0, 1 for p = 1. */
export function betaQuantile(a: number, b: number, p: number): number {
  if (!(p > 0)) return p === 0 ? 0 : NaN;
  if (p >= 1) return p === 1 ? 1 : NaN;
  // On the logistic scale both ends are far away and the search is well conditioned.
  const u = invertTail(
    (at, lower, out) => {
      const x = logistic(at);
      const y = logistic(-at);
      out.tail = lower ? betaLower(a, b, x, y) : betaLower(b, a, y, x);
      out.slope = betaScale(a, b, x, y);
    },
    p,
    -740,
    740,
    0,
  );
  return logistic(u);
}

/** x^a y^b / B(a, b) */
function betaScale(a: number, b: number, x: number, y: number): number {
  return ((a * b) / (a + b)) * binomialDensity(a, b, x, y);
}

/**
 * The continued fraction of DiDonato & Morris (1992, "Algorithm 708", ACM TOMS 18:360-373), by the
 * modified Lentz method. Fast for x < (a+1)/(a+b+2), where its terms do not cancel.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const scale = betaScale(a, b, x, y);
  if (scale === 0) return 0;
  // a - (a + b) x, from the smaller of x and y
  const lambda = x <= y ? a - (a + b) * x : (a + b) * y - b;
  let f = (a * (lambda + 1)) / (a + 1);
  let c = f;
  let d = 0;
  for (let n = 1; n < 1000000; n++) {
    const odd = a + 2 * n - 1;
    const alpha = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
    const beta = n + (n * (b - n) * x) / odd + ((a + n) * (lambda + 1 + n * (1 + y))) / (odd + 2);
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    const factor = c * d;
    f *= factor;
    if (Math.abs(factor - 1) < 4.5e-16) break;
  }
  return scale / f;
}
