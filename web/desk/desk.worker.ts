import { expose } from 'comlink';
import { arithmeticAvailability, cutSets, singlePoints } from '../../src/analysis/structure.ts';
import { eventsPerYear } from '../../src/compile/estimate.ts';
import { checkModel, type ParsedModel } from '../../src/model/index.ts';
import { renderCsv, renderJson } from '../../src/report/index.ts';
import { browserPlatform } from '../../src/run/browser.ts';
import { simulateLife, worstLife } from '../../src/run/life.ts';
import { makePlan } from '../../src/run/plan.ts';
import { createPool } from '../../src/run/pool.ts';
import { createSession } from '../../src/run/session.ts';
import type { Desk, LifeRequest, Reading, RunRequest } from './types.ts';
import { watch, type WatchedRun } from './run.ts';

/** The page's worker: reads models, drives the simulating workers, reduces what they send to reports. */

const platform = browserPlatform(() => new Worker(new URL('../../src/run/browser-worker.ts', import.meta.url), { type: 'module', name: 'nines engine' }));
const notices: string[] = [];
const pool = createPool(platform.spawn, platform.cores, (message) => notices.push(message));
/** Comparisons have workers of their own, so that they do not take the batches of the run that is watched. */
let aside: ReturnType<typeof createPool> | null = null;
/** They run one after the other. */
let queue: Promise<unknown> = Promise.resolve();

/** A search for the worst year goes on until the next life is asked for. */
let searching: AbortController | null = null;

let last: { reading: Reading; parsed: ParsedModel | null } | null = null;
let current: { number: number; run: WatchedRun } | null = null;
let started = 0;

function read(text: string): { reading: Reading; parsed: ParsedModel | null } {
  if (last?.reading.text === text) return last;
  const { model, diagnostics } = checkModel(text, { file: 'model' });
  last = { parsed: model, reading: { text, diagnostics, model, parameterUnits: model?.parameterUnits ?? {} } };
  return last;
}

function sessionOf({ text, seed, years }: RunRequest) {
  const { parsed } = read(text);
  if (parsed === null) return null;
  const options = { seed: seed || undefined, years: years || undefined, looksOften: true };
  return createSession(parsed, makePlan(parsed, options, eventsPerYear(parsed)));
}

const desk: Desk = {
  read: (text) => Promise.resolve(read(text).reading),

  structure(text) {
    const { parsed } = read(text);
    if (parsed === null) return Promise.resolve({ arithmetic: 1, singlePoints: [], cutSets: [] });
    return Promise.resolve({ arithmetic: arithmeticAvailability(parsed), singlePoints: singlePoints(parsed), cutSets: cutSets(parsed) });
  },

  start(request) {
    current?.run.drop();
    current = null;
    const session = sessionOf(request);
    if (session === null) return Promise.resolve(null);
    current = { number: ++started, run: watch(session, pool, () => notices.splice(0)) };
    return Promise.resolve(started);
  },

  next: (run) => (current?.number === run ? current.run.next() : Promise.resolve(null)),

  pause(run) {
    if (current?.number === run) current.run.pause();
    return Promise.resolve();
  },

  resume(run) {
    if (current?.number === run) current.run.resume();
    return Promise.resolve();
  },

  whole(request) {
    const session = sessionOf(request);
    if (session === null) return Promise.resolve(null);
    aside ??= createPool(platform.spawn, platform.cores, () => undefined);
    const runner = aside;
    const report = queue.then(() => session.run(runner, {})).then(() => session.report());
    queue = report.catch(() => undefined);
    return report;
  },

  life({ text, seed, year }: LifeRequest) {
    searching?.abort();
    searching = new AbortController();
    const { parsed } = read(text);
    if (parsed === null) return Promise.resolve(null);
    const chosen = seed || undefined;
    if ('worstOf' in year) return Promise.resolve(worstLife(parsed, { seed: chosen, count: year.worstOf, signal: searching.signal }));
    return Promise.resolve(simulateLife(parsed, { seed: chosen, replication: year.replication }));
  },

  csv: (report) => Promise.resolve(renderCsv(report)),
  json: (report) => Promise.resolve(renderJson(report)),
};

expose(desk);
