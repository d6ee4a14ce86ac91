import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as library from '../../src/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { experimentOn } from '../../src/run/experiment-on.ts';
import { explainOn } from '../../src/run/explain-on.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { limitOn } from '../../src/run/limit.ts';
import { optimizeOn } from '../../src/run/optimize-on.ts';
import type { StudyOptions } from '../../src/run/options.ts';
import { BatchGivenUp, type OpenRunner } from '../../src/run/runner.ts';
import { createSerializeOnlyRunner } from './serialize-only.ts';
import { simulateOn } from '../../src/run/simulate-on.ts';
import { solveOn } from '../../src/run/sweep-solve-on.ts';
import { sweepOn } from '../../src/run/sweep-on.ts';
import { SHOP } from '../models.ts';

/*
 * What is true of every study, whatever it is about. The clock is ours: each batch takes 30 ms of it, and nothing else
 * takes any, so that what ends or is told by the clock does so at the same batch on every machine.
 */

const TEXT = SHOP.replace('\nservices:', '\nexperiments: { lose-db: { fail: db }, lose-web: { fail: web } }\nservices:');
const model = parseModel(TEXT);
/** Three servers of two members' worth, in three zones. */
const LOADED = `nines: 1
domains: { r: { kind: region, domains: { a: { kind: zone }, b: { kind: zone }, c: { kind: zone } } } }
components: { server: { failures: { crash: { mtbf: 60 days, mttr: 5 min } } } }
services: { web: { component: server, replicas: 3, across: zone, retry: true, load: 200% } }
`;
const other = parseModel(TEXT, { set: { web_replicas: 2 } });

/** What every report says of its run. */
interface Told {
  readonly partial: boolean;
  /** Years and runs that are in it. */
  readonly size: number;
}

/** A study: a new one is one row. */
interface Row {
  readonly name: string;
  /** Of the library. */
  readonly of: keyof typeof library;
  /** Batches after which it has something to keep, where that are not twenty: a sweep keeps whole points. */
  readonly stopAfter?: number;
  /** @param scale 1: over in a moment; more: as much longer */
  conduct(open: OpenRunner, scale: number, options: StudyOptions<unknown>): Promise<unknown>;
}

/** Cut into so many batches that each is over in a few milliseconds. */
const years = (scale: number) => 100 * scale;
const STUDIES: readonly Row[] = [
  {
    name: 'a run',
    of: 'simulate',
    conduct: (open, scale, options) => simulateOn(open, model, { ...options, years: years(scale) }),
  },
  {
    name: 'a run with its experiments',
    of: 'simulate',
    conduct: (open, scale, options) => simulateOn(open, model, { ...options, years: years(scale), experiments: scale > 1 }),
  },
  {
    name: 'a comparison',
    of: 'compare',
    conduct: (open, scale, options) => compareOn(open, [model, other], { ...options, years: years(scale) }),
  },
  {
    name: 'a sweep',
    of: 'sweep',
    stopAfter: 30,
    conduct: (open, scale, options) => sweepOn(open, TEXT, { ...options, years: years(scale), vary: { web_replicas: '2,3,4' } }),
  },
  {
    name: 'a solve',
    of: 'sweep',
    stopAfter: 22,
    conduct: (open, scale, options) =>
      solveOn(open, TEXT, { ...options, years: 10 * scale, vary: { web_replicas: '3..5' }, solve: 'availability >= 99.9717%' }),
  },
  {
    name: 'limits',
    of: 'limit',
    stopAfter: 40,
    conduct: (open, scale, options) => limitOn(open, LOADED, { ...options, years: scale }),
  },
  {
    name: 'experiments',
    of: 'experiment',
    conduct: (open, scale, options) => experimentOn(open, model, { ...options, runs: 40 * scale }),
  },
  {
    name: 'an explanation',
    of: 'explain',
    conduct: (open, scale, options) => explainOn(open, TEXT, { ...options, years: scale > 1 ? years(scale) : 10 }),
  },
  {
    name: 'an explanation with patterns',
    of: 'explain',
    conduct: (open, scale, options) =>
      explainOn(open, TEXT, { ...options, years: scale > 1 ? years(scale) : 10, sensitivity: false, patterns: true }),
  },
  {
    name: 'a search',
    of: 'optimize',
    conduct: (open, scale, options) =>
      optimizeOn(open, [TEXT], {
        ...options,
        years: years(16 * scale),
        vary: { web_replicas: '2,3' },
        indifference: scale > 1 ? { amount: 1e-9 } : 0.5,
      }),
  },
];
const LONG = 10;
const BATCH_MILLISECONDS = 30;

function told(report: unknown): Told {
  const { run, report: explained, models = [] } = report as Partial<Record<'run' | 'report', { run?: unknown }>> & { models?: { run?: unknown }[] };
  const found = (run ?? explained?.run ?? models[0].run) as { partial: boolean; years: number; replications: number };
  return { partial: found.partial, size: found.years + found.replications };
}

/** Runs batches on this thread, and tells which runners were opened and which are closed. */
function watched(onBatch: (number: number) => void = () => undefined) {
  const log = { opened: 0, closed: 0, batches: 0 };
  const open: OpenRunner = () => {
    log.opened++;
    const inner = createInProcessRunner();
    return {
      ...inner,
      async run(batch) {
        const results = await inner.run(batch);
        vi.advanceTimersByTime(BATCH_MILLISECONDS);
        onBatch(++log.batches);
        return results;
      },
      close() {
        log.closed++;
        return inner.close();
      },
    };
  };
  return { open, log };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('every function of the library that simulates is in this table', () => {
  const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  // A back-test lives through one short period some hundred times, and gives way as it goes (`test/run/backtest.test.ts`).
  const others = ['applyAct', 'applyActs', 'backtest', 'checkModel', 'fitLog', 'importFiles', 'parseModel', 'ModelError'];
  expect([...new Set(STUDIES.map(({ of }) => of)), ...others].sort()).toEqual(functions.sort());
});

describe.each(STUDIES)('$name', ({ conduct, stopAfter = 20 }) => {
  it('stops when it is asked to, keeps what it has, and closes its runner', async () => {
    const stopping = new AbortController();
    const { open, log } = watched((number) => number === stopAfter && stopping.abort(new Error('enough')));
    const { partial, size } = told(await conduct(open, LONG, { signal: stopping.signal }));
    expect(partial).toBe(true);
    expect(size).toBeGreaterThan(0);
    expect(log).toEqual({ opened: 1, closed: 1, batches: stopAfter });
  });

  it('ends when its time is over, with what it has', async () => {
    const { open, log } = watched();
    const { partial, size } = told(await conduct(open, LONG, { maxTime: 0.6 }));
    expect(partial).toBe(true);
    expect(size).toBeGreaterThan(0);
    expect(log).toMatchObject({ opened: 1, closed: 1 });
    expect(log.batches * BATCH_MILLISECONDS).toBeLessThanOrEqual(660);
  });

  it('tells of its progress at once ten times a second at most, each time as a partial report', async () => {
    const times: number[] = [];
    const reports: unknown[] = [];
    const stopping = new AbortController();
    const { open, log } = watched((number) => number === stopAfter && stopping.abort());
    const onProgress = (report: unknown) => {
      times.push(log.batches * BATCH_MILLISECONDS);
      reports.push(report);
    };
    await conduct(open, LONG, { signal: stopping.signal, onProgress });
    // The first batch that ends 100 ms or more after what was told before.
    expect(times).toEqual(times.map((_, i) => (i + 1) * 4 * BATCH_MILLISECONDS));
    expect(times.length).toBeGreaterThanOrEqual(Math.floor(stopAfter / 4) - 1);
    expect(reports.map((report) => told(report).partial)).not.toContain(false);
  });

  it('rejects and closes its runner where a batch fails, or whoever watches does', async () => {
    const fail = (number: number) => {
      if (number === 5) throw new Error('broken');
    };
    const ofBatch = watched(fail);
    await expect(conduct(ofBatch.open, LONG, {})).rejects.toThrow('broken');
    expect(ofBatch.log).toMatchObject({ opened: 1, closed: 1 });
    const ofWatcher = watched();
    const onProgress = () => fail(5);
    await expect(conduct(ofWatcher.open, LONG, { onProgress })).rejects.toThrow('broken');
    expect(ofWatcher.log).toMatchObject({ opened: 1, closed: 1 });
  });

  it('keeps what comes before a batch that was given up', async () => {
    const stopping = new AbortController();
    const { open, log } = watched((number) => {
      if (number === 10) throw new BatchGivenUp(9);
      if (number === stopAfter) stopping.abort();
    });
    const { partial, size } = told(await conduct(open, LONG, { signal: stopping.signal }));
    expect(partial).toBe(true);
    expect(size).toBeGreaterThan(0);
    expect(log).toMatchObject({ opened: 1, closed: 1 });
  });

  it('rejects with the reason where it is stopped before it has begun, and opens no runner', async () => {
    const { open, log } = watched();
    await expect(conduct(open, LONG, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    expect(log).toEqual({ opened: 0, closed: 0, batches: 0 });
  });

  it('comes to the same where all that goes to a runner and back is sent as data', async () => {
    const [here, there] = [await conduct(createInProcessRunner, 1, {}), await conduct(createSerializeOnlyRunner, 1, {})];
    expect(there).toEqual(here);
  });

  it('refuses what no study takes in the same words, and opens no runner', async () => {
    const { open, log } = watched();
    const refused = (options: object) => expect(conduct(open, 1, options)).rejects;
    await refused({ seed: '' }).toThrow('seed must be text or a number, not the empty string.');
    await refused({ workers: -1 }).toThrow('workers must be a whole number from 0 to 1024, not -1.');
    await refused({ workers: '2' }).toThrow("workers must be a whole number from 0 to 1024, not the string '2'.");
    await refused({ maxTime: 0 }).toThrow('maxTime must be a positive number of seconds, not 0.');
    await refused({ signal: {} }).toThrow('signal must be an AbortSignal, not an object.');
    await refused({ onProgress: 5 }).toThrow('onProgress must be a function, not the number 5.');
    await refused({ onNotice: 'aloud' }).toThrow("onNotice must be a function, not the string 'aloud'.");
    await refused({ sead: 5 }).toThrow("unknown option 'sead': did you mean 'seed'?");
    expect(log.opened).toBe(0);
  });
});
