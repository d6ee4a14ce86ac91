/**
 * Confidence intervals. `confidence` is the chance that an interval holds what it estimates, in (0, 1),
 * split evenly between its two ends.
 */
import { betaQuantile } from '../random/special/incomplete-beta.ts';
import { gammaQuantile } from '../random/special/incomplete-gamma.ts';
import { studentQuantile } from '../random/special/student.ts';

/**
 * For the mean of `count` independent samples with that sample variance: Student's t (1908), in the
 * sample's unit. Fewer than two samples bound nothing: [-Infinity, Infinity].
 */
export function meanInterval(mean: number, variance: number, count: number, confidence = 0.95): [number, number] {
  if (!(count >= 2)) return [-Infinity, Infinity];
  const half = studentQuantile(count - 1, (1 + confidence) / 2) * Math.sqrt(variance / count);
  return [mean - half, mean + half];
}

/**
 * For the mean of samples that are never negative and mostly 0, each a sum of rare contributions: the
 * gamma interval of Fay & Feuer (1997, "Confidence intervals for directly standardized rates",
 * Statistics in Medicine 16:791-801). Unlike the normal interval it is never negative, is right for a
 * handful of events, and says something even for none: with y = 0 it is [0, 3.689 w] (95 %), as for a
 * Poisson count of 0. For many events it is the normal interval.
 *
 * mean: y, the samples' mean. varianceOfMean: its estimated variance (sample variance / n).
 * largestWeight: w, what the largest single contribution adds to the mean: its size / n. Where nothing
 * was seen, w is the caller's to say; with w = 0 the interval is [0, 0].
 */
export function rareMeanInterval(
  mean: number,
  varianceOfMean: number,
  largestWeight: number,
  confidence = 0.95,
): [number, number] {
  const tail = (1 - confidence) / 2;
  return [
    scaledGammaQuantile(mean, varianceOfMean, tail),
    scaledGammaQuantile(mean + largestWeight, varianceOfMean + largestWeight * largestWeight, 1 - tail),
  ];
}

/** For the chance of success, from so many in n independent trials: Clopper & Pearson (1934). n = 0: [0, 1]. */
export function proportionInterval(successes: number, n: number, confidence = 0.95): [number, number] {
  const tail = (1 - confidence) / 2;
  return [
    successes > 0 ? betaQuantile(successes, n - successes + 1, tail) : 0,
    successes < n ? betaQuantile(successes + 1, n - successes, 1 - tail) : 1,
  ];
}

/** For the expected value of a Poisson count, from one observed: Garwood (1936). */
export function poissonInterval(count: number, confidence = 0.95): [number, number] {
  const tail = (1 - confidence) / 2;
  return [count > 0 ? gammaQuantile(count, tail) : 0, gammaQuantile(count + 1, 1 - tail)];
}

/** The quantile of the gamma distribution with that mean and variance: (v / 2y) χ²_p(2 y² / v). */
function scaledGammaQuantile(mean: number, variance: number, p: number): number {
  if (!(mean > 0)) return mean === 0 ? 0 : NaN;
  // Not a spread that a double could show.
  if (variance <= 1e-30 * mean * mean) return mean;
  return (variance / mean) * gammaQuantile((mean * mean) / variance, p);
}
