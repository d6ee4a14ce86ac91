import { exp, ln } from '../elementary.ts';

/** The 95th percentile of the standard normal distribution. */
export const NORMAL_P95 = 1.6448536269514722;

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Φ(x): the standard normal distribution function. Small lower tails keep their digits. */
export function normalCdf(x: number): number {
  return normalUpper(-x);
}

/** 1 - Φ(x), with the digits of a small upper tail. */
export function normalUpper(x: number): number {
  if (x < 0) return 1 - normalUpper(-x);
  if (x > 39) return 0;
  const density = INVERSE_SQRT_TWO_PI * expHalfSquare(x);
  if (x < 2) {
    // Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/15 + ...) (Abramowitz & Stegun 1964, 26.2.11)
    let term = x;
    let sum = x;
    for (let n = 3; term > 1e-17 * sum; n += 2) {
      term *= (x * x) / n;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  // Q(x) = φ(x) / (x + 1/(x + 2/(x + 3/(x + ...)))) (same, 26.2.14), from the back
  let fraction = x;
  for (let n = Math.floor(8 + 720 / (x * x)); n >= 1; n--) fraction = x + n / fraction;
  return density / fraction;
}

/** e^(-x²/2), x² in two parts: far out, its rounding would cost digits. */
function expHalfSquare(x: number): number {
  const head = Math.floor(x * 16) / 16;
  return exp(-0.5 * head * head) * exp(-0.5 * (x - head) * (x + head));
}

/**
 * The x with Φ(x) = p: -Infinity at 0, Infinity at 1. Relative error about 1e-16 (Wichura 1988,
 * "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37:477-484).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const x = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -x : x;
}

interface Ratio {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

const CENTRE: Ratio = {
  numerator: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  denominator: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561,
  ],
};
const MIDDLE: Ratio = {
  numerator: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  denominator: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const FAR: Ratio = {
  numerator: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  denominator: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

function ratio({ numerator, denominator }: Ratio, r: number): number {
  let above = 0;
  let below = 0;
  for (let i = numerator.length - 1; i >= 0; i--) {
    above = above * r + numerator[i];
    below = below * r + denominator[i];
  }
  return above / below;
}
