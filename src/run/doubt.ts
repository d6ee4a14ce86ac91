import { differenceDoubt, withDoubtOf, type WorldDifference, type WorldFigures } from '../analysis/doubt.ts';
import { type Claim, claimOf, whyNoWorlds } from '../analysis/claims.ts';
import { askedBy } from '../assertion/asked.ts';
import { parseAssertion } from '../assertion/assertion.ts';
import { worldDifference, worldFigures } from '../analysis/world.ts';
import { pairsOf } from '../analysis/pairs.ts';
import type { ComparisonReport, Report } from '../analysis/report.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Compiled } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import { withParameters } from '../model/check.ts';
import type { ParsedModel } from '../model/parsed.ts';
import { drawWorlds, settingsIn, type Worlds } from '../model/worlds.ts';
import type { Job, Results } from './job.ts';
import { createPause } from './pause.ts';
import { makePlan, type Plan, rivalOf } from './plan.ts';
import type { Course } from './study.ts';
import { settingOf } from './sweep-vary.ts';

/*
 * What a run's inputs leave open that nobody knows: many worlds, in each of which they are one number, each lived
 * through for a few years with random numbers of its own. The error of so few years is taken out of what the worlds
 * differ by (`statistics/surface.ts`).
 */

/** So many worlds' years are as many as the run's own. */
const WORLDS_OF_A_RUN = 100;
/** Worlds are many and short: what a batch costs beside its years counts. */
const FEWEST_BATCHES = 2;

/** Models in one world, and what their years are simulated of. */
interface World {
  readonly models: readonly ParsedModel[];
  readonly compiled: readonly Compiled[];
  readonly job: Job;
}

/** Of a world's job. */
export interface WorldRecipe {
  readonly world: number;
}

/** Of models that have inputs that nobody knows. */
export interface DoubtPlan {
  readonly draws: Worlds;
  /** Of each world. */
  readonly years: number;
  readonly seed: string;
  /** [model] those of its targets, and then what else is to be told of. */
  readonly claims: readonly (readonly Claim[])[];
  worlds(): Iterable<World>;
  /** One of them. */
  at(world: number): World;
}

function isDoubted(model: Model): model is ParsedModel {
  return Object.keys((model as Partial<ParsedModel>).doubts ?? {}).length > 0;
}

/**
 * @param chances assertions about which it is to be told in how many worlds they hold
 * @returns null: all inputs are known
 * @throws RangeError where a chance is none
 */
export function planDoubt(
  models: readonly Model[],
  { seed, years }: Pick<Plan, 'seed' | 'years'>,
  chances: readonly string[] = [],
): DoubtPlan | null {
  const parsed = models as readonly ParsedModel[];
  if (!parsed.some(isDoubted)) return null;
  const known = parsed.map((model) => ({ doubts: isDoubted(model) ? model.doubts : {} }));
  const draws = drawWorlds(known, seed);
  // With a precision the plan has the most years that there may be.
  const own = Math.min(years, Math.max(...models.map(({ simulation }) => simulation.years)));
  const perWorld = Math.ceil(own / WORLDS_OF_A_RUN);
  const at = (world: number): World => {
    const there = parsed.map((model, i) => modelIn(model, settingsIn(known[i], draws, world)));
    return worldOf(there, perWorld, `${seed}/world ${world}`, world);
  };
  return {
    draws,
    years: perWorld,
    seed,
    claims: models.map((model) => claimsOf(model, chances)),
    at,
    *worlds() {
      for (const world of draws.draws.keys()) yield at(world);
    },
  };
}

/** A model in each world, with its number; null: all its inputs are known. */
export function doubtedWorlds(model: Model, seed: string) {
  if (!isDoubted(model)) return null;
  const draws = drawWorlds([model], seed);
  return {
    draws,
    *models(): Iterable<[number, ParsedModel]> {
      for (const world of draws.draws.keys()) yield [world, modelIn(model, settingsIn(model, draws, world))];
    },
  };
}

/** The report's targets are in this order (`analysis/targets.ts`). */
function claimsOf(model: Model, chances: readonly string[]): Claim[] {
  const { availability, rtoSeconds, rpoSeconds, byKind, budgetPerYear } = model.targets;
  const kinds = (of: 'rto' | 'rpo') =>
    byKind.flatMap(({ target, kind, goalSeconds: goal }) => (target === of ? [{ target, kind, goal }] : []));
  const of = (target: 'availability' | 'rto' | 'rpo' | 'budget', goal: number | null) =>
    goal === null ? [] : [{ target, goal }];
  const targets = [
    ...of('availability', availability),
    ...[...of('rto', rtoSeconds), ...kinds('rto'), ...of('rpo', rpoSeconds), ...kinds('rpo')],
    ...of('budget', budgetPerYear),
  ];
  return [...targets.map(claimOf), ...(isDoubted(model) ? chances.map((text) => claimIn(text, model)) : [])];
}

function claimIn(text: string, model: ParsedModel): Claim {
  const services = model.services.map(({ name }) => name);
  const { name, figure, operator, goal } = parseAssertion(text, model.currency, services, askedBy(model));
  const absent = whyNoWorlds(name);
  if (absent !== null) throw new RangeError(`chances, '${text}': ${absent}`);
  return { figure: name, operator, goal, read: (report) => figure.read(report) };
}

/** @throws ModelError naming the world where the model has errors in it */
function modelIn(model: ParsedModel, settings: Readonly<Record<string, number>>): ParsedModel {
  const units = model.parameterUnits;
  const set = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, settingOf(value, units[name])]),
  );
  if (Object.keys(set).length === 0) return model;
  const found = withParameters(model, set);
  if (found !== null) return found;
  throw new TypeError(
    'a copy of a model with inputs that nobody knows cannot be simulated: nobody knows what it was read from. Give ' +
      'what parseModel returned.',
  );
}

function worldOf(models: readonly ParsedModel[], years: number, seed: string, world: number): World {
  const most = Math.max(...models.map(eventsPerYear)) * models.length;
  const warmUpSeconds = Math.max(...models.map(({ simulation }) => simulation.warmUpSeconds));
  const simulation = { ...models[0].simulation, warmUpSeconds };
  const plan = makePlan({ ...models[0], simulation }, { years, seed, fewestBatches: FEWEST_BATCHES }, most);
  const compiled = models.map((model) => compile(model));
  const programs = compiled.map(({ program }) => program);
  const recipe: WorldRecipe = { world };
  const job = { programs, plan: models.length === 1 ? plan : { ...plan, rivals: models.map(rivalOf) }, recipe };
  return { models, compiled, job };
}

/** What of a study's course is needed, whatever it reports. */
export type Way = Pick<Course<unknown>, 'drive' | 'isOver' | 'notice'>;

/** Lives through the worlds one after the other; null: it was ended before the last. */
export async function liveWorlds<T>(
  course: Way,
  doubt: DoubtPlan,
  take: (world: World, results: Results) => T,
): Promise<T[] | null> {
  const pause = createPause();
  const taken: T[] = [];
  for (const world of doubt.worlds()) {
    await pause();
    if (course.isOver()) return null;
    const { results, merged } = await course.drive(world.job);
    if (merged < world.job.plan.batches) return null;
    taken.push(take(world, results));
  }
  return taken;
}

const figuresIn = ({ claims }: DoubtPlan, { models, compiled }: World, { tallies }: Results): WorldFigures[] =>
  models.map((model, i) => worldFigures(model, compiled[i], tallies[i], claims[i]));

export const UNFINISHED = 'What the inputs that nobody knows leave open is not told: the run was ended before that.';

/** The report with what doubt leaves of it; without, and partial, where all is over before. */
export async function withDoubt(course: Way, report: Report, doubt: DoubtPlan): Promise<Report> {
  const figures = await liveWorlds(course, doubt, (world, results) => figuresIn(doubt, world, results));
  if (figures !== null) return withDoubtOf(report, drawnOf(doubt), figures.flat(), doubt.claims[0]);
  course.notice(UNFINISHED);
  return asPartial(report);
}

/** The same of every two of several models. */
export async function withDoubts(
  course: Course<ComparisonReport>,
  report: ComparisonReport,
  doubt: DoubtPlan,
): Promise<ComparisonReport> {
  const pairs = pairsOf(report.models.length);
  const worlds = await liveWorlds(course, doubt, (world, results) => ({
    figures: figuresIn(doubt, world, results),
    differences: pairs.map(([from, to], pair): WorldDifference =>
      worldDifference([world.models[from], world.models[to]], results.tallies[0], results.pairs, pair),
    ),
  }));
  if (worlds === null) {
    course.notice(UNFINISHED);
    return { ...report, models: report.models.map(asPartial) };
  }
  const drawn = drawnOf(doubt);
  const models = report.models.map((each, i) =>
    withDoubtOf(
      each,
      drawn,
      worlds.map(({ figures }) => figures[i]),
      doubt.claims[i],
    ),
  );
  const differences = report.differences.map((each, pair) => {
    const own = worlds.map((world) => world.differences[pair]);
    return { ...each, doubt: differenceDoubt(drawn, own) };
  });
  return { ...report, models, differences };
}

function asPartial(report: Report): Report {
  return { ...report, run: { ...report.run, partial: true } };
}

export function drawnOf({ draws: { inputs, draws }, years, seed }: DoubtPlan) {
  return { inputs, draws, years, seed };
}
