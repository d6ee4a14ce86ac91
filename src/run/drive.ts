import { createResults, mergeResults, type Job, type Results } from './job.ts';
import { BatchGivenUp, type Runner } from './runner.ts';
import { type Ends, unlessLongOver, unlessOver } from './unless-over.ts';

export interface DriveOptions extends Partial<Ends> {
  /** What an interrupted run had: it goes on from there. Default: nothing yet. */
  readonly from?: Driven | undefined;
  /** Looks at what there is after each batch; true ends the run. Default: all batches are run. */
  readonly enough?: ((results: Results) => boolean) | undefined;
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
export async function drive(runner: Runner, job: Job, options: DriveOptions = {}): Promise<Driven> {
  const { from, enough, onMerged } = options;
  const results = from?.results ?? createResults(job);
  let satisfied = false;
  const merged = await takeBatches(runner, job, from?.merged ?? 0, options, (batch) => {
    mergeResults(job, results, batch);
    satisfied = enough?.(results) === true;
    onMerged?.(results);
    return satisfied;
  });
  return { results, merged, satisfied };
}

/**
 * The batches from `first` on, or up to `end`, several at a time, each handed over strictly in order. Ends before the
 * first one that was given up, when time is up, or when the signal is aborted.
 * @param take true: no more of them
 * @returns how many have been taken by now, those before `first` among them
 */
export async function takeBatches(
  runner: Runner,
  job: Job,
  first: number,
  { signal, deadline = Infinity, end = job.plan.batches }: Partial<Ends> & { readonly end?: number },
  take: (batch: Results) => boolean,
): Promise<number> {
  const out: Promise<Results>[] = [];
  let taken = first;
  let handedOut = first;
  runner.load(job);
  while (taken < end && signal?.aborted !== true) {
    while (out.length < runner.window && handedOut < end) {
      const batch = runner.run(handedOut++);
      // One that fails after the run has ended is nobody's concern.
      batch.catch(() => undefined);
      out.push(batch);
    }
    const batch = givenUpAsNull(out.shift()!);
    const next = await (taken > 0 ? unlessOver : unlessLongOver)(batch, { signal, deadline });
    if (next === null) break;
    taken++;
    if (take(next) || performance.now() >= deadline) break;
  }
  return taken;
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
