import { ln } from '../random/elementary.ts';
import { gammaQuantile } from '../random/special/incomplete-gamma.ts';

/** A mean time between failures. */
export interface RateFigures {
  /** Seconds; null where none was seen. */
  readonly mean: number | null;
  /** null: no such end. Where none was seen its low end is the one that holds with 95%, alone. */
  readonly ci95: readonly [number, number | null];
  /** Nine chances in ten that it lies within, as a range in a model says; null where none was seen. */
  readonly ci90: readonly [number, number] | null;
  /**
   * What a model without ranges takes: the mean, or where none was seen the mean with which none is as likely as some.
   */
  readonly value: number;
}

/**
 * From the count of failures in the seconds in which they could happen, by χ²: 2T / χ²(1 − α/2; 2n + 2) to
 * 2T / χ²(α/2; 2n), where the observation ended with the last failure 2n in both; without any T / ln 20, and T / ln 2
 * as the value (NIST/SEMATECH e-Handbook 8.4.5.1). `gammaQuantile(n, p)` is half of χ²(p; 2n).
 */
export function rateFigures(failures: number, seconds: number, endsWithLast: boolean): RateFigures {
  if (failures === 0) return { mean: null, ci95: [seconds / ln(20), null], ci90: null, value: seconds / ln(2) };
  const between = (tail: number): [number, number] => [
    seconds / gammaQuantile(endsWithLast ? failures : failures + 1, 1 - tail),
    seconds / gammaQuantile(failures, tail),
  ];
  return {
    mean: seconds / failures,
    ci95: between(0.025),
    ci90: between(0.05),
    value: seconds / failures,
  };
}
