import { type Endpoint, type Remote, releaseProxy, wrap } from 'comlink';
import type { Job, Seen } from './seen.ts';
import type { Notice, Runner } from './runner.ts';
import type { BatchService } from './service.ts';

/** A worker as a platform starts it: `node.ts` from worker_threads, `browser.ts` from Web Workers. */
export interface WorkerHandle {
  readonly endpoint: Endpoint;
  /** Resolves with the reason once the worker is gone, whatever ended it; never rejects. */
  readonly ended: Promise<string>;
  terminate(): unknown;
}

/** Where workers come from. */
export interface Platform {
  /** Threads that can run at the same time. */
  readonly cores: number;
  spawn(): WorkerHandle;
}

/** A batch that somebody waits for. */
interface Order {
  readonly batch: number;
  readonly resolve: (seen: Seen) => void;
  readonly reject: (error: unknown) => void;
  /** Workers that died while they ran it. */
  deaths: number;
}

interface Slot {
  readonly number: number;
  readonly handle: WorkerHandle;
  /** Kept here for the worker's whole life: a call on a proxy that was collected meanwhile is never answered. */
  readonly remote: Remote<BatchService>;
  /** Jobs sent and not yet back; the worker runs them in this order. */
  readonly jobs: Order[];
}

/** One running and one waiting in the worker's mailbox, so that it never idles while this thread is busy. */
const JOBS_PER_WORKER = 2;
const MOST_DEATHS = 3;

/**
 * Simulates on workers. One that dies is replaced, and the batch that it was running is run again: the same bits, as
 * a batch depends on nothing but the program, the plan and its number. Starts no worker before there is a batch.
 */
export function createPool(spawn: () => WorkerHandle, workers: number, onNotice: Notice): Runner {
  const slots: Slot[] = [];
  const queue: Order[] = [];
  let job: Job | null = null;
  let closed = false;
  let started = 0;

  function start(): Slot {
    const handle = spawn();
    const slot: Slot = { number: ++started, handle, remote: wrap<BatchService>(handle.endpoint), jobs: [] };
    slots.push(slot);
    // A call on a dead worker never settles: its end has to be heard from the worker itself.
    void handle.ended.then((reason) => bury(slot, reason));
    if (job !== null) send(slot, job);
    return slot;
  }

  function send(slot: Slot, next: Job): void {
    // Not awaited: a worker reads its mail in order, so batches may follow at once.
    slot.remote.load(next).catch(fail);
  }

  function feed(): void {
    while (queue.length > 0 && !closed) {
      const slot = freest();
      if (slot === null) return;
      const next = queue.shift()!;
      slot.jobs.push(next);
      slot.remote.run(next.batch).then(
        (seen) => {
          slot.jobs.splice(slot.jobs.indexOf(next), 1);
          next.resolve(seen);
          feed();
        },
        (error: unknown) => next.reject(error),
      );
    }
  }

  /** The worker to hand the next batch to; null: all are busy enough. */
  function freest(): Slot | null {
    let best: Slot | null = null;
    for (const slot of slots) if (best === null || slot.jobs.length < best.jobs.length) best = slot;
    if (best === null || (best.jobs.length > 0 && slots.length < workers)) return start();
    return best.jobs.length < JOBS_PER_WORKER ? best : null;
  }

  function bury(slot: Slot, reason: string): void {
    if (closed) return;
    slots.splice(slots.indexOf(slot), 1);
    slot.remote[releaseProxy]();
    queue.unshift(...slot.jobs);
    const [running] = slot.jobs;
    if (running !== undefined && ++running.deaths >= MOST_DEATHS) {
      fail(new Error(`Batch ${running.batch} ended ${MOST_DEATHS} workers, the last one so: ${reason}`));
      return;
    }
    const again = running === undefined ? '' : ` Batch ${running.batch} is run again; the result is the same.`;
    onNotice(`Worker ${slot.number} died: ${reason}.${again}`);
    feed();
  }

  /** Whoever drives the run hears of it, and closes the pool. */
  function fail(error: unknown): void {
    const all = [...slots.flatMap((slot) => slot.jobs), ...queue.splice(0)];
    for (const each of all) each.reject(error);
  }

  return {
    workers,
    // Far enough ahead that the others have work while one slow batch holds up the merging.
    window: workers * (JOBS_PER_WORKER + 2),
    load(next) {
      job = next;
      // What the workers have in hand they finish; the rest is of the run before.
      for (const dropped of queue.splice(0)) dropped.reject(new Error('Another run has taken its place.'));
      for (const slot of slots) send(slot, job);
    },
    run: (batch) =>
      new Promise<Seen>((resolve, reject) => {
        queue.push({ batch, resolve, reject, deaths: 0 });
        feed();
      }),
    async close() {
      closed = true;
      for (const slot of slots) slot.remote[releaseProxy]();
      await Promise.all(slots.map((slot) => slot.handle.terminate()));
    },
  };
}
