/**
 * Cumulative hazards of packed distributions: H(x) = −ln P(X > x). What has survived to an age a fails within the next
 * dt with an intensity whose integral is H(a + dt) − H(a) (Cox 1962, "Renewal Theory", ch. 1.2).
 */
import {
  CONSTANT,
  type DrawTable,
  EXPONENTIAL,
  GAMMA,
  LOGNORMAL,
  MEAN,
  PARAMETERS,
  TRIANGULAR,
  UNIFORM,
  WEIBULL,
} from './draw-table.ts';
import { exp, expm1, ln, log1p } from './elementary.ts';
import { gammaLower, gammaQuantile, gammaUpper } from './special/incomplete-gamma.ts';
import { normalCdf, normalQuantile, normalUpper } from './special/normal.ts';

/** Where e^-H is as fine as 1 − e^-H. */
const LN_2 = 0.6931471805599453;
const LN_SQRT_TWO_PI = 0.9189385332046727;
/** Beyond so many standard deviations a normal tail is its first terms to all digits, and soon 0 as a number. */
const FAR_OUT = 30;

/** Whether it has a density, and so a hazard: neither a constant nor a list of values has. */
export function hasHazard(table: DrawTable, id: number): boolean {
  const kind = table.kind[id];
  return kind !== CONSTANT && kind <= GAMMA;
}

/** H(x), x in seconds: 0 up to the smallest value, Infinity from the largest. It must have a hazard. */
export function cumulativeHazard(table: DrawTable, id: number, x: number): number {
  if (x <= 0) return 0;
  const p = table.parameters;
  const at = id * PARAMETERS;
  switch (table.kind[id]) {
    case EXPONENTIAL:
      return x / p[at + MEAN];
    case UNIFORM:
      return x <= p[at] ? 0 : x >= p[at + 1] ? Infinity : -log1p(-(x - p[at]) / (p[at + 1] - p[at]));
    case TRIANGULAR:
      return triangularHazard(p[at], p[at + 1], p[at + 2], x);
    case LOGNORMAL:
      return normalHazard(ln(x / p[at]) / p[at + 1]);
    case WEIBULL:
      return exp(ln(x / p[at]) / p[at + 1]);
    default:
      return gammaHazard(p[at + 1], x / p[at]);
  }
}

/** The x with H(x) = h, in seconds. Of a gamma distribution H(x) misses h by up to 10⁻¹⁶ eʰ. */
export function ageAtHazard(table: DrawTable, id: number, h: number): number {
  const p = table.parameters;
  const at = id * PARAMETERS;
  switch (table.kind[id]) {
    case EXPONENTIAL:
      return h * p[at + MEAN];
    case UNIFORM:
      return p[at] - expm1(-h) * (p[at + 1] - p[at]);
    case TRIANGULAR:
      return triangularAge(p[at], p[at + 1], p[at + 2], h);
    case LOGNORMAL:
      return p[at] * exp(p[at + 1] * (h < LN_2 ? normalQuantile(-expm1(-h)) : -normalQuantile(exp(-h))));
    case WEIBULL:
      return h <= 0 ? 0 : p[at] * exp(p[at + 1] * ln(h));
    default:
      return p[at] * gammaQuantile(p[at + 1], -expm1(-h));
  }
}

function triangularHazard(min: number, mode: number, max: number, x: number): number {
  if (x <= min) return 0;
  if (x >= max) return Infinity;
  const width = max - min;
  return x <= mode
    ? -log1p(-((x - min) * (x - min)) / (width * (mode - min)))
    : -ln(((max - x) * (max - x)) / (width * (max - mode)));
}

function triangularAge(min: number, mode: number, max: number, h: number): number {
  const width = max - min;
  const below = -expm1(-h) * width;
  return below < mode - min ? min + Math.sqrt(below * (mode - min)) : max - Math.sqrt(exp(-h) * width * (max - mode));
}

function normalHazard(z: number): number {
  if (z < 0) return -log1p(-normalCdf(z));
  if (z < FAR_OUT) return -ln(normalUpper(z));
  // Q(z) = φ(z)/z · (1 − 1/z² + 3/z⁴ − …) (Abramowitz & Stegun 1964, 26.2.12)
  const inverse = 1 / (z * z);
  return (z * z) / 2 + LN_SQRT_TWO_PI + ln(z) - log1p(-inverse * (1 - inverse * (3 - 15 * inverse)));
}

function gammaHazard(shape: number, x: number): number {
  return x < shape ? -log1p(-gammaLower(shape, x)) : -ln(gammaUpper(shape, x));
}
