/**
 * Confidence intervals. `confidence` is the chance that an interval holds what it estimates, in (0, 1),
 * split evenly between its two ends.
 */
import { betaQuantile } from '../random/special/incomplete-beta.ts';
import { gammaQuantile } from '../random/special/incomplete-gamma.ts';
import { normalQuantile } from '../random/special/normal.ts';
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

/** What is known of the single contributions to a mean, each as what it adds to the mean: its size / n. */
interface Contributions {
  /**
   * Σx³ / Σx²: as large as the contributions that make the spread. 0: not known, and then all are taken to be alike, as
   * in `rareMeanInterval`.
   */
  readonly size: number;
  /** What one that was missed would have added. */
  readonly missed: number;
}

/**
 * For the mean of samples that are never negative, each a sum of contributions of very different sizes: mostly short
 * outages, and one in a while that is a hundred times as long. As `rareMeanInterval`, which thinks them all alike, but
 * with the third cumulant as well (a gamma distribution with a shift, Pearson's type III, as in Hall 1983, "Chi squared
 * approximations to the distribution of a sum of independent random variables", Annals of Probability 11:1028-1036):
 * what there are thousands of is as good as certain, and only the handful of large ones is a Poisson count. The lower
 * end is that of half a contribution more (Jeffreys' interval for a Poisson count), the upper end that of a sample
 * which just missed one of the size `missed`.
 *
 * @param mean of the samples
 * @param varianceOfMean its estimated variance (sample variance / n)
 */
export function skewedMeanInterval(
  mean: number,
  varianceOfMean: number,
  { size, missed }: Contributions,
  confidence = 0.95,
): [number, number] {
  const tail = (1 - confidence) / 2;
  const scale = size > 0 ? size : mean > 0 ? varianceOfMean / mean : 0;
  const low = skewedQuantile(mean + scale / 2, varianceOfMean + (scale * scale) / 2, scale, tail);
  const variance = varianceOfMean + missed * missed;
  const upperScale = variance > 0 ? (scale * varianceOfMean + missed * missed * missed) / variance : 0;
  const high = skewedQuantile(mean + missed, variance, upperScale, 1 - tail);
  return [Math.max(0, Math.min(mean, low)), Math.max(mean, high)];
}

/**
 * For the mean of so many lengths, as of a sample that just missed one by which the mean is exceeded by `missed`: with
 * the third cumulant too, since lengths are skewed, and with as much more room below as Student's t has.
 * @param third third central moment of the lengths
 */
export function lengthInterval(
  mean: number,
  variance: number,
  third: number,
  count: number,
  missed: number,
  confidence = 0.95,
): [number, number] {
  if (!(count >= 2)) return [0, Infinity];
  const tail = (1 - confidence) / 2;
  const one = missed / count;
  const spread = variance / count;
  // No sample is more skewed than one with a single value apart.
  const most = (variance * Math.sqrt(variance) * Math.max(0, count - 2)) / Math.sqrt(count - 1);
  const scale = variance > 0 ? Math.max(0, Math.min(third, most)) / (variance * count) : 0;
  const student = studentQuantile(count - 1, 1 - tail) / normalQuantile(1 - tail);
  const low = mean - (mean - skewedQuantile(mean, spread, scale, tail)) * student;
  const all = spread + one * one;
  const high = skewedQuantile(mean + one, all, all > 0 ? (scale * spread + one * one * one) / all : 0, 1 - tail);
  return [Math.max(0, Math.min(mean, low)), Math.max(mean, high)];
}

/** For the chance of success, from so many in n independent trials: Clopper & Pearson (1934). n = 0: [0, 1]. */
export function proportionInterval(successes: number, n: number, confidence = 0.95): [number, number] {
  const tail = (1 - confidence) / 2;
  return [
    successes > 0 ? betaQuantile(successes, n - successes + 1, tail) : 0,
    successes < n ? betaQuantile(successes + 1, n - successes, 1 - tail) : 1,
  ];
}

/** The quantile of the gamma distribution with that mean and variance: (v / 2y) χ²_p(2 y² / v). */
function scaledGammaQuantile(mean: number, variance: number, p: number): number {
  if (!(mean > 0)) return mean === 0 ? 0 : NaN;
  // Not a spread that a double could show.
  if (variance <= 1e-30 * mean * mean) return mean;
  return (variance / mean) * gammaQuantile((mean * mean) / variance, p);
}

/**
 * The quantile of a gamma distribution of that scale that is shifted to have that mean and variance; without a scale:
 * of the normal one.
 */
function skewedQuantile(mean: number, variance: number, scale: number, p: number): number {
  // Not a spread that a double could show.
  if (!(variance > 1e-30 * mean * mean)) return mean;
  const shape = variance / (scale * scale);
  // So many that the gamma distribution is as good as the normal one.
  if (!(shape < 1e8)) return mean + normalQuantile(p) * Math.sqrt(variance);
  return mean - variance / scale + scale * gammaQuantile(shape, p);
}
