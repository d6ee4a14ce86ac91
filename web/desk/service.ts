import { eventsPerYear } from '../../src/compile/estimate.ts';
import { readTersely } from '../../src/model/analyse.ts';
import type { checkModel as Check } from '../../src/model/check.ts';
import type { Report } from '../../src/analysis/report.ts';
import type { ParsedModel } from '../../src/model/index.ts';
import { browserPlatform } from '../../src/run/browser.ts';
import { makePlan } from '../../src/run/plan.ts';
import { createPool } from '../../src/run/pool.ts';
import { createSession } from '../../src/run/session.ts';
import { createCourse } from '../../src/run/study.ts';
import type { Desk, ExperimentProgress, LifeRequest, Reading, RunRequest, StudyAsk, StudyNews } from './types.ts';
import type { Watched } from './watched.ts';
import { watch, type WatchedRun } from './run.ts';
import { sameModel } from './same-model.ts';

/** The page's worker: reads models, drives the simulating workers, reduces what they send to reports. */

/** One file for both kinds of workers: `page.worker.ts`, where this one began. */
const platform = browserPlatform(() => new Worker(self.location.href, { type: 'module', name: 'nines engine' }));
const onDemand = () => import('./on-demand.ts');
/** All plots, and what draws them without a page. */
const drawing = () => import('./documents.ts');
const editing = () => import('./editing.ts');
/** What a text has to be warned of, and what its errors mean, is sent after the first figures or the first error. */
let checkModel: typeof Check | null = null;
const check = async () => (checkModel ??= (await import('../../src/model/check.ts')).checkModel);
const studying = () => import('./studies.ts');
const OPTIONS = { file: 'model' };
const notices: string[] = [];
const pool = createPool(platform.spawn, platform.cores, (message) => notices.push(message));
/** Comparisons have workers of their own, so that they do not take the batches of the run that is watched. */
let aside: ReturnType<typeof createPool> | null = null;
/** They run one after the other. */
let queue: Promise<unknown> = Promise.resolve();

/** A search for the worst year goes on until the next life is asked for. */
let searching: AbortController | null = null;

/** More than anybody reads. */
const MOST_CUT_SETS = 200;
const MOVES_SECONDS = 20;

let last: { reading: Reading; parsed: ParsedModel | null } | null = null;
/** The last model without errors. */
let sound: ParsedModel | null = null;
/** Those of another desk are none of this one's. */
let edition = Date.now();
let current: { number: number; run: WatchedRun } | null = null;
/** Numbers of another desk's runs, before this one took its place, are none of this one's. */
let started = Date.now();
/** The last that was asked for. */
let latest = 0;
let experiment: { number: number; watched: Watched<ExperimentProgress> } | null = null;
/** One of each kind at a time. */
const studies = new Map<StudyAsk['kind'], { readonly number: number; readonly watched: Watched<StudyNews> }>();

function read(text: string): { reading: Reading; parsed: ParsedModel | null } {
  if (last?.reading.text === text) return last;
  const { model, diagnostics } = checkModel?.(text, OPTIONS) ?? { model: readTersely(text, OPTIONS), diagnostics: [] };
  if (model !== null && !(sound !== null && sameModel(sound, model))) edition++;
  if (model !== null) sound = model;
  const parameterUnits = model?.parameterUnits ?? {};
  last = {
    parsed: model,
    reading: { text, diagnostics, isTerse: checkModel === null, model, parameterUnits, edition },
  };
  return last;
}

/** The same; a text that is not of the plainest waits for what reads every text. */
async function readWhole(text: string): Promise<{ reading: Reading; parsed: ParsedModel | null }> {
  if (read(text).parsed === null && checkModel === null) {
    await check();
    last = null;
  }
  return read(text);
}

async function sessionOf({ text, seed, years }: RunRequest) {
  const { parsed } = await readWhole(text);
  if (parsed === null) return null;
  const options = { seed: seed || undefined, years: years || undefined, looksOften: true };
  return { parsed, session: createSession(parsed, makePlan(parsed, options, eventsPerYear(parsed))) };
}

function studyOf(number: number): Watched<StudyNews> | undefined {
  return [...studies.values()].find((study) => study.number === number)?.watched;
}

export const desk: Desk = {
  ping: () => Promise.resolve(),

  act: async (text, acts) => (await editing()).applyActs(text, acts),

  expanded: async (text) => (await onDemand()).expandedValues(text),

  read: async (text) => (await readWhole(text)).reading,

  async diagnostics(text) {
    return (await check())(text, OPTIONS).diagnostics;
  },

  async structure(text) {
    const { parsed } = await readWhole(text);
    if (parsed === null)
      return { singlePoints: [], cutSets: [], cutSetsByOrder: [0, 0, 0], importance: [], refused: [] };
    const { cutSets, importance, refusals, singlePoints } = await onDemand();
    const cuts = cutSets(parsed);
    return {
      singlePoints: singlePoints(parsed),
      cutSets: cuts.slice(0, MOST_CUT_SETS),
      cutSetsByOrder: [1, 2, 3].map((order) => cuts.filter(({ causes }) => causes.length === order).length),
      importance: importance(parsed),
      refused: refusals(parsed),
    };
  },

  async start(request) {
    const number = ++started;
    current?.run.drop();
    current = null;
    latest = number;
    const read = await sessionOf(request);
    // Another one may have been asked for while the text was read.
    if (read === null || latest !== number) return null;
    const { parsed, session } = read;
    const beside = async (signal: AbortSignal, report: Report) =>
      (await import('./own-experiments.ts')).withWhatIsBeside(
        pool,
        parsed,
        { report, plan: session.plan },
        signal,
        (message) => notices.push(message),
      );
    current = { number, run: watch(session, pool, () => notices.splice(0), beside) };
    return number;
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

  async whole(request) {
    const read = await sessionOf(request);
    if (read === null) return null;
    const { session } = read;
    aside ??= createPool(platform.spawn, platform.cores, () => undefined);
    const runner = aside;
    const report = queue.then(() => session.run(createCourse(runner, {}))).then(() => session.report());
    queue = report.catch(() => undefined);
    return report;
  },

  async life({ text, seed, year }: LifeRequest) {
    searching?.abort();
    const mine = (searching = new AbortController());
    const { parsed } = await readWhole(text);
    if (parsed === null) return null;
    const { simulateLife, worstLife } = await onDemand();
    const chosen = seed || undefined;
    if ('worstOf' in year) return worstLife(parsed, { seed: chosen, count: year.worstOf, signal: mine.signal });
    return simulateLife(parsed, { seed: chosen, replication: year.replication });
  },

  async experimentLife({ text, seed, ask, run }) {
    const { parsed } = await readWhole(text);
    const { experimentFor, simulateExperimentLife } = await onDemand();
    const chosen = parsed && experimentFor(parsed, ask);
    return parsed && chosen && simulateExperimentLife(parsed, chosen, { seed: seed || undefined, run });
  },

  async startExperiment({ text, seed, ask, runs }) {
    const { parsed } = await readWhole(text);
    const { experimentFor, watchExperiment } = await onDemand();
    experiment?.watched.drop();
    experiment = null;
    const chosen = parsed && experimentFor(parsed, ask);
    if (parsed === null || chosen === null) return null;
    experiment = { number: ++started, watched: watchExperiment(platform, parsed, chosen, { seed, runs }) };
    return experiment.number;
  },

  nextExperiment: (number) => (experiment?.number === number ? experiment.watched.next() : Promise.resolve(null)),

  stopExperiment(number) {
    if (experiment?.number === number) experiment.watched.stop();
    return Promise.resolve();
  },

  async conductExperiments(text, set, { names, runs, seed }) {
    const { model, diagnostics } = (await check())(text, { file: 'model', set: { ...set } });
    if (model === null) throw new Error(diagnostics[0]?.message ?? 'The text has errors.');
    const { makeExperiments } = await onDemand();
    return makeExperiments(platform, model, { names, runs, seed });
  },

  async moves(text, parameters) {
    return (await onDemand()).weigh(platform, text, parameters, MOVES_SECONDS);
  },

  async startStudy(ask) {
    const { watchStudy } = await studying();
    studies.get(ask.kind)?.watched.drop();
    const number = ++started;
    studies.set(ask.kind, { number, watched: watchStudy(platform, ask) });
    return number;
  },

  nextStudy: (number) => studyOf(number)?.next() ?? Promise.resolve(null),

  stopStudy(number) {
    studyOf(number)?.stop();
    return Promise.resolve();
  },

  dropStudy(number) {
    studyOf(number)?.drop();
    return Promise.resolve();
  },

  studyFile: async (report, format) => (await studying()).studyFile(report, format),

  csv: async (report) => (await onDemand()).renderCsv(report),
  json: async (report) => (await onDemand()).renderJson(report),
  async html(report, of) {
    const { reportOf, reportToHandOver } = await drawing();
    if (of === null) return reportOf(report);
    return reportToHandOver(platform, report, of, (await check())(of.text, { file: of.file }));
  },
};
