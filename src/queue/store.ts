import { gunzipSync, gzipSync } from 'node:zlib';
import type { Redis } from 'ioredis';
import { isRecord } from '../model/arguments.ts';
import { checkQuestion } from '../run/question.ts';
import { flattenStretch, type PackedStretch, readStretch } from '../run/stretch.ts';
import { type Asked, nameOf } from './asked.ts';
import { QueueError } from './error.ts';
import type { Task } from './task.ts';

export const PREFIX = 'nines';
export const QUEUE = 'batches';

/** What nobody asks for any more is gone after a week, seconds. */
const KEPT = 7 * 86_400;
/** Larger than any model that people write, bytes of text; and than the results of any task. */
const LARGEST_QUESTION = 16e6;
const LARGEST_RESULTS = 256e6;

/** Somebody who works, or waits for work: told now and then, and forgotten when it is silent. */
export interface Sign {
  readonly id: string;
  /** Milliseconds, by the clock of Redis. */
  readonly at: number;
}

export interface WorkerSign extends Sign {
  readonly name: string;
  readonly version: string;
  readonly threads: number;
  /** What it refuses, and why; null: nothing. */
  readonly refusal: string | null;
}

function key(kind: string, name: string): string {
  return `${PREFIX}:${kind}:${name}`;
}

/** All that is kept in Redis beside the queue itself. */
export function createStore(redis: Redis) {
  return {
    async ask(name: string, asked: Asked): Promise<void> {
      await redis.set(key('question', name), JSON.stringify(asked), 'EX', KEPT);
    },
    /** @throws QueueError where it is not there; TypeError where it is no question */
    async read(name: string): Promise<Asked> {
      const text = await redis.get(key('question', name));
      if (text === null) throw new QueueError('there is no such question on this queue, or it has been answered');
      return parseAsked(name, text);
    },
    /** What a task came to; what is there already stays. */
    async put({ digest, from }: Task, stretches: readonly PackedStretch[]): Promise<void> {
      const results = key('results', digest);
      await redis.multi().hsetnx(results, String(from), pack(stretches)).expire(results, KEPT).exec();
    },
    async has({ digest, from }: Task): Promise<boolean> {
      return (await redis.hexists(key('results', digest), String(from))) === 1;
    },
    /**
     * @param tasks of one job
     * @returns of each what it came to; null: it is not there, or was unreadable and is gone
     */
    async take(digest: string, tasks: readonly Task[]): Promise<(PackedStretch[] | null)[]> {
      const found = await redis.hmgetBuffer(key('results', digest), ...tasks.map(({ from }) => String(from)));
      const broken: string[] = [];
      const taken = found.map((bytes, i) => {
        try {
          return bytes === null ? null : unpack(bytes, tasks[i]);
        } catch {
          broken.push(String(tasks[i].from));
          return null;
        }
      });
      if (broken.length > 0) await redis.hdel(key('results', digest), ...broken);
      return taken;
    },
    async forget(name: string, digests: readonly string[]): Promise<void> {
      await redis.del(key('question', name), key('retried', name), ...digests.map((digest) => key('results', digest)));
    },
    async countRetry(name: string): Promise<void> {
      await redis.multi().hincrby(key('retried', name), 'times', 1).expire(key('retried', name), KEPT).exec();
    },
    async retries(name: string): Promise<number> {
      return Number((await redis.hgetall(key('retried', name))).times ?? 0);
    },
    ...createSigns(redis),
  };
}

/** Signs of life, by the clock of Redis: those of machines differ. */
function createSigns(redis: Redis) {
  const now = async () => {
    const [seconds, microseconds] = await redis.time();
    return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
  };
  const signKey = (whose: string) => key('signs', whose);
  return {
    /** @param whose `workers`, or those who wait for a question */
    async sign<S extends Sign>(whose: string, sign: Omit<S, 'at'>): Promise<void> {
      await redis.hset(signKey(whose), sign.id as string, JSON.stringify({ ...sign, at: await now() }));
      await redis.expire(signKey(whose), KEPT);
    },
    async unsign(whose: string, id: string): Promise<void> {
      await redis.hdel(signKey(whose), id);
    },
    /** Those who have given a sign within so many milliseconds. */
    async signs<S extends Sign>(whose: string, within: number): Promise<S[]> {
      const all = Object.entries(await redis.hgetall(signKey(whose)));
      const since = (await now()) - within;
      const read = all.map(([id, text]) => ({ ...(JSON.parse(text) as S), id }));
      const gone = read.filter(({ at }) => at < since - 10 * within);
      if (gone.length > 0) await redis.hdel(signKey(whose), ...gone.map(({ id }) => id));
      return read.filter(({ at }) => at >= since);
    },
  };
}

export type Store = ReturnType<typeof createStore>;

function parseAsked(name: string, text: string): Asked {
  if (text.length > LARGEST_QUESTION) throw new TypeError(`A question has at most ${LARGEST_QUESTION} bytes.`);
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !Array.isArray(value.assertions) || nameOf(value as unknown as Asked) !== name)
    throw new TypeError('A question must be the one that its name says.');
  const isSentence = (each: unknown): each is string => typeof each === 'string';
  return { question: checkQuestion(value.question), assertions: value.assertions.filter(isSentence) };
}

/** How many there are, the length of each, and their numbers. */
function pack(stretches: readonly PackedStretch[]): Buffer {
  const flats = stretches.map(flattenStretch);
  const head = Float64Array.from([flats.length, ...flats.map(({ length }) => length)]);
  const all = [head, ...flats].map(({ buffer }) => Buffer.from(buffer as ArrayBuffer));
  return gzipSync(Buffer.concat(all), { level: 1 });
}

/** @throws where it is something else */
function unpack(bytes: Buffer, { from, end, isEach }: Task): PackedStretch[] {
  const plain = gunzipSync(bytes, { maxOutputLength: LARGEST_RESULTS });
  const numbers = new Float64Array(new Uint8Array(plain).buffer);
  const count = numbers[0];
  if (count !== (isEach ? end - from : 1) || count >= numbers.length) throw new RangeError('These are no results.');
  let at = 1 + count;
  return Array.from(numbers.subarray(1, 1 + count), (length) => readStretch(numbers.slice(at, (at += length))));
}
