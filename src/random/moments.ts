import type { Distribution } from './distribution.ts';
import { exp, expm1 } from './elementary.ts';
import { lognormalSigma } from './parameters.ts';
import { lnGamma1p } from './special/gamma-function.ts';

/** The expected value, in seconds. */
export function mean(d: Distribution): number {
  switch (d.kind) {
    case 'constant':
      return d.value;
    case 'exponential':
    case 'weibull':
    case 'gamma':
      return d.mean;
    case 'uniform':
      return (d.min + d.max) / 2;
    case 'triangular':
      return (d.min + d.mode + d.max) / 3;
    case 'lognormal': {
      const sigma = lognormalSigma(d.median, d.p95);
      return d.median * exp((sigma * sigma) / 2);
    }
    case 'empirical':
      return average(d.values, 0);
  }
}

/** The variance, in seconds squared. */
export function variance(d: Distribution): number {
  switch (d.kind) {
    case 'constant':
      return 0;
    case 'exponential':
      return d.mean * d.mean;
    case 'uniform':
      return ((d.max - d.min) * (d.max - d.min)) / 12;
    case 'triangular': {
      const left = d.mode - d.min;
      const right = d.max - d.mode;
      return (left * left + left * right + right * right) / 18;
    }
    case 'lognormal': {
      const sigma = lognormalSigma(d.median, d.p95);
      const m = mean(d);
      return m * m * expm1(sigma * sigma);
    }
    case 'weibull':
      // E[X²] / E[X]² = Γ(1 + 2/k) / Γ(1 + 1/k)²
      return d.mean * d.mean * expm1(lnGamma1p(2 / d.shape) - 2 * lnGamma1p(1 / d.shape));
    case 'gamma':
      return (d.mean * d.mean) / d.shape;
    case 'empirical':
      // Of the distribution that puts 1/n on each value: divided by n, not n - 1.
      return averageSquare(d.values, average(d.values, 0));
  }
}

/** E[X²], in seconds squared. */
export function secondMoment(d: Distribution): number {
  const m = mean(d);
  return variance(d) + m * m;
}

function average(values: readonly number[], origin: number): number {
  let sum = 0;
  for (const v of values) sum += v - origin;
  return origin + sum / values.length;
}

function averageSquare(values: readonly number[], origin: number): number {
  let sum = 0;
  for (const v of values) sum += (v - origin) * (v - origin);
  return sum / values.length;
}
