import { randomUUID } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job as QueueJob } from 'bullmq';
import type { Notice } from '../run/runner.ts';
import { VERSION } from '../version.ts';
import { type Bench, createBench } from './threads.ts';
import { connect, type Link, loadPeers } from './connect.ts';
import { type Jobs, jobsOf, type NamedJob } from './jobs.ts';
import { createStore, PREFIX, QUEUE, type Store, type WorkerSign } from './store.ts';
import { checkTask, type Task } from './task.ts';

export interface WorkOptions {
  /** Threads. Default: one for each core. */
  readonly workers?: number | undefined;
  /** A worker that was silent for so many seconds has lost its tasks to others. Default: 30. */
  readonly patience?: number | undefined;
  /** Seconds that a task may take: a second or so is usual. Default: 600. */
  readonly mostSeconds?: number | undefined;
  /** Told what people should know. */
  readonly onNotice?: Notice | undefined;
}

/** A worker at work. */
export interface Work {
  /** Takes no more, and resolves once what it has in hand is done. */
  close(): Promise<void>;
}

const PATIENCE = 30;
const MOST_SECONDS = 600;
/** Tasks in hand beside those that fill the threads, so that none idles while a result is on its way. */
const TASKS_AHEAD = 1;
/** A task that has ended so many workers ends no more. */
const MOST_STALLS = 5;
const BEAT_MILLISECONDS = 2000;
/** Somebody of the right version may take a task that was refused. */
const AFTER_REFUSAL_MILLISECONDS = 3000;
const QUESTIONS_KEPT = 4;
/** So long a lost Redis is waited for by a worker that ends, milliseconds. */
const FAREWELL = 2000;
const LOOK = 250;

/**
 * Takes tasks from the queue at a Redis and simulates them on threads of its own, until it is closed. This thread only
 * waits, merges and renews its locks. A question is read, checked and compiled here, as if it had been typed here.
 * @throws QueueError where there is no Redis, or what it takes is not installed
 */
export async function work(url: string, options: WorkOptions = {}): Promise<Work> {
  const { workers = availableParallelism(), patience = PATIENCE, mostSeconds = MOST_SECONDS } = options;
  const { onNotice = () => undefined } = options;
  const peers = await loadPeers();
  const link: Link = { isThere: false, isOver: false };
  const redis = await connect(peers, url, link, () =>
    onNotice(link.isThere ? 'the connection to Redis is there again' : 'the connection to Redis is lost; waits for it'),
  );
  const store = createStore(redis);
  const bench = createBench(workers, mostSeconds, onNotice);
  const id = randomUUID();
  const name = `${hostname()} (${process.pid})`;
  let refusal: string | null = null;
  const sign = () => store.sign<WorkerSign>('workers', { id, name, version: VERSION, threads: workers, refusal });

  const { Worker, DelayedError, UnrecoverableError } = peers.bullmq;
  const refuse = async (job: QueueJob, token: string | undefined, why: string): Promise<never> => {
    if (refusal !== why) onNotice(`refuses batches: ${why}`);
    refusal = why;
    await sign();
    await worker.pause(true);
    setTimeout(() => worker.resume(), AFTER_REFUSAL_MILLISECONDS).unref();
    await job.moveToDelayed(Date.now() + AFTER_REFUSAL_MILLISECONDS / 10, token);
    throw new DelayedError();
  };
  const worker = new Worker(
    QUEUE,
    createProcessor({ store, bench, refuse, accept: () => (refusal = null), Unrecoverable: UnrecoverableError }),
    {
      connection: redis,
      prefix: PREFIX,
      concurrency: workers + TASKS_AHEAD,
      lockDuration: patience * 1000,
      stalledInterval: (patience * 1000) / 2,
      maxStalledCount: MOST_STALLS,
      drainDelay: 2,
    },
  );
  worker.on('error', () => undefined);
  worker.on('failed', (_, error) => onNotice(`a task failed: ${error.message}`));
  await worker.waitUntilReady();
  await sign();
  const beat = setInterval(() => void sign().catch(() => undefined), BEAT_MILLISECONDS);
  return {
    async close() {
      clearInterval(beat);
      const orderly = worker.close().then(() => store.unsign('workers', id));
      // Where nobody can be told of what is in hand, others will do it.
      await Promise.race([orderly.catch(() => undefined), lostFor(FAREWELL, link)]);
      link.isOver = true;
      await bench.close();
      redis.disconnect();
    },
  };
}

/** Resolves once the connection has been away for so long, milliseconds. */
async function lostFor(most: number, link: Link): Promise<void> {
  for (let silence = 0; silence < most && !link.isOver; silence = link.isThere ? 0 : silence + LOOK)
    await sleep(LOOK, undefined, { ref: false });
}

interface Tools {
  readonly store: Store;
  readonly bench: Bench;
  readonly refuse: (job: QueueJob, token: string | undefined, why: string) => Promise<never>;
  readonly accept: () => void;
  readonly Unrecoverable: new (message: string) => Error;
}

/** What is done with what comes from the queue: checked, refused, or simulated and kept. */
function createProcessor({ store, bench, refuse, accept, Unrecoverable }: Tools) {
  const recipes = createRecipes(store);
  return async (queued: QueueJob, token?: string): Promise<void> => {
    const task = taskOf(queued.data, Unrecoverable);
    if (task.version !== VERSION) {
      const why = `they are asked for by nines ${task.version}, and this is ${VERSION}: install the same on both`;
      return refuse(queued, token, why);
    }
    if (await store.has(task)) return;
    if (queued.attemptsStarted > 1) await store.countRetry(task.question);
    const named = await recipes(task);
    if (named?.digest !== task.digest || task.end > named.job.plan.batches) {
      const why = `the same model is compiled to something else here: this nines ${VERSION} was built differently`;
      return refuse(queued, token, why);
    }
    accept();
    await store.put(task, await bench.run(task.digest, named.job, task, task.isEach));
  };
}

function taskOf(data: unknown, Unrecoverable: new (message: string) => Error): Task {
  try {
    return checkTask(data);
  } catch (error) {
    throw new Unrecoverable((error as Error).message);
  }
}

/** What a task's batches are simulated of: each question is read once, and the last few are kept. */
function createRecipes(store: Store): (task: Task) => Promise<NamedJob | null> {
  const kept = new Map<string, Promise<Jobs>>();
  const read = async (question: string) => jobsOf((await store.read(question)).question);
  return async ({ question, job, recipe }) => {
    let jobs = kept.get(question);
    if (jobs === undefined) {
      jobs = read(question);
      kept.set(question, jobs);
      jobs.catch(() => kept.delete(question));
      if (kept.size > QUESTIONS_KEPT) kept.delete(kept.keys().next().value!);
    }
    return recipe === undefined ? (await jobs).at(job) : (await jobs).remake(recipe);
  };
}
