import { TIERS } from '../observe/tiers.ts';
import type { Tier } from './report.ts';

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
