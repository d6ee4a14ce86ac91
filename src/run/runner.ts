import type { Job, Results } from './job.ts';

/**
 * Somewhere that batches are simulated: on this thread, through a structured clone, or on a pool of workers. All of
 * them give the same bits; they differ in speed only. What goes in and what comes out is data that can be cloned and
 * sent: no function crosses, so that a runner may as well be on other machines.
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

/** How much there is to simulate. */
export interface Workload {
  /** Threads asked for; undefined: as many as help. */
  readonly workers: number | undefined;
  /** About how many events there will be; Infinity where nobody can tell. */
  readonly events: number;
  readonly batches: number;
}

/** Something happened that the person at the screen should know and that changes no result. */
export type Notice = (message: string) => void;

/** Where a study's batches are simulated: called once the workload is known; the study closes what it gets. */
export type OpenRunner = (workload: Workload, onNotice: Notice) => Runner;

/** A runner that is there already, and stays when the study is over. */
export function lent(runner: Runner): OpenRunner {
  return () => ({ ...runner, close: () => Promise.resolve() });
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
