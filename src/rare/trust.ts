import type { RareEstimate } from './estimate.ts';

/** Relative standard error, and shares of the whole, above which an estimate says less than its interval does. */
const LARGEST_ERROR = 0.2;
const LARGEST_THIN_SHARE = 0.01;
const FAMILY_OF_A_BOUND = 0.05;
const FAMILY_OF_A_DOUBT = 0.01;

/**
 * How far an estimate can be trusted. `interval`: as far as its interval says; `two half-widths`: nothing that turns on
 * less than two half-widths; `order of magnitude`: a lower bound, for a few families of copies carry much of it;
 * `none`.
 */
export interface RareTrust {
  readonly verdict: 'interval' | 'two half-widths' | 'order of magnitude' | 'none';
  readonly lowerBound: boolean;
}

/**
 * Shares catch heavy weights; that no mass is missing, no rule on a sample can say: the suite of exact values has to.
 */
export function trustOf({ relativeStandardError, largestShare, thinShare }: RareEstimate): RareTrust {
  if (relativeStandardError > LARGEST_ERROR || thinShare > LARGEST_THIN_SHARE)
    return { verdict: 'none', lowerBound: true };
  if (largestShare > FAMILY_OF_A_BOUND) return { verdict: 'order of magnitude', lowerBound: true };
  return { verdict: largestShare > FAMILY_OF_A_DOUBT ? 'two half-widths' : 'interval', lowerBound: false };
}
