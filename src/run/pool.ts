import { type Endpoint, type Remote, releaseProxy, wrap } from 'comlink';
import { type Job, type Results, unpackResults } from './job.ts';
import { sharedJob } from './shared-job.ts';
import { BatchGivenUp, type Notice, type Runner } from './runner.ts';
import type { BatchService } from './service.ts';
import { createWatchdog, PATIENCE, type Watched, type Watchdog } from './watchdog.ts';

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
  readonly resolve: (results: Results) => void;
  readonly reject: (error: unknown) => void;
  /** Workers that died while they ran it. */
  deaths: number;
}

interface Slot extends Watched {
  readonly number: number;
  readonly handle: WorkerHandle;
  /** Kept here for the worker's whole life: a call on a proxy that was collected meanwhile is never answered. */
  readonly remote: Remote<BatchService>;
  /** Batches sent and not yet back; the worker runs them in this order. */
  readonly orders: Order[];
}

/** One running and one waiting in the worker's mailbox, so that it never idles while this thread is busy. */
const ORDERS_PER_WORKER = 2;
const MOST_DEATHS = 3;

/**
 * Simulates on workers. One that dies is replaced, and the batch that it was running is run again: the same bits, as
 * a batch depends on nothing but the program, the plan and its number. One that is stuck is replaced too, and its batch
 * given up, as the next would be stuck in it as well. Starts no worker before there is a batch.
 */
export function createPool(spawn: () => WorkerHandle, workers: number, onNotice: Notice, patience = PATIENCE): Runner {
  const slots: Slot[] = [];
  const queue: Order[] = [];
  let job: Job | null = null;
  let closed = false;
  let started = 0;
  let watchdog: Watchdog | null = null;

  function start(): Slot {
    const handle = spawn();
    const remote = wrap<BatchService>(handle.endpoint);
    const orders: Order[] = [];
    const slot: Slot = {
      number: ++started,
      handle,
      remote,
      orders,
      isBusy: () => orders.length > 0,
      ping: () => remote.ping(),
    };
    slots.push(slot);
    watchdog ??= createWatchdog(() => slots, patience, replace);
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
      slot.orders.push(next);
      const mine = job!;
      const unpacked = slot.remote.run(next.batch).then((packed) => unpackResults(mine, packed));
      unpacked.then(
        (results) => {
          done(slot, next);
          next.resolve(results);
          feed();
        },
        (error: unknown) => {
          done(slot, next);
          next.reject(error);
          feed();
        },
      );
    }
  }

  function done(slot: Slot, order: Order): void {
    const at = slot.orders.indexOf(order);
    if (at >= 0) slot.orders.splice(at, 1);
  }

  /** The worker to hand the next batch to; null: all are busy enough. */
  function freest(): Slot | null {
    let best: Slot | null = null;
    for (const slot of slots) if (best === null || slot.orders.length < best.orders.length) best = slot;
    if (best === null || (best.orders.length > 0 && slots.length < workers)) return start();
    return best.orders.length < ORDERS_PER_WORKER ? best : null;
  }

  /** It is none of the pool's any more. @returns whether it was */
  function dismiss(slot: Slot): boolean {
    const at = slots.indexOf(slot);
    if (closed || at < 0) return false;
    slots.splice(at, 1);
    slot.remote[releaseProxy]();
    return true;
  }

  function replace(slot: Slot): void {
    const [running, ...waiting] = slot.orders;
    if (running === undefined || !dismiss(slot)) return;
    void slot.handle.terminate();
    queue.unshift(...waiting);
    const seconds = (patience.milliseconds * patience.questions) / 1000;
    onNotice(
      `Worker ${slot.number} did not answer for ${seconds} s and was replaced. Batch ${running.batch} is ` +
        'given up, unfinished.',
    );
    running.reject(new BatchGivenUp(running.batch));
    feed();
  }

  function bury(slot: Slot, reason: string): void {
    if (!dismiss(slot)) return;
    queue.unshift(...slot.orders);
    const [running] = slot.orders;
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
    const all = [...slots.flatMap((slot) => slot.orders), ...queue.splice(0)];
    for (const each of all) each.reject(error);
  }

  return {
    workers,
    // Far enough ahead that the others have work while one slow batch holds up the merging.
    window: workers * (ORDERS_PER_WORKER + 2),
    load(next) {
      job = sharedJob(next);
      // What the workers have in hand they give up as soon as they listen; the rest is of the run before.
      for (const dropped of queue.splice(0)) dropped.reject(new Error('Another run has taken its place.'));
      for (const slot of slots) send(slot, job);
    },
    run: (batch) =>
      new Promise<Results>((resolve, reject) => {
        queue.push({ batch, resolve, reject, deaths: 0 });
        feed();
      }),
    async close() {
      closed = true;
      watchdog?.close();
      for (const slot of slots) slot.remote[releaseProxy]();
      await Promise.all(slots.map((slot) => slot.handle.terminate()));
    },
  };
}
