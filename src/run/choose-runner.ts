import { createInProcessRunner } from './in-process.ts';
import { createPool, type Platform } from './pool.ts';
import type { OpenRunner } from './runner.ts';

/** Below this many events a run is over before a thread has started. */
const SMALL_RUN_EVENTS = 1_000_000;

/** On the platform's workers; on the calling thread where there are none (null) or they would not help. */
export function onPlatform(platform: Platform | null): OpenRunner {
  return ({ workers, events, batches }, onNotice) => {
    if (workers === 0) return createInProcessRunner();
    if (platform === null) {
      if (workers !== undefined) onNotice('There are no workers here: the run uses the calling thread.');
      return createInProcessRunner();
    }
    if (workers === undefined && events < Infinity && (events < SMALL_RUN_EVENTS || platform.cores === 1))
      return createInProcessRunner();
    return createPool(platform.spawn, Math.min(workers ?? platform.cores, batches), onNotice);
  };
}
