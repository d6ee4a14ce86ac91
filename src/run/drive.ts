import { createSeen, mergeSeen, type Job, type Seen } from './seen.ts';
import type { Runner } from './runner.ts';

export interface DriveOptions {
  /** What an interrupted run had: it goes on from there. Default: nothing yet. */
  readonly from?: Outcome | undefined;
  /** Ends the run with what is merged by then. */
  readonly signal?: AbortSignal | undefined;
  /** Looks at what is seen after each batch; true ends the run. */
  readonly enough: (seen: Seen) => boolean;
  readonly onMerged?: ((seen: Seen) => void) | undefined;
}

export interface Outcome {
  readonly seen: Seen;
  /** Batches in it: always the first ones, without a gap. */
  readonly merged: number;
  /** `enough` said so. */
  readonly satisfied: boolean;
}

/**
 * Runs a plan's batches, several at a time, and merges them strictly in order. What is merged when the run ends, and
 * every bit of it, therefore depends on nothing but the plan; batches computed beyond that point are dropped.
 */
export async function drive(runner: Runner, job: Job, options: DriveOptions): Promise<Outcome> {
  const { plan } = job;
  const seen = options.from?.seen ?? createSeen(job);
  const out: Promise<Seen>[] = [];
  let merged = options.from?.merged ?? 0;
  let handedOut = merged;
  let satisfied = false;
  runner.load(job);
  const signal = options.signal;
  while (merged < plan.batches && !satisfied) {
    while (out.length < runner.window && handedOut < plan.batches) {
      const batch = runner.run(handedOut++);
      // One that fails after the run has ended is nobody's concern.
      batch.catch(() => undefined);
      out.push(batch);
    }
    const next = await unlessAborted(out.shift()!, signal);
    if (next === null) break;
    mergeSeen(job, seen, next);
    merged++;
    satisfied = options.enough(seen);
    options.onMerged?.(seen);
  }
  return { seen, merged, satisfied };
}

/** Null once the signal is aborted. (A `Promise.race` against one long promise would keep every loser's handlers.) */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(null);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
