import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { eventsPerYear } from '../../src/compile/estimate.ts';
import { parseModel } from '../../src/model/index.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { nodePlatform } from '../../src/run/node.ts';
import { makePlan } from '../../src/run/plan.ts';
import type { Platform, WorkerHandle } from '../../src/run/pool.ts';
import { BatchGivenUp } from '../../src/run/runner.ts';
import { simulateOn } from '../../src/run/simulate-on.ts';
import { simulate } from '../../src/run/simulate.ts';
import { built } from '../built.ts';
import { COIN, SHOP } from '../models.ts';

const shop = parseModel(SHOP);
const coin = parseModel(COIN);

/** Everything that two equal runs have in common. */
function bits(report: Report): string {
  return JSON.stringify({ ...report, run: { ...report.run, seconds: 0, workers: 0 } });
}

/** Node's workers, with a hand on each of them. */
function watched(onSpawn: (handle: WorkerHandle, number: number) => void): Platform {
  const platform = nodePlatform()!;
  let number = 0;
  return {
    ...platform,
    spawn: () => {
      const handle = platform.spawn();
      onSpawn(handle, ++number);
      return handle;
    },
  };
}

beforeAll(async () => {
  await built();
});

describe('a report', () => {
  it('is the same bits on the calling thread and on 1, 2 and 7 workers', async () => {
    const reports = [];
    for (const workers of [0, 1, 2, 7]) reports.push(await simulate(shop, { years: 1000, workers }));
    expect(reports.map(({ run }) => run.workers)).toEqual([1, 1, 2, 7]);
    for (const report of reports) expect(bits(report)).toBe(bits(reports[0]));
  });

  it('stops at the same year for a precision, however many workers there are', async () => {
    const reports = [];
    for (const workers of [0, 2, 3]) reports.push(await simulate(shop, { precision: 0.2, workers }));
    for (const report of reports) expect(bits(report)).toBe(bits(reports[0]));
    expect(reports[0].run.partial).toBe(false);
    const { mean, ci95 } = reports[0].availability;
    expect((ci95[1] - ci95[0]) / 2).toBeLessThanOrEqual(0.2 * (1 - mean));
  });

  it('is another one for another seed', async () => {
    expect(bits(await simulate(coin, { seed: 2 }))).not.toBe(bits(await simulate(coin, { seed: 3 })));
    expect(bits(await simulate(coin, { seed: 2 }))).toBe(bits(await simulate(coin, { seed: '2' })));
  });

  it('crosses JSON unchanged', async () => {
    const report = await simulate(shop, { years: 200 });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('a worker that dies', () => {
  it('is replaced, its batch run again to the same bits, and a notice says so', async () => {
    const calm = await simulate(shop, { years: 3000, workers: 0 });
    const notices: string[] = [];
    const platform = watched((handle, number) => {
      if (number <= 3) setTimeout(() => void handle.terminate(), 60 + 10 * number);
    });
    const report = await simulateOn(onPlatform(platform), shop, { years: 3000, workers: 2, onNotice: (message) => notices.push(message) });
    expect(bits(report)).toBe(bits(calm));
    expect(notices.length).toBeGreaterThan(0);
    expect(notices[0]).toMatch(/^Worker \d died: .+ Batch \d+ is run again; the result is the same\.$/);
  });

  it('is given up on when the same batch ends three of them', async () => {
    const platform = watched((handle) => void handle.terminate());
    await expect(simulateOn(onPlatform(platform), shop, { workers: 2 })).rejects.toThrow(/^Batch \d+ ended 3 workers, the last one so: .+/);
  });
});

describe('an aborted run', () => {
  it('resolves with what it has, marked as partial', async () => {
    const controller = new AbortController();
    const report = await simulate(shop, {
      years: 100_000,
      workers: 2,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(report.run.partial).toBe(true);
    expect(report.run.years).toBeGreaterThan(0);
    expect(report.run.years).toBeLessThan(100_000);
  });

  it('does so on the calling thread too, which listens between batches', async () => {
    const controller = new AbortController();
    // From outside of the run, which has something by then however slow the machine is.
    const onProgress = () => void setTimeout(() => controller.abort());
    const report = await simulate(shop, { years: 1_000_000, workers: 0, signal: controller.signal, onProgress });
    expect(report.run.partial).toBe(true);
    expect(report.run.years).toBeGreaterThan(0);
    expect(report.run.years).toBeLessThan(1_000_000);
  });

  it('rejects with an AbortError when there is nothing to report', async () => {
    await expect(simulate(shop, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('holds the first batches of the whole run and no others', async () => {
    const controller = new AbortController();
    let last: Report | undefined;
    const report = await simulate(shop, {
      years: 20_000,
      workers: 2,
      signal: controller.signal,
      onProgress: (partial) => {
        last = partial;
        controller.abort();
      },
    });
    // What needs no simulation is calculated when the run is over, however that came about.
    const withExact = (of: Report): Report => ({ ...of, availability: { ...of.availability, exact: report.availability.exact } });
    expect(bits(report)).toBe(bits(withExact(last!)));
    expect(last!.availability.exact.value).toBeNull();

    const { replicationsPerBatch } = makePlan(shop, { years: 20_000 }, eventsPerYear(shop));
    const batches = report.run.replications / replicationsPerBatch;
    expect(batches % 1).toBe(0);
    const inner = createInProcessRunner();
    const first = { ...inner, run: (batch: number) => (batch < batches ? inner.run(batch) : Promise.reject(new BatchGivenUp(batch))) };
    expect(bits(await simulateOn(() => first, shop, { years: 20_000 }))).toBe(bits(report));
  });
});

describe('the options of simulate', () => {
  it('end a run by the clock, with at least one batch', async () => {
    // So few years that the first batch is a small one: it is waited for, but not for ever.
    const report = await simulate(shop, { years: 3_000, maxTime: 0.001, workers: 0 });
    expect(report.run.partial).toBe(true);
    expect(report.run.years).toBeGreaterThan(0);
  });

  it('are refused where they make no sense', async () => {
    await expect(simulate(coin, { years: 0 })).rejects.toThrow(RangeError);
    await expect(simulate(coin, { years: 1.5 })).rejects.toThrow('years must be a whole number');
    await expect(simulate(coin, { workers: -1 })).rejects.toThrow('workers must be');
    await expect(simulate(coin, { precision: 5 })).rejects.toThrow('precision must be a share between 0 and 1');
    await expect(simulate(coin, { seed: NaN })).rejects.toThrow('seed must be');
    await expect(simulate(coin, { seed: '' })).rejects.toThrow(RangeError);
  });

  it.each([
    [{ yaers: 5 }, "unknown option 'yaers': did you mean 'years'?"],
    [{ zzzzzzzz: 5 }, "unknown option 'zzzzzzzz': there are years, seed, precision, workers, experiments, method, chances, maxTime, signal, onProgress, onNotice"],
    [{ years: '100' }, "years must be a whole number of at least 1, not the string '100'."],
    [{ precision: '0.05' }, "precision must be a share between 0 and 1, as a number, not the string '0.05'."],
    [{ workers: null }, 'workers must be a whole number from 0 to 1024, not null.'],
    [{ maxTime: 1n }, 'maxTime must be a positive number of seconds, not a bigint.'],
    [{ seed: {} }, 'seed must be text or a number, not an object.'],
    [{ signal: {} }, 'signal must be an AbortSignal, not an object.'],
    [{ onProgress: 5 }, 'onProgress must be a function, not the number 5.'],
    [null, 'options must be an object, not null.'],
    [100, 'options must be an object, not the number 100.'],
  ])('of a wrong type are refused by name: %o', async (options, message) => {
    await expect(simulate(coin, options as never)).rejects.toThrow(new TypeError(message));
  });

  it('come after a model', async () => {
    for (const [model, what] of [[SHOP, /^model must be what parseModel returns, not the string 'nines: 1/], [{}, /not an object\.$/], [undefined, /not undefined\.$/]] as const) {
      await expect(simulate(model as never)).rejects.toThrow(TypeError);
      await expect(simulate(model as never)).rejects.toThrow(what);
    }
  });

  it('report progress as partial reports with growing years', async () => {
    const years: number[] = [];
    await simulate(shop, { years: 20_000, workers: 2, onProgress: ({ run }) => years.push(run.partial ? run.years : -1) });
    expect(years.length).toBeGreaterThan(0);
    expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
    expect(years[0]).toBeGreaterThan(0);
  });
});
