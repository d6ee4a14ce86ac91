import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Job } from '../run/job.ts';
import type { Notice, OpenRunner, Runner } from '../run/runner.ts';
import type { PackedStretch } from '../run/stretch.ts';
import { VERSION } from '../version.ts';
import { type Asked, nameOf } from './asked.ts';
import { connect, type Link, loadPeers } from './connect.ts';
import { QueueError } from './error.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createStore, PREFIX, QUEUE, type Sign, type Store, type WorkerSign } from './store.ts';
import { idOf, type Task } from './task.ts';
import { type WorkList, workListOf } from './work-list.ts';

/** How it stands, for whoever waits. */
export interface Status {
  readonly workers: number;
  readonly threads: number;
  /** Batches, of all jobs. */
  readonly done: number;
  readonly batches: number;
  /** It is decided as it goes how many there will be. */
  readonly isOpen: boolean;
  /** Tasks that were tried as often as any may be. */
  readonly failed: number;
  /** Tasks that were begun anew, as a worker was lost. */
  readonly retried: number;
  readonly isConnected: boolean;
}

export interface AskOptions {
  readonly onNotice?: Notice | undefined;
  readonly onStatus?: ((status: Status) => void) | undefined;
  /** Seconds between two looks at the workers. Default: 1. */
  readonly beat?: number | undefined;
}

/** A question on a queue. */
export interface Asking {
  /** What `nines attach` takes. */
  readonly id: string;
  readonly asked: Asked;
  /** Hands out what workers have simulated: the runner of the question's study. */
  readonly open: OpenRunner;
  status(): Status;
  /** Brings the workers of `status` up to date, as is done every second while somebody waits. */
  look(): Promise<void>;
  /** Puts all of it on the queue. @throws QueueError where it is decided on the way how much is simulated */
  submit(): Promise<void>;
  /**
   * Takes off the queue what nobody has begun, unless somebody else waits for it.
   * @param isAnswered what has been simulated is wanted no more; else it is kept for whoever asks the same again
   * @param isLeft it stays on the queue
   */
  end(isAnswered: boolean, isLeft?: boolean): Promise<void>;
}

const POLL_MILLISECONDS = 10;
const MOST_POLL_MILLISECONDS = 200;
const BEAT_SECONDS = 1;
/** Whoever was silent for so long, milliseconds, is gone. */
const GONE = 8000;
/** Every so many beats all that is out is put on the queue once more: what is there stays, what was lost comes back. */
const BEATS_PER_REPEAT = 4;
/** Tasks on the queue for each thread, and beside them. */
const TASKS_PER_THREAD = 3;
const TASKS_BESIDE = 32;
/** Batches that are asked for ahead: where somebody looks after each, and where nobody does. */
const WINDOW_LOOKED_AT = 512;
const WINDOW = 1 << 16;
const ATTEMPTS = 3;
const RETRY_MILLISECONDS = 500;
const CHUNK = 500;
const FAILED_LOOKED_AT = 100;
/** So long a queue that does not answer is waited for at the end, milliseconds. */
const FAREWELL = 2000;

/**
 * Asks a question of the workers at a queue.
 * @param asked the question, or the name of one that was asked there
 * @throws QueueError
 */
export async function ask(url: string, asked: Asked | string, options: AskOptions = {}): Promise<Asking> {
  const peers = await loadPeers();
  const link: Link = { isThere: false, isOver: false };
  const redis = await connect(peers, url, link);
  try {
    const store = createStore(redis);
    const question = typeof asked === 'string' ? await store.read(asked) : asked;
    const name = typeof asked === 'string' ? asked : nameOf(question);
    const list = await workListOf(name, question.question);
    const queue = new peers.bullmq.Queue(QUEUE, { connection: redis, prefix: PREFIX });
    queue.on('error', () => undefined);
    await store.ask(name, question);
    const asking = new AskingAtRedis(
      name,
      question,
      list,
      { store, queue, link, close: () => redis.disconnect() },
      options,
    );
    await asking.look();
    return asking;
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

interface Ends {
  readonly store: Store;
  readonly queue: Queue;
  readonly link: Readonly<Link>;
  close(): void;
}

class AskingAtRedis implements Asking {
  readonly #me = randomUUID();
  /** Tasks on the queue, of which nothing has come yet. */
  readonly #out = new Map<string, Task>();
  /** What came before its job was asked for; null: it failed. */
  readonly #early = new Map<string, { readonly task: Task; readonly stretches: readonly PackedStretch[] | null }>();
  readonly #told = new Set<string>();
  #ledger: { readonly number: number; readonly ledger: Ledger } | null = null;
  #counts = { workers: 0, threads: 0, done: 0, failed: 0, retried: 0 };
  #isOver = false;
  #loop: Promise<void> | null = null;

  constructor(
    readonly id: string,
    readonly asked: Asked,
    private readonly list: WorkList,
    private readonly ends: Ends,
    private readonly options: AskOptions,
  ) {}

  readonly open: OpenRunner = (): Runner => {
    this.#loop ??= this.#run();
    const counts = this.#counts;
    return {
      // Who is there comes and goes: asked when the report is written.
      get workers() {
        return counts.threads;
      },
      window: this.list.isDecided ? WINDOW_LOOKED_AT : WINDOW,
      load: (job) => this.#load(job),
      run: (batch) => {
        this.list.reach(batch + 1);
        return this.#ledger!.ledger.ask(batch);
      },
      close: async () => undefined,
    };
  };

  status(): Status {
    const { batches, isOpen } = this.list;
    return { ...this.#counts, batches, isOpen, isConnected: this.ends.link.isThere };
  }

  async submit(): Promise<void> {
    if (this.list.isOpen)
      throw new QueueError('somebody has to look on and say what comes next, as this study decides as it goes');
    if (this.list.isDecided)
      throw new QueueError('with a precision somebody has to look on and say when it is enough: give --years instead');
    for (let tasks = this.list.draw(CHUNK); tasks.length > 0; tasks = this.list.draw(CHUNK)) await this.#add(tasks);
  }

  async end(isAnswered: boolean, isLeft = false): Promise<void> {
    this.#isOver = true;
    const work = async () => {
      await this.#loop;
      const others = (await this.#others()).length > 0;
      const out = [...this.#out.values()].map(idOf);
      if (!others && !isLeft) await Promise.all(out.map((id) => this.ends.queue.remove(id)));
      if (!others && isAnswered) await this.ends.store.forget(this.id, this.list.digests);
      await this.ends.store.unsign(this.#waiters, this.#me);
      await this.ends.queue.close();
    };
    await Promise.race([work().catch(() => undefined), sleep(FAREWELL, undefined, { ref: false })]);
    this.ends.close();
  }

  #load(job: Job): void {
    const number = this.list.begin(job);
    if (number < 0) throw new Error('A job was asked for that the question does not have.');
    // What is still out of another one nobody waits for any more; of a later one it comes early.
    for (const [key, task] of this.#out) {
      if (task.job >= number) continue;
      this.#out.delete(key);
      void this.ends.queue.remove(idOf(task)).catch(() => undefined);
    }
    this.#ledger = { number, ledger: createLedger(job) };
    for (const [id, { task, stretches }] of this.#early) {
      if (task.job > number) continue;
      this.#early.delete(id);
      this.#hand(task, stretches);
    }
  }

  #hand(task: Task, stretches: readonly PackedStretch[] | null): void {
    const { number, ledger } = this.#ledger ?? { number: -1, ledger: null };
    if (ledger === null || task.job > number) this.#early.set(keyOf(task), { task, stretches });
    else if (task.job < number) return;
    else if (stretches === null) ledger.fail(task);
    else ledger.arrive(task, stretches);
  }

  async #run(): Promise<void> {
    const beat = (this.options.beat ?? BEAT_SECONDS) * 1000;
    let delay = POLL_MILLISECONDS;
    let next = 0;
    for (let beats = 0; !this.#isOver;) {
      try {
        if (performance.now() >= next) {
          await this.#beat(beats++);
          next = performance.now() + beat;
        }
        delay = (await this.#turn()) ? POLL_MILLISECONDS : Math.min(delay * 1.5, MOST_POLL_MILLISECONDS);
      } catch (error) {
        // A Redis that restarts, or has no memory left: it is asked again.
        this.#tell(`the queue answered: ${(error as Error).message}`);
        delay = MOST_POLL_MILLISECONDS;
      }
      await sleep(delay);
    }
  }

  /** Takes what has come, and puts on the queue what there is room for. @returns whether something came */
  async #turn(): Promise<boolean> {
    const most = TASKS_BESIDE + TASKS_PER_THREAD * this.#counts.threads;
    const drawn = this.list.draw(most - this.#out.size - this.#early.size);
    const had = this.#out.size;
    for (const task of drawn) this.#out.set(keyOf(task), task);
    const came = await this.#take();
    await this.#add(drawn.filter((task) => this.#out.has(keyOf(task))));
    return came || this.#out.size > had;
  }

  async #take(): Promise<boolean> {
    let came = false;
    const byDigest = new Map<string, Task[]>();
    for (const task of this.#out.values()) byDigest.set(task.digest, [...(byDigest.get(task.digest) ?? []), task]);
    for (const [digest, tasks] of byDigest) {
      const found = await this.ends.store.take(digest, tasks);
      found.forEach((stretches, i) => {
        const task = tasks[i];
        if (stretches === null || !this.#out.delete(keyOf(task))) return;
        came = true;
        this.#counts.done += task.end - task.from;
        this.#hand(task, stretches);
      });
    }
    return came;
  }

  async #add(tasks: readonly Task[]): Promise<void> {
    if (tasks.length === 0) return;
    const backoff = { type: 'fixed', delay: RETRY_MILLISECONDS } as const;
    const kept = { attempts: ATTEMPTS, backoff, removeOnComplete: true, removeOnFail: false };
    await this.ends.queue.addBulk(
      tasks.map((task) => ({ name: 'batches', data: task, opts: { jobId: idOf(task), ...kept } })),
    );
  }

  /** Gives a sign, and looks at the others. */
  async #beat(beats: number): Promise<void> {
    const { store, queue } = this.ends;
    await store.sign<Sign>(this.#waiters, { id: this.#me });
    if (beats % BEATS_PER_REPEAT === BEATS_PER_REPEAT - 1) {
      await store.ask(this.id, this.asked);
      await this.#add([...this.#out.values()]);
    }
    const failures = this.#out.size === 0 && beats > 0 ? [] : await queue.getFailed(0, FAILED_LOOKED_AT - 1);
    for (const job of failures) {
      const task = [...this.#out.values()].find((each) => idOf(each) === job.id);
      // What failed before this was asked is tried again.
      if (task !== undefined || beats === 0) await job.remove();
      if (task === undefined) continue;
      this.#out.delete(keyOf(task));
      this.#counts.failed++;
      this.#tell(
        `batches ${task.from + 1} to ${task.end} failed for good: ${job.failedReason ?? 'no reason is given'}`,
      );
      this.#hand(task, null);
    }
    await this.look();
    this.options.onStatus?.(this.status());
  }

  async look(): Promise<void> {
    const { store } = this.ends;
    const workers = await store.signs<WorkerSign>('workers', GONE);
    const fit = workers.filter(({ version, refusal }) => version === VERSION && refusal === null);
    for (const { name, version, refusal } of workers) {
      if (refusal !== null) this.#tell(`worker ${name} of nines ${version} refuses batches: ${refusal}`);
    }
    this.#counts.workers = fit.length;
    this.#counts.threads = fit.reduce((sum, { threads }) => sum + threads, 0);
    this.#counts.retried = await store.retries(this.id);
  }

  get #waiters(): string {
    return `waiters-${this.id}`;
  }

  async #others(): Promise<Sign[]> {
    return (await this.ends.store.signs<Sign>(this.#waiters, GONE)).filter(({ id }) => id !== this.#me);
  }

  /** Once each. */
  #tell(sentence: string): void {
    if (this.#told.has(sentence)) return;
    this.#told.add(sentence);
    this.options.onNotice?.(sentence);
  }
}

function keyOf({ job, from }: Task): string {
  return `${job} ${from}`;
}
