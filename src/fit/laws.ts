import type { Distribution } from '../random/distribution.ts';
import { exp, ln, power } from '../random/elementary.ts';
import { lnGamma, lnGamma1p } from '../random/special/gamma-function.ts';
import { gammaUpper } from '../random/special/incomplete-gamma.ts';
import { NORMAL_P95, normalUpper } from '../random/special/normal.ts';
import { maximize } from './maximize.ts';

/** One time that was waited for; `isOpen`: it was longer than that, nobody knows how much. */
export interface Waited {
  readonly seconds: number;
  readonly isOpen: boolean;
}

export const LAWS = ['exponential', 'lognormal', 'weibull', 'gamma'] as const;
export type LawName = (typeof LAWS)[number];

/** A law with the parameters that make what was seen likeliest. */
export interface FittedLaw {
  readonly law: LawName;
  readonly distribution: Distribution;
  readonly logLikelihood: number;
  /** How many parameters were fitted. */
  readonly parameters: number;
  /** 2 · parameters − 2 · log-likelihood (Akaike 1974): less is better. */
  readonly aic: number;
}

interface Law {
  readonly parameters: number;
  /** Logarithms of density and survival at x seconds (lnX its logarithm). @param p scale and shape as logarithms */
  readonly density: (x: number, lnX: number, p: readonly number[]) => number;
  readonly survival: (x: number, lnX: number, p: readonly number[]) => number;
  readonly distribution: (p: readonly number[]) => Distribution;
}

const LN_SQRT_TWO_PI = 0.9189385332046727;

/** Textbook forms (Meeker & Escobar 1998, "Statistical Methods for Reliability Data", ch. 4 and 5). */
const BY_NAME: Readonly<Record<LawName, Law>> = {
  exponential: {
    parameters: 1,
    density: (x, _, [m]) => -m - x * exp(-m),
    survival: (x, _, [m]) => -x * exp(-m),
    distribution: ([m]) => ({ kind: 'exponential', mean: exp(m) }),
  },
  lognormal: {
    parameters: 2,
    density(_, lnX, [mu, s]) {
      const z = (lnX - mu) * exp(-s);
      return -LN_SQRT_TWO_PI - s - lnX - (z * z) / 2;
    },
    survival: (_, lnX, [mu, s]) => ln(normalUpper((lnX - mu) * exp(-s))),
    distribution: ([mu, s]) => ({ kind: 'lognormal', median: exp(mu), p95: exp(mu + NORMAL_P95 * exp(s)) }),
  },
  weibull: {
    parameters: 2,
    density: (x, lnX, [scale, s]) => s - scale + (exp(s) - 1) * (lnX - scale) - power(x * exp(-scale), exp(s)),
    survival: (x, _, [scale, s]) => -power(x * exp(-scale), exp(s)),
    distribution: ([scale, s]) => ({ kind: 'weibull', shape: exp(s), mean: exp(scale + lnGamma1p(exp(-s))) }),
  },
  gamma: {
    parameters: 2,
    density: (x, lnX, [scale, s]) => (exp(s) - 1) * (lnX - scale) - x * exp(-scale) - scale - lnGamma(exp(s)),
    survival: (x, _, [scale, s]) => ln(gammaUpper(exp(s), x * exp(-scale))),
    distribution: ([scale, s]) => ({ kind: 'gamma', shape: exp(s), mean: exp(scale + s) }),
  },
};

/**
 * Fits a law by maximum likelihood, what is open censored at its length. At least one time is over, and with two
 * parameters not all are the same.
 */
export function fitLaw(law: LawName, times: readonly Waited[]): FittedLaw {
  const { parameters, density, survival, distribution } = BY_NAME[law];
  const over = times.filter(({ isOpen }) => !isOpen).length;
  const mean = times.reduce((sum, { seconds }) => sum + seconds, 0) / over;
  const logs = times.map(({ seconds }) => ln(seconds));
  const logLikelihood = (p: readonly number[]) =>
    times.reduce((sum, { seconds, isOpen }, i) => sum + (isOpen ? survival : density)(seconds, logs[i], p), 0);
  const told = (fitted: Distribution, most: number): FittedLaw => ({
    ...{ law, distribution: fitted, logLikelihood: most, parameters, aic: 2 * parameters - 2 * most },
  });
  if (law === 'exponential') return told({ kind: 'exponential', mean }, logLikelihood([ln(mean)]));
  const meanLog = logs.reduce((sum, each) => sum + each, 0) / logs.length;
  const [p, most] = maximize(logLikelihood, [law === 'lognormal' ? meanLog : ln(mean), 0]);
  return told(distribution(p), most);
}
