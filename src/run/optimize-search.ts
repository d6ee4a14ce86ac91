import { Contest } from '../analysis/optimization/contest.ts';
import { exceedsBudget, scaleOf, type Test, testOf } from '../analysis/optimization/constraints.ts';
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
import { isRecord } from '../model/arguments.ts';
import { compile } from '../compile/compile.ts';
import type { Program } from '../compile/program.ts';
import type { Job } from './job.ts';
import { type Cut, cutWith, firstCut, lengthened, planUpTo } from './optimize-observations.ts';
import { type DoubtRecipe, jobOfWorld, withChances } from './optimize-doubt.ts';
import { FIRST_OBSERVATIONS, type OptimizeOptions } from './optimize-options.ts';
import type { OptimizePlan } from './optimize-plan.ts';
import { buildOptimization, CONFIDENCE } from './optimize-report.ts';
import type { StudyOptions } from './options.ts';
import { createPause, type Pause } from './pause.ts';
import type { Course, Study } from './study.ts';

const INDIFFERENCE = 0.01;
const TOLERANCE = 0.05;
/** Looks are so far apart: at least so many observations, and this share of what there is. */
const LEAST_STEP = 8;
const STEP_SHARE = 1 / 8;
/**
 * Candidates that are out by what they cost are simulated for the frontier all the same, once all is decided, up to so
 * many.
 */
const MOST_FOR_FRONTIER = 100;

interface SearchOptions extends StudyOptions<OptimizationReport>, Pick<OptimizeOptions, 'indifference' | 'tolerance'> {
  /** How long observations are. Default: long enough for means of them to be nearly normal. */
  readonly cut?: Cut | undefined;
}

/**
 * Simulates those candidates about which something is still open, until nothing is, or until they have had their years.
 * Where the least total cost is sought, the cheapest to run come first, and one whose infrastructure alone costs more
 * than the total of a feasible one is never simulated.
 */
export function searchStudy(plan: OptimizePlan, options: SearchOptions): Study<OptimizationReport> {
  const firstYears = FIRST_OBSERVATIONS * firstCut(plan).yearsPerObservation * plan.candidates.length;
  return {
    events: firstYears * plan.eventsPerYear,
    batches: FIRST_OBSERVATIONS,
    remake: { isEach: true, job: (recipe) => remade(plan, recipe) },
    conduct: (course) => conductSearch(createSearch(plan, course, options), options),
  };
}

/** A search under way: what is known of the candidates by now, and what has been decided. */
interface Search {
  readonly plan: OptimizePlan;
  readonly course: Course<OptimizationReport>;
  readonly objective: Objective;
  readonly tests: readonly Test[];
  readonly tolerance: number;
  /** [candidate] what it costs at least, where that is what is sought. */
  readonly bounds: readonly number[] | null;
  readonly contest: Contest;
  /** [candidate]; undefined where it has not had its first observations. */
  readonly samples: (Sample | undefined)[];
  readonly programs: Map<number, Program>;
  readonly ruledOut: Set<number>;
  readonly pause: Pause;
  /** Nothing decided about them, and nothing simulated; in the order in which they come. */
  waiting: number[];
  cut: Cut;
  /** δ; null before it was set. */
  zone: number | null;
  /** Time is up, or somebody has ended it. */
  isOver: boolean;
  /** Of the first candidate, where it can be gone on with. */
  begun: Sample | null;
  report(partial: boolean): OptimizationReport;
}

function createSearch(
  plan: OptimizePlan,
  course: Course<OptimizationReport>,
  { indifference = INDIFFERENCE, tolerance = TOLERANCE, cut = firstCut(plan) }: SearchOptions,
): Search {
  const objective: Objective = { response: responseOf(plan.figure)!, sign: plan.goal === 'minimize' ? 1 : -1 };
  const tests = plan.constraints.map(testOf);
  const isOfCost = plan.goal === 'minimize' && plan.figure === 'cost.total';
  const bounds = isOfCost ? plan.candidates.map((_, i) => infrastructure(plan, i)) : null;
  const contest = new Contest({
    candidates: plan.candidates.length,
    constraints: tests.length,
    error: 1 - CONFIDENCE,
    first: FIRST_OBSERVATIONS,
    bounds,
  });
  return {
    ...{ plan, course, objective, tests, tolerance, bounds, contest, cut },
    samples: new Array<Sample | undefined>(plan.candidates.length),
    programs: new Map(),
    ruledOut: new Set(),
    pause: createPause(),
    waiting: plan.candidates.map((_, i) => i),
    zone: null,
    isOver: false,
    begun: null,
    report(partial) {
      const wishes = { indifference, tolerance };
      return buildOptimization({ ...this, wishes, workers: course.workers, partial, seconds: course.seconds() });
    },
  };
}

/** @returns null: it was ended before any candidate had its first observations */
async function conductSearch(
  s: Search,
  { indifference = INDIFFERENCE, cut }: SearchOptions,
): Promise<OptimizationReport | null> {
  const { plan, contest, samples, bounds, course } = s;
  const isAbove = (i: number) =>
    plan.constraints.some((constraint) => exceedsBudget(constraint, infrastructure(plan, i)));
  for (const i of s.waiting.filter(isAbove)) ruleOut(s, i, null);
  if (bounds !== null) s.waiting.sort((a, b) => bounds[a] - bounds[b] || a - b);
  if (s.waiting.length > 0 && cut === undefined) s.cut = await lengthenedFor(s, s.waiting[0]);
  await admitPromising(s);
  const joined = samples.flatMap((sample) => (sample === undefined ? [] : [s.objective.sign * meanOf(sample)]));
  if (joined.length > 0) {
    s.zone = zoneOf(indifference, plan, joined);
    contest.setIndifference(s.zone);
  }
  while (!s.isOver) {
    await s.pause();
    contest.look();
    forget(s);
    course.tell(() => s.report(true));
    const before = s.waiting.length;
    await admitPromising(s);
    if (s.waiting.length < before) continue;
    const open = contest.needed().filter((i) => samples[i]!.objective.length < s.cut.most);
    if (open.length > 0) await lengthen(s, open);
    else if (s.waiting.length > 0) await faceNext(s);
    else break;
  }
  await completeFrontier(s);
  if (course.signal?.aborted === true && samples.every((sample) => sample === undefined)) return null;
  contest.look();
  const report = s.report(s.isOver && s.report(true).outcome === 'undecided');
  return s.isOver ? report : withChances(course, plan, report);
}

function infrastructure({ candidates }: OptimizePlan, i: number): number {
  return candidates[i].nature.rates.infrastructure;
}

function meanOf({ objective }: Sample): number {
  return objective.sum(objective.length) / objective.length;
}

/** Of a job: whose observations, of how many years each, and how many of them there will be. */
interface Recipe {
  readonly candidate: number;
  readonly yearsPerObservation: number;
  readonly to: number;
}

async function remade(plan: OptimizePlan, recipe: unknown): Promise<Job> {
  const asked = (isRecord(recipe) ? recipe : {}) as Partial<Recipe & DoubtRecipe>;
  const { candidate, yearsPerObservation, to, world } = asked;
  const cut = cutWith(plan, yearsPerObservation);
  const isWithin = (x: number | undefined, least: number, most: number): x is number =>
    Number.isInteger(x) && x! >= least && x! <= most;
  if (world !== undefined && isWithin(candidate, 0, plan.candidates.length - 1)) {
    const job = jobOfWorld(plan, { candidate, world });
    if (job !== null) return job;
  }
  if (cut === undefined || !isWithin(candidate, 0, plan.candidates.length - 1) || !isWithin(to, 1, cut.most))
    throw new RangeError('These are no observations of this search.');
  return { programs: [programOf(plan, candidate)], plan: planUpTo(plan, cut, to) };
}

function programOf(plan: OptimizePlan, candidate: number): Program {
  const model = plan.modelAt(candidate);
  // A search asks about no target by kind.
  return compile({ ...model, targets: { ...model.targets, byKind: [] } }).program;
}

/** Until a candidate has so many observations. @returns whether it has them */
async function extend(s: Search, candidate: number, sample: Sample, to: number): Promise<boolean> {
  const { plan, course, programs, objective, tests } = s;
  await s.pause();
  let program = programs.get(candidate);
  if (program === undefined) {
    program = programOf(plan, candidate);
    programs.set(candidate, program);
  }
  const recipe: Recipe = { candidate, yearsPerObservation: s.cut.yearsPerObservation, to };
  const job = { programs: [program], plan: planUpTo(plan, s.cut, to), recipe };
  const isWhole = await course.takeBatches(job, sample.objective.length, ({ tallies }) => {
    addObservation(sample, tallies[0], objective, tests);
    course.tell(() => s.report(true));
  });
  if (!isWhole || performance.now() >= course.deadline) s.isOver = true;
  return isWhole;
}

/** A candidate's first observations; null: there was no time for all of them. */
async function begin(s: Search, candidate: number): Promise<Sample | null> {
  const sample = s.begun ?? createSample(s.plan.candidates[candidate].nature, s.tests);
  s.begun = null;
  const isWhole = await extend(s, candidate, sample, FIRST_OBSERVATIONS);
  // Two are enough to show something of it.
  if (sample.objective.length > 1) s.samples[candidate] = sample;
  return isWhole ? sample : null;
}

async function admit(s: Search, candidate: number): Promise<void> {
  const sample = await begin(s, candidate);
  if (sample === null) return;
  s.waiting = s.waiting.filter((each) => each !== candidate);
  s.contest.join(candidate, contestantOf(sample, s.objective, s.tests, s.cut.yearsPerObservation, s.tolerance));
  forget(s);
}

/** Those that no other can be cheaper than, as far as is known: they are simulated first. */
async function admitPromising(s: Search): Promise<void> {
  const { bounds, contest, samples } = s;
  const least = () => contest.alive().reduce((lowest, i) => Math.min(lowest, meanOf(samples[i]!)), Infinity);
  while (s.waiting.length > 0 && !s.isOver && (bounds === null || bounds[s.waiting[0]] <= least()))
    await admit(s, s.waiting[0]);
}

/** Programs of those that are out. */
function forget({ programs, contest }: Search): void {
  for (const i of programs.keys()) if (!contest.isAlive(i)) programs.delete(i);
}

function ruleOut(s: Search, i: number, by: number | null): void {
  s.waiting = s.waiting.filter((each) => each !== i);
  s.contest.exclude(i, by);
  s.ruledOut.add(i);
}

/** A step for those that have had least. */
async function lengthen(s: Search, open: readonly number[]): Promise<void> {
  const length = (i: number) => s.samples[i]!.objective.length;
  const shortest = Math.min(...open.map(length));
  const to = Math.min(s.cut.most, shortest + Math.max(LEAST_STEP, Math.floor(shortest * STEP_SHARE)));
  for (const i of open) if (!s.isOver && length(i) < to) await extend(s, i, s.samples[i]!, to);
}

/** The rest costs more than what has been found, or the cheapest of it is to be simulated too. */
async function faceNext(s: Search): Promise<void> {
  const { bounds, contest } = s;
  const [next] = s.waiting;
  const by = bounds === null ? undefined : contest.alive().find((i) => contest.excels(i, bounds[next]));
  if (by === undefined) return admit(s, next);
  for (const i of s.waiting) ruleOut(s, i, by);
}

async function completeFrontier(s: Search): Promise<void> {
  if (s.isOver || s.ruledOut.size > MOST_FOR_FRONTIER) return;
  for (const i of s.ruledOut) {
    if (s.isOver) return;
    await begin(s, i);
    s.programs.delete(i);
  }
}

/** The first candidate's first incidents tell how long an observation has to be. */
async function lengthenedFor(s: Search, candidate: number): Promise<Cut> {
  const { cut, plan } = s;
  const sample = createSample(plan.candidates[candidate].nature, s.tests);
  await extend(s, candidate, sample, FIRST_OBSERVATIONS / 4);
  if (s.isOver) return cut;
  const longer = lengthened(cut, plan.years, incidentsOf(sample) / yearsOf(sample));
  if (longer.yearsPerObservation === cut.yearsPerObservation) s.begun = sample;
  return longer;
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
