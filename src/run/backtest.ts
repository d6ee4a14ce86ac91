import {
  type BacktestFigure,
  type BacktestReport,
  type DrillFigure,
  holdAgainst,
  verdictOf,
} from '../analysis/backtest.ts';
import type { ExperimentFigures, RecoveryFigures } from '../analysis/report.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import { createEngine } from '../engine/engine.ts';
import { replicateInTurns } from '../engine/replicate.ts';
import { clip } from '../fit/clip.ts';
import type { Period } from '../fit/group.ts';
import { type Incident, readLog } from '../fit/log.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Model } from '../model/model.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import { createObservation } from '../observe/observation.ts';
import type { Observer } from '../observe/observer.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { sortLog, type Sorted } from './backtest-log.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { experiment } from './experiment.ts';
import { createPause } from './pause.ts';

export interface BacktestOptions {
  /** Seconds since 1970 at which the log begins and ends; default: its first and its last moment. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** What to call it. Default `log.csv`. */
  readonly file?: string | undefined;
  /** Recovery times that were measured, seconds, by the model's experiment. */
  readonly drills?: Readonly<Record<string, number>> | undefined;
  /** How often each of these experiments is made. Default 10,000. */
  readonly runs?: number | undefined;
  /** Default: the model's. */
  readonly seed?: string | number | undefined;
  /** Ends it with the histories there are, `run.partial` set. */
  readonly signal?: AbortSignal | undefined;
}

/** Histories of the log's length: enough for ends of 99%. */
const HISTORIES = 4_000;
const FEWEST = 400;
/** All together: some seconds. */
const EVENTS = 2e7;
/** A log of a millennium is none. */
const LONGEST_SECONDS = 100 * SECONDS_PER_YEAR;

/**
 * What a model expected for the period of a log against what happened, and its experiments against drills that were
 * measured.
 * @param text of the log; null: only drills
 * @returns `report` is null where the log has errors
 * @throws RangeError for a drill that is no experiment of the model
 */
export async function backtest(
  model: Model,
  text: string | null,
  options: BacktestOptions = {},
): Promise<{ readonly report: BacktestReport | null; readonly problems: readonly Diagnostic[] }> {
  const read = text === null ? null : readAgainst(model, text, options);
  const problems = read?.problems ?? [];
  if (problems.some(({ severity }) => severity === 'error')) return { report: null, problems };
  const seed = String(options.seed ?? model.simulation.seed);
  const lived = read === null ? null : await live(model, read.period, seed, options.signal);
  const { name, sha256, parameters } = model;
  const report: BacktestReport = {
    ...{ nines: 1, kind: 'backtest', model: { name, sha256, parameters } },
    run: { seed, histories: lived?.histories ?? 0, partial: lived?.isPartial ?? false },
    log: read === null ? null : logOf(read.period, read.sorted.outages.length, options.file ?? 'log.csv'),
    figures: read === null || lived === null ? [] : figuresOf(read.sorted, read.period, lived),
    unknown: read?.sorted.unknown ?? [],
    drills: await drillFigures(model, options.drills ?? {}, { seed, runs: options.runs }),
  };
  return { report, problems };
}

interface ReadAgainst {
  readonly period: Period;
  readonly sorted: Sorted;
  readonly problems: readonly Diagnostic[];
}

function readAgainst(model: Model, text: string, options: BacktestOptions): ReadAgainst {
  const read = readLog(text);
  const { incidents, period, problems: outside } = clip(read, options);
  const sorted = sortLog(incidents, model, compile(model).names.causes);
  const isLong = period.until - period.from > LONGEST_SECONDS;
  const tooLong: Diagnostic = {
    ...{ severity: 'error', line: 1, column: 1, path: '', suggestion: null },
    message: 'it covers more than a hundred years: give --from and --until, or look for a year that is mistyped.',
  };
  const problems = [...read.problems, ...outside, ...sorted.problems, ...(isLong ? [tooLong] : [])];
  return { period, sorted, problems: problems.sort((a, b) => a.line - b.line) };
}

/** One value of each history. */
interface Lived {
  readonly histories: number;
  readonly isPartial: boolean;
  readonly incidents: Float64Array;
  readonly downtime: Float64Array;
  readonly longest: Float64Array;
  /** [cause of the model] outages that it began, and failures whatever came of them. */
  readonly byCause: ReadonlyMap<string, { readonly incidents: Float64Array; readonly failures: Float64Array }>;
}

async function live(
  model: Model,
  { from, until }: Period,
  seed: string,
  signal: AbortSignal | undefined,
): Promise<Lived> {
  const { program, names } = compile(model);
  const years = (until - from) / SECONDS_PER_YEAR;
  const lived = years + model.simulation.warmUpSeconds / SECONDS_PER_YEAR;
  const affordable = Math.floor(EVENTS / Math.max(1, eventsPerYear(model) * lived));
  const histories = Math.min(HISTORIES, Math.max(FEWEST, affordable));
  const rows = () => new Float64Array(histories);
  const observation = createObservation(program.counts, Math.ceil(years));
  const nothing = () => undefined;
  const observer: Observer = {
    observation,
    ...{ incident: nothing, outage: nothing, waited: nothing, lossWithoutIncident: nothing },
  };
  const engine = createEngine(program, new CountingProbe(program, observer));
  const all = { incidents: rows(), downtime: rows(), longest: rows() };
  const byCause = new Map(names.causes.map((cause) => [cause, { incidents: rows(), failures: rows() }]));
  const pause = createPause();
  let done = 0;
  for (; done < histories; done++) {
    const turns = replicateInTurns(engine, seed, done, years, model.simulation.warmUpSeconds);
    while (turns.next().done !== true) await pause();
    all.incidents[done] = sum(observation.incidentsByYear);
    all.downtime[done] = sum(observation.downByYear);
    all.longest[done] = Math.max(...observation.longestByYear);
    names.causes.forEach((cause, i) => {
      byCause.get(cause)!.incidents[done] = observation.causeIncidents[i];
      byCause.get(cause)!.failures[done] = observation.causeFailures[i];
    });
    await pause();
    if (signal?.aborted === true && done > 0) break;
  }
  const seen = Math.min(histories, done + 1);
  const cut = (values: Float64Array) => values.slice(0, seen);
  return {
    ...{ histories: seen, isPartial: seen < histories },
    ...{ incidents: cut(all.incidents), downtime: cut(all.downtime), longest: cut(all.longest) },
    byCause: new Map(
      [...byCause].map(([cause, of]) => [cause, { incidents: cut(of.incidents), failures: cut(of.failures) }]),
    ),
  };
}

const sum = (values: Float64Array) => values.reduce((total, each) => total + each, 0);

function figuresOf({ outages, byCause, failures }: Sorted, period: Period, lived: Lived): BacktestFigure[] {
  const lengths = outages.map((each) => lengthOf(each, period));
  const isOpen = outages.some(({ end }) => end === null || end > period.until);
  const told = (
    what: BacktestFigure['what'],
    cause: string | null,
    values: Float64Array,
    observed: number,
    isAtLeast = false,
  ): BacktestFigure => ({ what, cause, observed, isAtLeast, ...holdAgainst(values, observed, isAtLeast) });
  const causes = [...lived.byCause].filter(
    ([cause, { incidents }]) => byCause.has(cause) || (byCause.size > 0 && sum(incidents) > 0),
  );
  return [
    told('incidents', null, lived.incidents, outages.length),
    told(
      'downtime',
      null,
      lived.downtime,
      lengths.reduce((total, each) => total + each, 0),
    ),
    told('longest', null, lived.longest, Math.max(0, ...lengths), isOpen),
    ...causes.map(([cause, { incidents }]) => told('incidents', cause, incidents, byCause.get(cause)?.length ?? 0)),
    ...failures.map(({ name, causes: of, incidents }) =>
      told('failures', name, added(of.map((cause) => lived.byCause.get(cause)!.failures)), incidents.length),
    ),
  ];
}

function added(all: readonly Float64Array[]): Float64Array {
  return all[0].map((_, i) => all.reduce((total, each) => total + each[i], 0));
}

const lengthOf = ({ start, end }: Incident, { until }: Period) => Math.min(end ?? until, until) - start;

function logOf(period: Period, incidents: number, file: string): NonNullable<BacktestReport['log']> {
  return { file, ...period, seconds: period.until - period.from, incidents };
}

async function drillFigures(
  model: Model,
  drills: Readonly<Record<string, number>>,
  told: Pick<ExperimentOptions, 'seed' | 'runs'>,
): Promise<DrillFigure[]> {
  const names = Object.keys(drills);
  if (names.length === 0) return [];
  const { experiments } = await experiment(model, { names, ...told });
  return experiments.map((each) => drillFigure(each, drills[each.name]));
}

function drillFigure({ name, runs, noticed, recoveryTime }: ExperimentFigures, observed: number): DrillFigure {
  const { count, p50, p95, p99 } = recoveryTime;
  const slower = count === 0 ? null : shareSlower(recoveryTime, observed);
  const told = { experiment: name, observed, runs, noticed: noticed.mean, ...{ p50, p95, p99, slower } };
  if (slower === null) return { ...told, verdict: 'unknown' };
  const above = (slower * count + 1) / (count + 1);
  const below = ((1 - slower) * count + 1) / (count + 1);
  return { ...told, verdict: verdictOf(2 * Math.min(above, below), above < below) };
}

/**
 * Which share takes longer: straight lines between what the report knows, its quantiles and the edges of its histogram,
 * which is coarse. What never ended is longer than anything.
 */
function shareSlower({ count, p50, p90, p95, p99, max, histogram }: RecoveryFigures, x: number): number {
  const { edges, counts } = histogram;
  const points: (readonly [seconds: number, slower: number])[] = [];
  let left = 1;
  edges.forEach((edge, i) => {
    points.push([edge, left]);
    left -= (counts[i] ?? 0) / count;
  });
  const quantiles = [p50, p90, p95, p99].map((seconds, i) => [seconds, [0.5, 0.1, 0.05, 0.01][i]] as const);
  for (const [seconds, slower] of [...quantiles, [max, 0] as const])
    if (seconds !== null) points.push([seconds, slower]);
  points.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const next = points.findIndex(([seconds]) => seconds > x);
  if (next < 0) return Math.min(1, Math.max(0, points.at(-1)![1]));
  if (next === 0) return 1;
  const [[low, most], [high, least]] = [points[next - 1], points[next]];
  return Math.min(1, Math.max(0, least + ((most - least) * (high - x)) / (high - low)));
}
