import type { Interval } from '../analysis/report.ts';

/** An interval whose ends are further apart than that would agree with nearly anything. */
const MOST_SPREAD = 2;

/**
 * Whether a claim of the arithmetic is what was simulated: `open` where it lies within the interval, yet the interval
 * is so wide that it says nothing.
 */
export function agreement(claimed: number, [low, high]: Interval): 'agrees' | 'open' | 'differs' {
  if (claimed < low || claimed > high) return 'differs';
  return high <= MOST_SPREAD * low ? 'agrees' : 'open';
}
