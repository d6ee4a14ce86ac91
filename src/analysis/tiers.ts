import type { ServiceQuantiles, Tier } from './report.ts';

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

/**
 * The best tier that both p95 reach; null for none. A service that was never down in the run reaches the first:
 * nothing exceeded it. A p95 without a bound (data lost for good) reaches none.
 */
export function tierOf(recovery: ServiceQuantiles, loss: ServiceQuantiles): Tier | null {
  const [recovered, lost] = [worst(recovery), worst(loss)];
  return TIERS.find((limits) => recovered <= limits.recovery && lost <= limits.loss)?.tier ?? null;
}

function worst({ count, p95 }: ServiceQuantiles): number {
  return count === 0 ? 0 : (p95 ?? Infinity);
}
