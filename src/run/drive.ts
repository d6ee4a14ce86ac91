import { createResults, mergeResults, type Job, type Results } from './job.ts';
import { BatchGivenUp, type Runner } from './runner.ts';
import { unlessLongOver, unlessOver } from './unless-over.ts';

interface DriveOptions {
  /** What an interrupted run had: it goes on from there. Default: nothing yet. */
  readonly from?: Driven | undefined;
  /** Ends the run with what is merged by then. */
  readonly signal?: AbortSignal | undefined;
  /** Wall clock, milliseconds as `performance.now()` has it, at which the run ends with what is merged by then. */
  readonly deadline?: number | undefined;
  /** Looks at what is seen after each batch; true ends the run. */
  readonly enough: (results: Results) => boolean;
  readonly onMerged?: ((results: Results) => void) | undefined;
}

export interface Driven {
  readonly results: Results;
  /** Batches in it: always the first ones, without a gap. */
  readonly merged: number;
  /** `enough` said so. */
  readonly satisfied: boolean;
}

/**
 * Runs a plan's batches, several at a time, and merges them strictly in order. What is merged when the run ends, and
 * every bit of it, therefore depends on nothing but the plan; batches computed beyond that point are dropped.
 */
export async function drive(runner: Runner, job: Job, options: DriveOptions): Promise<Driven> {
  const { plan } = job;
  const results = options.from?.results ?? createResults(job);
  const out: Promise<Results>[] = [];
  let merged = options.from?.merged ?? 0;
  let handedOut = merged;
  let satisfied = false;
  runner.load(job);
  const { deadline = Infinity } = options;
  const ends = { signal: options.signal, deadline };
  while (merged < plan.batches && !satisfied && options.signal?.aborted !== true) {
    while (out.length < runner.window && handedOut < plan.batches) {
      const batch = runner.run(handedOut++);
      // One that fails after the run has ended is nobody's concern.
      batch.catch(() => undefined);
      out.push(batch);
    }
    const batch = givenUpAsNull(out.shift()!);
    const next = await (merged > 0 ? unlessOver(batch, ends) : unlessLongOver(batch, ends));
    if (next === null) break;
    mergeResults(job, results, next);
    merged++;
    satisfied = options.enough(results);
    options.onMerged?.(results);
    if (performance.now() >= deadline) break;
  }
  return { results, merged, satisfied };
}

/** What comes before it is whole: the run ends there. */
async function givenUpAsNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof BatchGivenUp) return null;
    throw error;
  }
}
