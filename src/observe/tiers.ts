import { sumsAdd } from '../statistics/sums.ts';

/** Seconds within which both p95 have to be. */
interface TierLimits {
  readonly tier: 1 | 2 | 3 | 4;
  readonly recovery: number;
  readonly loss: number;
}

const MINUTE = 60;
const HOUR = 3600;

/**
 * Service tiers as published: 1 loses seconds and is back in minutes (payments), 2 loses minutes and is back within the
 * hour (checkout), 3 hours and 4 h (internal tools), 4 a day and a day (analytics). Where the publications say seconds,
 * minutes or hours, the limits are ours: a tier's data are lost for no longer than the next unit up, and minutes to
 * recover are a quarter of an hour.
 */
export const TIERS: readonly TierLimits[] = [
  { tier: 1, recovery: 15 * MINUTE, loss: MINUTE },
  { tier: 2, recovery: HOUR, loss: HOUR },
  { tier: 3, recovery: 4 * HOUR, loss: 4 * HOUR },
  { tier: 4, recovery: 24 * HOUR, loss: 24 * HOUR },
];

/** Counts one time down into a service's rows of `within`, which begin at `at`: see `tierOf`. */
export function countWithin(
  within: Float64Array,
  at: number,
  recoverySeconds: number,
  lossSeconds: number,
  weight = 1,
): void {
  for (let i = 0; i < TIERS.length; i++) {
    if (recoverySeconds <= TIERS[i].recovery) sumsAdd(within, at + i, weight);
    if (lossSeconds <= TIERS[i].loss) sumsAdd(within, at + TIERS.length + i, weight);
  }
}
