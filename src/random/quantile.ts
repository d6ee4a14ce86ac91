import type { Distribution } from './distribution.ts';
import { exp, expm1, ln, log1p, power } from './elementary.ts';
import { isConstant, lognormalSigma, weibullScale } from './parameters.ts';
import { gammaLower, gammaQuantile } from './special/incomplete-gamma.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';
import { mean } from './moments.ts';

/** P(X <= x), x in seconds. */
export function cdf(d: Distribution, x: number): number {
  if (x < 0) return 0;
  if (d.kind !== 'constant' && d.kind !== 'empirical' && isConstant(d)) return x >= constantValue(d) ? 1 : 0;
  if (x === Infinity) return 1;
  switch (d.kind) {
    case 'constant':
      return x >= d.value ? 1 : 0;
    case 'exponential':
      return -expm1(-x / d.mean);
    case 'uniform':
      return x <= d.min ? 0 : x >= d.max ? 1 : (x - d.min) / (d.max - d.min);
    case 'triangular': {
      if (x <= d.min) return 0;
      if (x >= d.max) return 1;
      const width = d.max - d.min;
      return x <= d.mode
        ? ((x - d.min) * (x - d.min)) / (width * (d.mode - d.min))
        : 1 - ((d.max - x) * (d.max - x)) / (width * (d.max - d.mode));
    }
    case 'lognormal':
      return x === 0 ? 0 : normalCdf(ln(x / d.median) / lognormalSigma(d.median, d.p95));
    case 'weibull':
      return -expm1(-power(x / weibullScale(d.shape, d.mean), d.shape));
    case 'gamma':
      return gammaLower(d.shape, (x * d.shape) / d.mean);
    case 'empirical':
      return d.values.filter((v) => v <= x).length / d.values.length;
  }
}

/**
 * The smallest x with P(X <= x) >= p, in seconds: the minimum for p = 0, the maximum (possibly
 * Infinity) for p = 1, NaN for p outside [0, 1].
 */
export function quantile(d: Distribution, p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (isConstant(d)) return constantValue(d);
  switch (d.kind) {
    case 'constant':
      return d.value;
    case 'exponential':
      return -d.mean * log1p(-p);
    case 'uniform':
      return p === 1 ? d.max : d.min + p * (d.max - d.min);
    case 'triangular': {
      const width = d.max - d.min;
      return p * width <= d.mode - d.min
        ? d.min + Math.sqrt(p * width * (d.mode - d.min))
        : d.max - Math.sqrt((1 - p) * width * (d.max - d.mode));
    }
    case 'lognormal':
      return d.median * exp(lognormalSigma(d.median, d.p95) * normalQuantile(p));
    case 'weibull':
      return weibullScale(d.shape, d.mean) * power(-log1p(-p), 1 / d.shape);
    case 'gamma':
      return (d.mean / d.shape) * gammaQuantile(d.shape, p);
    case 'empirical': {
      const sorted = Float64Array.from(d.values).sort();
      // A hair below p n, so that the rounding of 0.07 · 100 does not skip a value.
      const rank = Math.ceil(p * sorted.length * (1 - 4.440892098500626e-16));
      return sorted[Math.max(rank, 1) - 1];
    }
  }
}

function constantValue(d: Distribution): number {
  return d.kind === 'uniform' || d.kind === 'triangular' ? d.max : d.kind === 'empirical' ? d.values[0] : mean(d);
}
