/**
 * The equilibrium residual of a distribution: the time that is left of a lifetime found running at
 * an arbitrary instant. Density (1 - F(x)) / E[X] (Cox 1962, "Renewal Theory", chapter 5).
 */
import type { Distribution } from '../../src/random/distribution.ts';
import { ln, power } from '../../src/random/elementary.ts';
import { mean, secondMoment } from '../../src/random/moments.ts';
import { isConstant, lognormalSigma, weibullScale } from '../../src/random/parameters.ts';
import { cdf } from '../../src/random/quantile.ts';
import { gammaLower } from '../../src/random/special/incomplete-gamma.ts';
import { normalCdf } from '../../src/random/special/normal.ts';

/** The residual's expected value, E[X²] / (2 E[X]), in seconds; 0 where the mean is 0. */
export function residualMean(d: Distribution): number {
  const m = mean(d);
  return m === 0 ? 0 : secondMoment(d) / (2 * m);
}

/** P(residual <= x) = (x (1 - F(x)) + E[X; X <= x]) / E[X], integrating by parts. */
export function residualCdf(d: Distribution, x: number): number {
  const m = mean(d);
  if (x < 0) return 0;
  if (m === 0 || x === Infinity) return 1;
  return (x * (1 - cdf(d, x))) / m + lengthBiasedCdf(d, x);
}

/** E[X; X <= x] / E[X]: the distribution function of X drawn with weights in proportion to X. */
export function lengthBiasedCdf(d: Distribution, x: number): number {
  if (isConstant(d)) return cdf(d, x);
  switch (d.kind) {
    case 'constant':
      return cdf(d, x);
    case 'exponential':
      return gammaLower(2, x / d.mean);
    case 'uniform': {
      const at = Math.min(Math.max(x, d.min), d.max);
      return (at * at - d.min * d.min) / (d.max * d.max - d.min * d.min);
    }
    case 'triangular':
      return triangularPart(d, x) / mean(d);
    case 'lognormal': {
      const sigma = lognormalSigma(d.median, d.p95);
      return x <= 0 ? 0 : normalCdf(ln(x / d.median) / sigma - sigma);
    }
    case 'weibull':
      return gammaLower(1 + 1 / d.shape, power(x / weibullScale(d.shape, d.mean), d.shape));
    case 'gamma':
      return gammaLower(d.shape + 1, (x * d.shape) / d.mean);
    case 'empirical': {
      let part = 0;
      let all = 0;
      for (const v of d.values) {
        all += v;
        if (v <= x) part += v;
      }
      return part / all;
    }
  }
}

/** E[X; X <= x] of a triangular distribution: its density is linear on either side of the mode. */
function triangularPart(d: Distribution & { kind: 'triangular' }, x: number): number {
  const width = d.max - d.min;
  let part = 0;
  if (d.mode > d.min) {
    // ∫ t · 2 (t - min) / (width (mode - min)), with s = t - min
    const s = Math.min(Math.max(x, d.min), d.mode) - d.min;
    part += (s * s * (d.min + (2 * s) / 3)) / (width * (d.mode - d.min));
  }
  if (d.max > d.mode && x > d.mode) {
    // the same from the right, from s = max - t up to max - mode
    const s = d.max - Math.min(x, d.max);
    const all = d.max - d.mode;
    part += (all * all * (d.max - (2 * all) / 3) - s * s * (d.max - (2 * s) / 3)) / (width * all);
  }
  return part;
}
