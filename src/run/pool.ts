import { type Endpoint, type Remote, releaseProxy, wrap } from 'comlink';
import { type Job, type Results, unpackResults } from './job.ts';
import { sharedJob } from './shared-job.ts';
import { BatchGivenUp, type Notice, type Runner } from './runner.ts';
import type { BatchService } from './service.ts';
import { createWatchdog, type Patience, PATIENCE, type Watched, type Watchdog } from './watchdog.ts';

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
  const pool = new Pool(spawn, workers, onNotice, patience);
  return {
    workers,
    // Far enough ahead that the others have work while one slow batch holds up the merging.
    window: workers * (ORDERS_PER_WORKER + 2),
    load: (job) => pool.load(job),
    run: (batch) => pool.run(batch),
    close: () => pool.close(),
  };
}

class Pool {
  readonly #slots: Slot[] = [];
  readonly #queue: Order[] = [];
  #job: Job | null = null;
  #closed = false;
  #started = 0;
  #watchdog: Watchdog | null = null;

  constructor(
    private readonly spawn: () => WorkerHandle,
    private readonly workers: number,
    private readonly onNotice: Notice,
    private readonly patience: Patience,
  ) {}

  load(next: Job): void {
    this.#job = sharedJob(next);
    // What the workers have in hand they give up as soon as they listen; the rest is of the run before.
    for (const dropped of this.#queue.splice(0)) dropped.reject(new Error('Another run has taken its place.'));
    for (const slot of this.#slots) this.#send(slot, this.#job);
  }

  run(batch: number): Promise<Results> {
    return new Promise<Results>((resolve, reject) => {
      this.#queue.push({ batch, resolve, reject, deaths: 0 });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#watchdog?.close();
    for (const slot of this.#slots) slot.remote[releaseProxy]();
    await Promise.all(this.#slots.map((slot) => slot.handle.terminate()));
  }

  #start(): Slot {
    const handle = this.spawn();
    const remote = wrap<BatchService>(handle.endpoint);
    const orders: Order[] = [];
    const slot: Slot = {
      number: ++this.#started,
      handle,
      remote,
      orders,
      isBusy: () => orders.length > 0,
      ping: () => remote.ping(),
    };
    this.#slots.push(slot);
    this.#watchdog ??= createWatchdog(
      () => this.#slots,
      this.patience,
      (stuck) => this.#replace(stuck),
    );
    // A call on a dead worker never settles: its end has to be heard from the worker itself.
    void handle.ended.then((reason) => this.#bury(slot, reason));
    if (this.#job !== null) this.#send(slot, this.#job);
    return slot;
  }

  #send(slot: Slot, next: Job): void {
    // Not awaited: a worker reads its mail in order, so batches may follow at once.
    slot.remote.load(next).catch((error: unknown) => this.#fail(error));
  }

  #feed(): void {
    while (this.#queue.length > 0 && !this.#closed) {
      const slot = this.#freest();
      if (slot === null) return;
      const next = this.#queue.shift()!;
      slot.orders.push(next);
      const mine = this.#job!;
      const unpacked = slot.remote.run(next.batch).then((packed) => unpackResults(mine, packed));
      unpacked.then(
        (results) => {
          this.#done(slot, next);
          next.resolve(results);
          this.#feed();
        },
        (error: unknown) => {
          this.#done(slot, next);
          next.reject(error);
          this.#feed();
        },
      );
    }
  }

  #done(slot: Slot, order: Order): void {
    const at = slot.orders.indexOf(order);
    if (at >= 0) slot.orders.splice(at, 1);
  }

  /** The worker to hand the next batch to; null: all are busy enough. */
  #freest(): Slot | null {
    let best: Slot | null = null;
    for (const slot of this.#slots) if (best === null || slot.orders.length < best.orders.length) best = slot;
    if (best === null || (best.orders.length > 0 && this.#slots.length < this.workers)) return this.#start();
    return best.orders.length < ORDERS_PER_WORKER ? best : null;
  }

  /** It is none of the pool's any more. @returns whether it was */
  #dismiss(slot: Slot): boolean {
    const at = this.#slots.indexOf(slot);
    if (this.#closed || at < 0) return false;
    this.#slots.splice(at, 1);
    slot.remote[releaseProxy]();
    return true;
  }

  #replace(slot: Slot): void {
    const [running, ...waiting] = slot.orders;
    if (running === undefined || !this.#dismiss(slot)) return;
    void slot.handle.terminate();
    this.#queue.unshift(...waiting);
    const seconds = (this.patience.milliseconds * this.patience.questions) / 1000;
    this.onNotice(
      `Worker ${slot.number} did not answer for ${seconds} s and was replaced. Batch ${running.batch} is ` +
        'given up, unfinished.',
    );
    running.reject(new BatchGivenUp(running.batch));
    this.#feed();
  }

  #bury(slot: Slot, reason: string): void {
    if (!this.#dismiss(slot)) return;
    this.#queue.unshift(...slot.orders);
    const [running] = slot.orders;
    if (running !== undefined && ++running.deaths >= MOST_DEATHS) {
      this.#fail(new Error(`Batch ${running.batch} ended ${MOST_DEATHS} workers, the last one so: ${reason}`));
      return;
    }
    const again = running === undefined ? '' : ` Batch ${running.batch} is run again; the result is the same.`;
    this.onNotice(`Worker ${slot.number} died: ${reason}.${again}`);
    this.#feed();
  }

  /** Whoever drives the run hears of it, and closes the pool. */
  #fail(error: unknown): void {
    const all = [...this.#slots.flatMap((slot) => slot.orders), ...this.#queue.splice(0)];
    for (const each of all) each.reject(error);
  }
}
