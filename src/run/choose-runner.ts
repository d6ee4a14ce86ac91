import { createInProcessRunner } from './in-process.ts';
import { createPool, type Platform } from './pool.ts';
import type { Notice, Runner } from './runner.ts';

/** Below this many events a run is over before a thread has started. */
const SMALL_RUN_EVENTS = 1_000_000;

interface Workload {
  /** Threads asked for; undefined: as many as help. */
  readonly workers: number | undefined;
  /** About how many events there will be; Infinity where nobody can tell. */
  readonly events: number;
  readonly batches: number;
}

/** Where batches are simulated: on workers, or on the calling thread where there are none or they would not help. */
export function chooseRunner(
  platform: Platform | null,
  { workers, events, batches }: Workload,
  onNotice: Notice = () => undefined,
): Runner {
  if (workers === 0) return createInProcessRunner();
  if (platform === null) {
    if (workers !== undefined) onNotice('There are no workers here: the run uses the calling thread.');
    return createInProcessRunner();
  }
  if (workers === undefined && events < Infinity && (events < SMALL_RUN_EVENTS || platform.cores === 1))
    return createInProcessRunner();
  return createPool(platform.spawn, Math.min(workers ?? platform.cores, batches), onNotice);
}
