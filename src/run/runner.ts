import type { Job, Results } from './job.ts';

/**
 * Somewhere that batches are simulated: on this thread, through a structured clone, or on a pool of workers.
 * All of them give the same bits; they differ in speed only.
 */
export interface Runner {
  /** Threads that simulate at the same time, at most. */
  readonly workers: number;
  /** Batches worth handing out before the first of them is back. */
  readonly window: number;
  /** Sets what `run` simulates. Called again, it drops batches that no worker has begun; their promises reject. */
  load(job: Job): void;
  /** Simulates one batch. Batches are best asked for in order; each promise is its own. */
  run(batch: number): Promise<Results>;
  /** Ends everything at once; batches that are still out never settle. */
  close(): Promise<void>;
}

/** A batch in which a worker was stuck: it stays unfinished. */
export class BatchGivenUp extends Error {
  override readonly name = 'BatchGivenUp';
  readonly batch: number;

  constructor(batch: number) {
    super(`Batch ${batch} was given up: the worker that ran it was stuck.`);
    this.batch = batch;
  }
}

/** Something happened that the person at the screen should know and that changes no result. */
export type Notice = (message: string) => void;
