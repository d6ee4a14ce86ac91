import { ln, log1p } from '../elementary.ts';

const LN_SQRT_TWO_PI = 0.91893853320467274178;

/** B(2k) / (2k (2k-1)), k = 1... : Stirling's series (Abramowitz & Stegun 1964, 6.1.40). */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
  -174611 / 125400,
];

/**
 * What Stirling's formula leaves out: ln Γ(x + 1) - ((x + 1/2) ln x - x + ln sqrt(2π)), for x > 0.
 * Catherine Loader's `stirlerr` (2000, "Fast and accurate computation of binomial probabilities").
 */
export function stirlingError(x: number): number {
  if (x < 10) return lnGamma1p(x) - ((x + 0.5) * ln(x) - x + LN_SQRT_TWO_PI);
  return stirlingSeries(x);
}

/** ln Γ(x) for x > 0; absolute error a few 1e-15 below x = 10, relative a few 1e-16 above. */
export function lnGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return x;
  if (x >= 10) return (x - 0.5) * ln(x) - x + LN_SQRT_TWO_PI + stirlingSeries(x);
  return x < 1 ? lnGamma1p(x) - ln(x) : lnGamma1p(x - 1);
}

/** ln Γ(1 + x) for x >= -1/2; relative error small down to x = 0, where it vanishes. */
export function lnGamma1p(x: number): number {
  if (x >= 9) return lnGamma(x + 1);
  let rest = x;
  let product = 1;
  while (rest > 1.5) {
    product *= rest;
    rest -= 1;
  }
  const shift = product === 1 ? 0 : ln(product);
  return (rest > 0.5 ? lnGamma2p(rest - 1) : lnGamma2p(rest) - log1p(rest)) + shift;
}

/** ζ(k) - 1 for k = 2, 3, ... (Abramowitz & Stegun 1964, table 23.3). */
const ZETA_MINUS_1 = zetaTable(52);
const EULER = 0.57721566490153286061;

/** ln Γ(2 + z), |z| <= 1/2: (1 - γ) z + Σ (-1)^k (ζ(k) - 1) z^k / k (Abramowitz & Stegun 1964, 6.1.33). */
function lnGamma2p(z: number): number {
  let sum = 0;
  for (let k = ZETA_MINUS_1.length + 1; k >= 2; k--) {
    const term = ZETA_MINUS_1[k - 2] / k;
    sum = (k % 2 === 0 ? term : -term) + z * sum;
  }
  return z * (1 - EULER + z * sum);
}

/** Euler–Maclaurin (same, 23.2) after N = 15 terms: exact operations only, good to the last digit or two. */
function zetaTable(last: number): Float64Array {
  const N = 15;
  const table = new Float64Array(last - 1);
  for (let k = 2; k <= last; k++) {
    // N^(1-k)/(k-1) + N^-k/2 + k N^-(k+1)/12 - k(k+1)(k+2) N^-(k+3)/720 + ...
    let power = 1;
    for (let i = 0; i < k; i++) power /= N;
    let sum = (power * N) / (k - 1) + power / 2;
    let term = (k * power) / N;
    for (const [j, bernoulli] of [
      1 / 12,
      -1 / 720,
      1 / 30240,
      -1 / 1209600,
      1 / 47900160,
      -691 / 1307674368000,
    ].entries()) {
      sum += bernoulli * term;
      term *= ((k + 2 * j + 1) * (k + 2 * j + 2)) / (N * N);
    }
    for (let n = N - 1; n >= 2; n--) {
      let inverse = 1;
      for (let i = 0; i < k; i++) inverse /= n;
      sum += inverse;
    }
    table[k - 2] = sum;
  }
  return table;
}

function stirlingSeries(x: number): number {
  const inverse = 1 / x;
  const inverse2 = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = STIRLING[k] + inverse2 * sum;
  return sum * inverse;
}
