/**
 * From what practitioners quote (p95, mean) to textbook parameters, and the check that a
 * distribution is one at all.
 */
import type { Distribution } from './distribution.ts';
import { exp, ln } from './elementary.ts';
import { lnGamma1p } from './special/gamma-function.ts';
import { NORMAL_P95 } from './special/normal.ts';

/** Beyond these the mean is carried by draws that never occur, and the variance soon overflows. */
const SMALLEST_WEIBULL_SHAPE = 0.05;
const WIDEST_LOGNORMAL = 1e7;

/** The standard deviation of ln X, from ln(p95 / median). */
export function lognormalSigma(median: number, p95: number): number {
  return p95 === median ? 0 : ln(p95 / median) / NORMAL_P95;
}

/** The scale of a Weibull distribution (its 63rd percentile), from mean = scale · Γ(1 + 1/shape). */
export function weibullScale(shape: number, mean: number): number {
  return mean * exp(-lnGamma1p(1 / shape));
}

/** What is wrong with the parameters, in words; null if nothing is. */
export function distributionFault(d: Distribution): string | null {
  switch (d.kind) {
    case 'constant':
      return isTime(d.value) ? null : 'the value must be finite and not negative';
    case 'exponential':
      return isTime(d.mean) ? null : 'the mean must be finite and not negative';
    case 'uniform':
      return isTime(d.min) && isTime(d.max) && d.min <= d.max ? null : '0 <= min <= max must hold';
    case 'triangular':
      return isTime(d.min) && isTime(d.max) && d.min <= d.mode && d.mode <= d.max
        ? null
        : '0 <= min <= mode <= max must hold';
    case 'lognormal':
      if (!(isTime(d.median) && isTime(d.p95) && d.median <= d.p95 && (d.median > 0 || d.p95 === 0))) {
        return '0 < median <= p95 must hold';
      }
      return d.p95 <= WIDEST_LOGNORMAL * d.median ? null : 'p95 must not exceed 10 million times the median';
    case 'weibull':
    case 'gamma':
      if (!(isTime(d.shape) && d.shape > 0)) return 'the shape must be finite and positive';
      if (d.kind === 'weibull' && d.shape < SMALLEST_WEIBULL_SHAPE) return 'a Weibull shape must be 0.05 or more';
      return isTime(d.mean) ? null : 'the mean must be finite and not negative';
    case 'empirical':
      return d.values.length > 0 && d.values.every(isTime) ? null : 'one value or more, finite and not negative';
  }
}

/** Whether every draw is the same number (possibly 0). */
export function isConstant(d: Distribution): boolean {
  switch (d.kind) {
    case 'constant':
      return true;
    case 'uniform':
    case 'triangular':
      return d.min === d.max;
    case 'lognormal':
      return d.median === d.p95;
    case 'exponential':
    case 'weibull':
    case 'gamma':
      return d.mean === 0;
    case 'empirical':
      return d.values.every((v) => v === d.values[0]);
  }
}

/** Whether every draw is 0. */
export function isConstantZero(d: Distribution): boolean {
  if (!isConstant(d)) return false;
  switch (d.kind) {
    case 'constant':
      return d.value === 0;
    case 'uniform':
    case 'triangular':
      return d.max === 0;
    case 'lognormal':
      return d.median === 0;
    case 'exponential':
    case 'weibull':
    case 'gamma':
      return true;
    case 'empirical':
      return d.values[0] === 0;
  }
}

function isTime(x: number): boolean {
  return x >= 0 && x < Infinity;
}
