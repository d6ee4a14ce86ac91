import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Asking, type AskOptions, type Status } from '../../src/queue/ask.ts';
import type { Asked } from '../../src/queue/asked.ts';
import { type Question, studyOf } from '../../src/run/question.ts';
import { conduct } from '../../src/run/study.ts';
import { answer, DECIDING, open, QUESTIONS } from '../parts/studies.ts';
import { type RedisServer, startRedis, startWorker, type WorkerProcess } from './cluster.ts';

const run = QUESTIONS['a run'] as Question<'run'>;
/** Some seconds of work for one thread, in tasks of a fraction of a second. */
const LONG: Question<'run'> = { ...run, wishes: { years: 3000 } };
/** Many more tasks than workers: whoever is killed has one in hand. */
const LONGER: Question<'run'> = { ...run, wishes: { years: 10_000 } };
const PRECISE: Question<'run'> = { ...run, wishes: { precision: 0.4 } };

let redis: RedisServer;
const workers: WorkerProcess[] = [];
const start = async (count: number, url = redis.url) => {
  const started = await Promise.all(Array.from({ length: count }, () => startWorker(url)));
  workers.push(...started);
  return started;
};
beforeAll(async () => {
  redis = await startRedis();
  await start(4);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end()));
  await redis.close();
});

const askings: Asking[] = [];
afterEach(async () => {
  for (const asking of askings.splice(0)) await asking.end(true);
});

async function put(question: Question, options: AskOptions = {}, url = redis.url): Promise<Asking> {
  const asked: Asked = { question: JSON.parse(JSON.stringify(question)) as Question, assertions: [] };
  const asking = await ask(url, asked, { beat: 0.2, ...options });
  askings.push(asking);
  return asking;
}

/** Resolves once so many batches have come. */
function watcher(): { readonly onStatus: (status: Status) => void; readonly last: () => Status; reach(done: number): Promise<void> } {
  let last: Status;
  let check: () => void = () => undefined;
  return {
    onStatus(status) {
      last = status;
      check();
    },
    last: () => last,
    reach: (done) =>
      new Promise((resolve) => {
        check = () => {
          if (last !== undefined && last.done >= done) resolve();
        };
        check();
      }),
  };
}

const expected = new Map<Question, Promise<string>>();
const alone = (question: Question) => {
  if (!expected.has(question)) expected.set(question, answer(open, question));
  return expected.get(question)!;
};

describe('four workers at a Redis', () => {
  it.each([
    ...Object.entries(QUESTIONS),
    ...Object.entries(DECIDING),
    ['a run with a precision', PRECISE],
  ] as [string, Question][])('answer %s with the bits of one machine', async (_, question) => {
    expect(await answer((await put(question)).open, question)).toBe(await alone(question));
  });

  it('give the same bits to two who ask the same at the same time', async () => {
    const [one, other] = [await put(LONG), await put(LONG)];
    const answers = Promise.all([one, other].map((each) => answer(each.open, LONG)));
    expect(await answers).toEqual([await alone(LONG), await alone(LONG)]);
  });

  it('are killed in the middle of a batch, two of them, and others do what these had in hand', async () => {
    const watch = watcher();
    const asking = await put(LONGER, watch);
    const bits = answer(asking.open, LONGER);
    await watch.reach(1);
    await Promise.all(workers.splice(0, 2).map((worker) => worker.end('SIGKILL')));
    expect(await bits).toBe(await alone(LONGER));
    expect(asking.status().done).toBe(asking.status().batches);
    await asking.look();
    expect(asking.status().retried).toBeGreaterThan(0);
    await start(2);
  });

  it('hang, one of them, and what it had in hand is done by others; what it brings late changes nothing', async () => {
    const watch = watcher();
    const asking = await put(LONG, watch);
    const bits = answer(asking.open, LONG);
    await watch.reach(1);
    workers[0].process.kill('SIGSTOP');
    expect(await bits).toBe(await alone(LONG));
    workers[0].process.kill('SIGCONT');
    expect(await answer((await put(run)).open, run)).toBe(await alone(run));
  });

  it('are slow, one of them, and a precision ends at the same batch all the same', async () => {
    const bits = answer((await put(PRECISE)).open, PRECISE);
    const timer = setInterval(() => {
      workers[1].process.kill('SIGSTOP');
      setTimeout(() => workers[1].process.kill('SIGCONT'), 80);
    }, 100);
    expect(await bits).toBe(await alone(PRECISE));
    clearInterval(timer);
    workers[1].process.kill('SIGCONT');
  });

  it('end with what there is when they are told to, and go on from there when the same is asked again', async () => {
    const watch = watcher();
    const asking = await put(LONG, watch);
    const interrupt = new AbortController();
    const study = await studyOf(LONG);
    const report = conduct(asking.open, { signal: interrupt.signal }, () => study);
    await watch.reach(1);
    interrupt.abort();
    const { run: partial } = await report;
    expect(partial.partial).toBe(true);
    expect(partial.years).toBeLessThan(3000);
    await asking.end(false);
    askings.splice(0);
    const again = watcher();
    const next = await put(LONG, again);
    const bits = answer(next.open, LONG);
    await again.reach(1);
    expect(await bits).toBe(await alone(LONG));
  });

  it('work on what was left there, and whoever attaches has the same bits', async () => {
    const asking = await put(run);
    await asking.submit();
    await asking.end(false, true);
    askings.splice(0);
    const attached = await ask(redis.url, asking.id, { beat: 0.2 });
    askings.push(attached);
    expect(await answer(attached.open, attached.asked.question)).toBe(await alone(run));
  });

  it('are not left anything whose end has to be decided', async () => {
    const asking = await put(PRECISE);
    await expect(asking.submit()).rejects.toThrow('give --years instead');
    const search = await put(DECIDING['an optimization']);
    await expect(search.submit()).rejects.toThrow('somebody has to look on and say what comes next');
  });
});

describe.each([
  ['without persistence', false],
  ['with persistence', true],
])('a Redis that is killed %s and started again', (_, isKept) => {
  it('changes no bit', async () => {
    const server = await startRedis(isKept);
    const two = await Promise.all([startWorker(server.url), startWorker(server.url)]);
    const watch = watcher();
    const asking = await put(LONG, watch, server.url);
    const bits = answer(asking.open, LONG);
    await watch.reach(1);
    await server.kill();
    await server.start();
    expect(await bits).toBe(await alone(LONG));
    await asking.end(true);
    askings.splice(0);
    await server.close();
    // It does not come back any more: whoever is told to end then ends.
    await Promise.all(two.map((worker) => worker.end('SIGTERM')));
  });
});
