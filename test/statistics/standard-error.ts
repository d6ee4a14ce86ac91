import { momentsCount, momentsVariance } from '../../src/statistics/moments.ts';

/** The standard error of the mean, sqrt(variance / n); NaN for fewer than two samples. */
export function momentsStandardError(m: Float64Array, row: number): number {
  return Math.sqrt(momentsVariance(m, row) / momentsCount(m, row));
}
