import { Queue } from 'bullmq';
import { default as Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type AskOptions } from '../../src/queue/ask.ts';
import { type Asked, nameOf } from '../../src/queue/asked.ts';
import { checkTask } from '../../src/queue/task.ts';
import { work, type Work } from '../../src/queue/work.ts';
import { digestOf } from '../../src/run/digest.ts';
import type { Question } from '../../src/run/question.ts';
import { studyOf } from '../../src/run/question.ts';
import { conduct } from '../../src/run/study.ts';
import { VERSION } from '../../src/version.ts';
import { built } from '../built.ts';
import { answer, DECIDING, open, QUESTIONS } from '../parts/studies.ts';
import { type RedisServer, startRedis } from './cluster.ts';

/* What a hostile producer can put on a queue, and what comes of it. */

const question = JSON.parse(JSON.stringify(QUESTIONS['a run'])) as Question;
const DIGEST = 'a'.repeat(64);
const task = { version: VERSION, question: 'b'.repeat(32), job: 0, digest: DIGEST, from: 0, end: 1, isEach: false };

let server: RedisServer;
let redis: Redis;
let queue: Queue;
let worker: Work;
let said: string[] = [];
const put = (asked: Question, options: AskOptions = {}) => ask(server.url, { question: asked, assertions: [] }, { beat: 0.1, ...options });

beforeAll(async () => {
  await built();
  server = await startRedis();
  redis = new Redis(server.url, { maxRetriesPerRequest: null });
  queue = new Queue('batches', { connection: redis, prefix: 'nines' });
  worker = await work(server.url, { workers: 1, patience: 1, onNotice: (sentence) => said.push(sentence) });
});
afterAll(async () => {
  await worker.close();
  await queue.close();
  redis.disconnect();
  await server.close();
});

let added = 0;
const add = (data: unknown, jobId = `hostile-${added++}`) => {
  const opts = { jobId, attempts: 1, backoff: { type: 'fixed', delay: 1 }, removeOnComplete: true, removeOnFail: true } as const;
  return queue.addBulk([{ name: 'batches', data, opts }]);
};

async function digest(): Promise<string> {
  const [job] = (await studyOf(question)).jobs!();
  return digestOf(job);
}

/** Puts something on the queue and waits for what the worker says of it. */
async function thrown(data: unknown): Promise<string> {
  said = [];
  await add(data);
  await expect.poll(() => said.length, { interval: 10 }).toBeGreaterThan(0);
  return said[0];
}

describe('a worker', () => {
  it.each([
    ['nothing', null],
    ['a script', { ...task, version: '$(reboot)' }],
    ['a range without end', { ...task, end: 1e9 }],
    ['a name of a key', { ...task, question: '../../config' }],
    ['a range backwards', { ...task, from: 5 }],
    ['batches that are no numbers', { ...task, from: '0' }],
    ['a recipe as long as a book', { ...task, recipe: 'x'.repeat(1e5) }],
  ])('fails a task that is %s, and works on', async (_, data) => {
    expect(() => checkTask(data)).toThrow(TypeError);
    expect(await thrown(data)).toMatch(/^a task failed: A task must /);
  });

  it('fails a question that is not there, is none, or not the one that its name says', async () => {
    expect(await thrown(task)).toContain('there is no such question on this queue');
    await redis.set(`nines:question:${task.question}`, JSON.stringify({ question, assertions: [] }), 'EX', 60);
    expect(await thrown({ ...task, from: 1, end: 2 })).toContain('A question must be the one that its name says.');
    const odd = { question: { ...question, kind: 'shell' }, assertions: [] } as unknown as Asked;
    await redis.set(`nines:question:${nameOf(odd)}`, JSON.stringify(odd), 'EX', 60);
    expect(await thrown({ ...task, question: nameOf(odd) })).toContain("a question's kind must be one of run, compare, sweep, experiment");
    const broken: Asked = { question: { ...question, models: [{ text: 'services: {', file: 'x' }] }, assertions: [] };
    await redis.set(`nines:question:${nameOf(broken)}`, JSON.stringify(broken), 'EX', 60);
    expect(await thrown({ ...task, question: nameOf(broken) })).toContain('a task failed: ');
  });

  it('fails a question that is too large, asks for more years than any may, or for a job by what it is not made of', async () => {
    const large: Asked = { question: { ...question, models: [{ text: 'x'.repeat(17e6), file: 'x' }] }, assertions: [] };
    await redis.set(`nines:question:${nameOf(large)}`, JSON.stringify(large), 'EX', 60);
    expect(await thrown({ ...task, question: nameOf(large) })).toContain('A question has at most 16000000 bytes.');
    const endless: Asked = { question: { ...question, wishes: { years: 1e15 } }, assertions: [] };
    await redis.set(`nines:question:${nameOf(endless)}`, JSON.stringify(endless), 'EX', 60);
    expect(await thrown({ ...task, question: nameOf(endless) })).toContain('years must be');
    const plain: Asked = { question, assertions: ['by a recipe'] };
    await redis.set(`nines:question:${nameOf(plain)}`, JSON.stringify(plain), 'EX', 60);
    expect(await thrown({ ...task, question: nameOf(plain), recipe: 'gap' })).toContain('This study knows its jobs by their numbers.');
    const search: Asked = { question: DECIDING['an optimization'], assertions: [] };
    await redis.set(`nines:question:${nameOf(search)}`, JSON.stringify(search), 'EX', 60);
    const recipe = { candidate: 0, yearsPerObservation: 1e12, to: 1 };
    expect(await thrown({ ...task, question: nameOf(search), recipe })).toContain('These are no observations of this search.');
  });

  it('answers what is asked properly, after all that, and with what is not JSON among its tasks', async () => {
    const fields = { name: 'batches', data: 'no {json', opts: '{}', timestamp: '1', delay: '0', priority: '0' };
    for (const [field, value] of Object.entries(fields)) await redis.hset('nines:batches:broken', field, value);
    await (redis as unknown as { lpush(list: string, id: string): Promise<number> }).lpush('nines:batches:wait', 'broken');
    const asking = await put(question);
    expect(await answer(asking.open, question)).toBe(await answer(open, question));
    await asking.end(true);
    // What was simulated is wanted no more.
    expect(await redis.hexists(`nines:results:${await digest()}`, '0')).toBe(0);
  });

  it('refuses batches of another version or build aloud, and whoever waits hears of it', async () => {
    const told: string[] = [];
    said = [];
    await add({ ...task, version: '9.9.9' }, 'newer');
    await expect.poll(() => said.join()).toContain(`refuses batches: they are asked for by nines 9.9.9, and this is ${VERSION}`);
    const asking = await put(question, { onNotice: (sentence) => told.push(sentence) });
    expect(told.join()).toContain(`of nines ${VERSION} refuses batches: they are asked for by nines 9.9.9`);
    expect(asking.status().workers).toBe(0);
    await asking.end(true);
    await queue.remove('newer');
    const other: Asked = { question, assertions: ['of another build'] };
    await redis.set(`nines:question:${nameOf(other)}`, JSON.stringify(other), 'EX', 60);
    await add({ ...task, question: nameOf(other) }, 'other');
    await expect.poll(() => said.join()).toContain('was built differently');
    await expect.poll(() => queue.remove('other')).toBe(1);
  });
});

describe('whoever waits', () => {
  it('drops results that are none, and has the batches simulated again', async () => {
    const asking = await put(question);
    await redis.hset(`nines:results:${await digest()}`, '0', 'rubbish');
    expect(await answer(asking.open, question)).toBe(await answer(open, question));
    await asking.end(true);
  });

  it('ends with what there is where a task takes longer than any may, and says so', async () => {
    const hasty = await startHasty();
    const told: string[] = [];
    const asking = await put(question, { onNotice: (sentence) => told.push(sentence) });
    const study = await studyOf(question);
    await expect(conduct(asking.open, {}, () => study)).rejects.toThrow();
    expect(told.join()).toMatch(/batches 1 to \d+ failed for good: a task was not over after 0\.001 s/);
    await asking.end(true);
    await hasty.close();
  });

  async function startHasty(): Promise<Work> {
    await worker.close();
    const hasty = await work(server.url, { workers: 1, patience: 1, mostSeconds: 0.001 });
    return { close: () => hasty.close().then(async () => void (worker = await work(server.url, { workers: 1 }))) };
  }
});
