import { nodePlatform } from './node.ts';
import type { Platform } from './pool.ts';

/**
 * What this machine has to run batches on; null where there are no workers and everything runs on the calling thread.
 */
export function currentPlatform(): Platform | null {
  return nodePlatform();
}
