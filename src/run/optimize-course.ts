import { createContest } from '../analysis/optimization/contest.ts';
import { exceedsBudget, scaleOf, testOf } from '../analysis/optimization/constraints.ts';
import { responseOf } from '../analysis/optimization/responses.ts';
import {
  addObservation,
  contestantOf,
  createSample,
  incidentsOf,
  type Objective,
  type Sample,
  yearsOf,
} from '../analysis/optimization/sample.ts';
import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { compile } from '../compile/compile.ts';
import type { Program } from '../compile/program.ts';
import { type Cut, firstCut, lengthened, observe, planUpTo } from './optimize-observations.ts';
import { FIRST_OBSERVATIONS, type OptimizeOptions } from './optimize-options.ts';
import type { OptimizePlan } from './optimize-plan.ts';
import { buildOptimization, CONFIDENCE } from './optimize-report.ts';
import { createPause } from './pause.ts';
import type { Runner } from './runner.ts';
import { throttled } from './throttled.ts';

const INDIFFERENCE = 0.01;
const TOLERANCE = 0.05;
/** Looks are so far apart: at least so many observations, and this share of what there is. */
const LEAST_STEP = 8;
const STEP_SHARE = 1 / 8;
/** Candidates that are out by what they cost are simulated for the frontier all the same, once all is decided, up to so many. */
const MOST_FOR_FRONTIER = 100;

interface SearchOptions extends Pick<
  OptimizeOptions,
  'indifference' | 'tolerance' | 'signal' | 'maxTime' | 'onProgress'
> {
  /** How long observations are. Default: long enough for means of them to be nearly normal. */
  readonly cut?: Cut | undefined;
}

/**
 * Simulates those candidates about which something is still open, until nothing is, or until they have had their years.
 * Where the least total cost is sought, the cheapest to run come first, and one whose infrastructure alone costs more
 * than the total of a feasible one is never simulated.
 */
export async function search(plan: OptimizePlan, runner: Runner, options: SearchOptions): Promise<OptimizationReport> {
  const start = performance.now();
  const { indifference = INDIFFERENCE, tolerance = TOLERANCE, signal } = options;
  const deadline = start + (options.maxTime ?? Infinity) * 1000;
  const objective: Objective = { response: responseOf(plan.figure)!, sign: plan.goal === 'minimize' ? 1 : -1 };
  const tests = plan.constraints.map(testOf);
  const infrastructure = (i: number) => plan.candidates[i].nature.rates.infrastructure;
  const bounds =
    plan.goal === 'minimize' && plan.figure === 'cost.total' ? plan.candidates.map((_, i) => infrastructure(i)) : null;
  const contest = createContest({
    candidates: plan.candidates.length,
    constraints: tests.length,
    error: 1 - CONFIDENCE,
    first: FIRST_OBSERVATIONS,
    bounds,
  });
  const samples: (Sample | undefined)[] = new Array(plan.candidates.length);
  const programs = new Map<number, Program>();
  const ruledOut = new Set<number>();
  const pause = createPause();
  const progress = throttled(options.onProgress, runner.window > 1);
  let cut = options.cut ?? firstCut(plan);
  let zone: number | null = null;
  let isOver = false;
  /** Of the first candidate, where it can be gone on with. */
  let begun: Sample | null = null;

  const isAbove = (i: number) => plan.constraints.some((constraint) => exceedsBudget(constraint, infrastructure(i)));
  let waiting = plan.candidates.map((_, i) => i);
  const report = (partial: boolean): OptimizationReport =>
    buildOptimization({
      ...{
        plan,
        wishes: { indifference, tolerance },
        objective,
        tests,
        contest,
        cut,
        zone,
        samples,
        ruledOut,
        waiting,
        workers: runner.workers,
        partial,
      },
      seconds: (performance.now() - start) / 1000,
    });

  /** Until a candidate has so many observations. @returns whether it has them */
  async function extend(candidate: number, sample: Sample, to: number): Promise<boolean> {
    await pause();
    let program = programs.get(candidate);
    if (program === undefined)
      programs.set(candidate, (program = compile(plan.modelAt(candidate), { bySource: true }).program));
    const isWhole = await observe(
      runner,
      program,
      planUpTo(plan, cut, to),
      sample.objective.length,
      signal,
      deadline,
      (tally) => {
        addObservation(sample, tally, objective, tests);
        progress?.(() => report(true));
      },
    );
    if (!isWhole || performance.now() >= deadline) isOver = true;
    return isWhole;
  }

  /** A candidate's first observations; null: there was no time for all of them. */
  async function begin(candidate: number): Promise<Sample | null> {
    const sample = begun ?? createSample(plan.candidates[candidate].nature, tests);
    begun = null;
    const isWhole = await extend(candidate, sample, FIRST_OBSERVATIONS);
    // Two are enough to show something of it.
    if (sample.objective.length > 1) samples[candidate] = sample;
    return isWhole ? sample : null;
  }

  async function admit(candidate: number): Promise<void> {
    const sample = await begin(candidate);
    if (sample === null) return;
    waiting = waiting.filter((each) => each !== candidate);
    contest.join(candidate, contestantOf(sample, objective, tests, cut.yearsPerObservation, tolerance));
    forget();
  }

  /** Those that no other can be cheaper than, as far as is known: they are simulated first. */
  async function admitPromising(): Promise<void> {
    while (waiting.length > 0 && !isOver && (bounds === null || bounds[waiting[0]] <= least())) await admit(waiting[0]);
  }

  const mean = ({ objective: { length, sum } }: Sample) => sum(length) / length;
  const least = () => contest.alive().reduce((lowest, i) => Math.min(lowest, mean(samples[i]!)), Infinity);
  const forget = () => {
    for (const i of programs.keys()) if (!contest.isAlive(i)) programs.delete(i);
  };

  for (const i of waiting.filter(isAbove)) ruleOut(i, null);
  if (bounds !== null) waiting.sort((a, b) => bounds[a] - bounds[b] || a - b);
  if (waiting.length > 0 && options.cut === undefined) cut = await lengthenedFor(waiting[0]);
  await admitPromising();
  const joined = samples.flatMap((sample) => (sample === undefined ? [] : [objective.sign * mean(sample)]));
  if (joined.length > 0) {
    zone = zoneOf(indifference, plan, joined);
    contest.setIndifference(zone);
  }
  while (!isOver) {
    await pause();
    contest.look();
    forget();
    progress?.(() => report(true));
    const before = waiting.length;
    await admitPromising();
    if (waiting.length < before) continue;
    const open = contest.needed().filter((i) => samples[i]!.objective.length < cut.most);
    if (open.length > 0) await lengthen(open);
    else if (waiting.length > 0) await faceNext();
    else break;
  }
  await completeFrontier();
  if (signal?.aborted === true && samples.every((sample) => sample === undefined)) throw signal.reason;
  contest.look();
  return report(isOver && report(true).outcome === 'undecided');

  function ruleOut(i: number, by: number | null): void {
    waiting = waiting.filter((each) => each !== i);
    contest.exclude(i, by);
    ruledOut.add(i);
  }

  /** A step for those that have had least. */
  async function lengthen(open: readonly number[]): Promise<void> {
    const length = (i: number) => samples[i]!.objective.length;
    const shortest = Math.min(...open.map(length));
    const to = Math.min(cut.most, shortest + Math.max(LEAST_STEP, Math.floor(shortest * STEP_SHARE)));
    for (const i of open) if (!isOver && length(i) < to) await extend(i, samples[i]!, to);
  }

  /** The rest costs more than what has been found, or the cheapest of it is to be simulated too. */
  async function faceNext(): Promise<void> {
    const [next] = waiting;
    const by = bounds === null ? undefined : contest.alive().find((i) => contest.excels(i, bounds[next]));
    if (by === undefined) return admit(next);
    for (const i of waiting) ruleOut(i, by);
  }

  async function completeFrontier(): Promise<void> {
    if (isOver || ruledOut.size > MOST_FOR_FRONTIER) return;
    for (const i of ruledOut) {
      if (isOver) return;
      await begin(i);
      programs.delete(i);
    }
  }

  /** The first candidate's first incidents tell how long an observation has to be. */
  async function lengthenedFor(candidate: number): Promise<Cut> {
    const sample = createSample(plan.candidates[candidate].nature, tests);
    await extend(candidate, sample, FIRST_OBSERVATIONS / 4);
    if (isOver) return cut;
    const longer = lengthened(cut, plan.years, incidentsOf(sample) / yearsOf(sample));
    if (longer.yearsPerObservation === cut.yearsPerObservation) begun = sample;
    return longer;
  }
}

/** δ: the share of the best of what was seen first, which is on the safe side where that is not feasible. */
function zoneOf(
  indifference: number | { readonly amount: number },
  { kind, goal }: OptimizePlan,
  means: readonly number[],
): number {
  if (typeof indifference !== 'number') return indifference.amount;
  const scales = means.map((mean) => scaleOf(kind, mean));
  const nearest = goal === 'minimize' || kind === 'share' ? Math.min(...scales) : Math.max(...scales);
  return indifference * nearest;
}
