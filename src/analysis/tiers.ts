import type { Tier } from './report.ts';

/** Seconds within which both p95 have to be. */
interface TierLimits {
  readonly tier: Tier;
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

/** Counts one time down into a service's row of `within`, which begins at `at`: see `tierOf`. */
export function countWithin(within: Float64Array, at: number, recoverySeconds: number, lossSeconds: number): void {
  for (let i = 0; i < TIERS.length; i++) {
    if (recoverySeconds <= TIERS[i].recovery) within[at + i]++;
    if (lossSeconds <= TIERS[i].loss) within[at + TIERS.length + i]++;
  }
}

/** Share of the times down that has to be within a tier's limits: what a p95 within them means. */
const SHARE = 0.95;

/**
 * The best tier that both p95 reach, counted one by one; null for none. Of a service that was never down in the run
 * nobody knows: null as well. Data lost for good is within no limit.
 * @param count times that the service was down
 * @param within [2 × tiers] how many were over within each tier's limit, and how many lost no more
 */
export function tierOf(count: number, within: Float64Array): Tier | null {
  const reaches = (i: number) => within[i] >= SHARE * count && within[TIERS.length + i] >= SHARE * count;
  return count === 0 ? null : (TIERS.find((_, i) => reaches(i))?.tier ?? null);
}
