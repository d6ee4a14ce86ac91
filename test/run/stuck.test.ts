import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { eventsPerYear } from '../../src/compile/estimate.ts';
import { parseModel } from '../../src/model/index.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { drive } from '../../src/run/drive.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { nodePlatform } from '../../src/run/node.ts';
import { NothingToReport } from '../../src/run/nothing.ts';
import { makePlan } from '../../src/run/plan.ts';
import { createPool, type WorkerHandle } from '../../src/run/pool.ts';
import { BatchGivenUp } from '../../src/run/runner.ts';
import type { Job } from '../../src/run/job.ts';
import { simulateOn } from '../../src/run/simulate-on.ts';
import { built } from '../built.ts';
import { SHOP } from '../models.ts';

/** Nobody lives to see the end of its first history: 10¹¹ events before the first year. */
const ENDLESS = parseModel(`nines: 1
components: { c: { failures: { f: { mtbf: 0.3 s, mttr: 0.1 s } } } }
services: { s: { component: c } }
entry: s
simulation: { warm-up: 1000 years }`);

const platform = nodePlatform()!;
const never = () => false;

function jobOf(model: typeof ENDLESS): Job {
  return { programs: [compile(model).program], plan: makePlan(model, { years: 300 }, eventsPerYear(model)) };
}

/** A worker that loops for good over the first message. */
function loops(): WorkerHandle {
  const worker = new Worker("require('node:worker_threads').parentPort.once('message', () => { for (;;); })", { eval: true });
  return { endpoint: nodeEndpoint(worker), ended: new Promise((resolve) => worker.once('exit', () => resolve('it was ended'))), terminate: () => worker.terminate() };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

beforeAll(async () => void (await built()), 120_000);

describe.each([0, 2])('a history without end, on %i workers', (workers) => {
  it('ends at the time limit, saying that there is nothing to report', async () => {
    const run = () => expect(simulateOn(onPlatform(platform), ENDLESS, { years: 1, workers, maxTime: 0.2 })).rejects.toThrow(NothingToReport);
    expect(await seconds(run)).toBeLessThan(15);
  });

  it('ends when the signal is aborted, with its reason', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('enough')), 100);
    const run = () => expect(simulateOn(onPlatform(platform), ENDLESS, { years: 1, workers, signal: abort.signal })).rejects.toThrow('enough');
    expect(await seconds(run)).toBeLessThan(10);
  });
});

describe('a pool', () => {
  it('goes on with the next run after one without end, and gives the same bits', async () => {
    const pool = createPool(platform.spawn, 1, never);
    const job = jobOf(parseModel(SHOP));
    try {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 300);
      expect((await drive(pool, jobOf(ENDLESS), { signal: abort.signal, enough: never })).merged).toBe(0);
      const { results, merged } = await drive(pool, job, { enough: never });
      expect(merged).toBe(job.plan.batches);
      expect(results).toEqual((await drive(createInProcessRunner(), job, { enough: never })).results);
    } finally {
      await pool.close();
    }
  });

  it('replaces a worker that is stuck, gives its batch up by name, and later runs proceed', async () => {
    let spawned = 0;
    const notices: string[] = [];
    const pool = createPool(() => (spawned++ === 0 ? loops() : platform.spawn()), 1, (notice) => notices.push(notice), { milliseconds: 1000, questions: 3 });
    const job = jobOf(parseModel(SHOP));
    try {
      expect((await drive(pool, job, { enough: never })).merged).toBe(0);
      expect(notices).toEqual(['Worker 1 did not answer for 3 s and was replaced. Batch 0 is given up, unfinished.']);
      expect((await drive(pool, job, { enough: never })).merged).toBe(job.plan.batches);
      expect(spawned).toBe(2);
    } finally {
      await pool.close();
    }
  });
});

it('a run keeps what comes before a batch that was given up', async () => {
  const inner = createInProcessRunner();
  const runner = { ...inner, run: (batch: number) => (batch === 2 ? Promise.reject(new BatchGivenUp(2)) : inner.run(batch)) };
  const { merged, satisfied } = await drive(runner, jobOf(parseModel(SHOP)), { enough: never });
  expect({ merged, satisfied }).toEqual({ merged: 2, satisfied: false });
});
