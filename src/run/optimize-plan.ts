import type { ConstraintWish, OptimizedModel } from '../analysis/report-optimization.ts';
import { runningCost } from '../analysis/cost.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import { losesForGood } from '../analysis/last-copies.ts';
import { canLoseData } from '../analysis/possible.ts';
import { slowestRepair } from '../analysis/slowest-repair.ts';
import type { Nature } from '../analysis/optimization/sample.ts';
import { readConstraint, readFigure } from '../analysis/optimization/wishes.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import { parseModel, type ParsedModel } from '../model/index.ts';
import { cross, type GridPoint, modelAtPoint, nameOf, PointError } from './grid.ts';
import { decisionsOf } from './decisions.ts';
import { checkOptimizeArguments, FIRST_OBSERVATIONS, type OptimizeOptions } from './optimize-options.ts';
import { MOST_YEARS_AT_ALL } from './options.ts';
import type { FigureKind } from '../units/kind.ts';
import { heldAtMedians } from '../model/worlds.ts';
import { createPause } from './pause.ts';
import { type Axis, readAxis, VaryError } from './sweep-vary.ts';

/** One of the models, with what is varied of it. */
interface Family {
  readonly base: ParsedModel;
  readonly axes: readonly Axis[];
}

/** Where a candidate is found. */
interface Point {
  readonly family: number;
  readonly at: GridPoint;
}

type Settings = NonNullable<OptimizeOptions['set']>;

export interface Candidate extends Point {
  readonly name: string;
  readonly nature: Nature;
}

/** A search that is known to make sense, before anything is simulated. */
export interface OptimizePlan {
  readonly families: readonly Family[];
  readonly candidates: readonly Candidate[];
  readonly figure: string;
  readonly kind: FigureKind;
  readonly goal: 'minimize' | 'maximize';
  readonly constraints: readonly ConstraintWish[];
  readonly seed: string;
  /** The most of one candidate. */
  readonly years: number;
  readonly warmUpSeconds: number;
  /** Of all candidates, on average. */
  readonly eventsPerYear: number;
  /** Read anew: thousands of models are too many to keep. */
  modelAt(candidate: number): ParsedModel;
}

const MOST_CANDIDATES = 10_000;
/** What one candidate may take by default, against what a run of it would. */
const MOST_YEARS_OF_ONE = 16;

/**
 * Reads every candidate.
 * @throws ModelError, PointError, VaryError, or TypeError or RangeError for other arguments that make no sense
 */
export async function planOptimization(texts: readonly string[], options: OptimizeOptions): Promise<OptimizePlan> {
  checkOptimizeArguments(texts, options);
  const { set = {}, onNotice } = options;
  const goal = options.maximize === undefined ? 'minimize' : 'maximize';
  const { figure, kind } = readFigure(options.maximize ?? options.minimize ?? 'cost.total');
  const constraints = (options.subjectTo ?? []).map(readConstraint);
  const bases = readBases(texts, options);
  // Several models are held against each other as they are.
  const vary = options.vary ?? (bases.length === 1 ? decisionsOf(bases[0], set) : {});
  const families = readFamilies(bases, vary, set);
  const doubts = Object.assign({}, ...bases.map((base) => base.doubts)) as ParsedModel['doubts'];
  const held = heldAtMedians({ doubts }, Object.keys(vary));
  if (held !== null) onNotice?.(held);
  const modelOf = ({ family, at }: Point) => {
    const { base, axes } = families[family];
    return axes.length === 0 ? base : modelAtPoint(texts[family], base, axes, set, at);
  };
  const figures = [figure, ...constraints.map((constraint) => constraint.figure)];
  const { candidates, leftOut, most } = await readCandidates(families, modelOf, figures, options.signal);
  if (candidates.length === 0) throw leftOut[0];
  if (leftOut.length > 0) onNotice?.(leftOutSentence(leftOut));
  if (figure === 'cost.total' && candidates.every(isFree)) {
    onNotice?.(
      'Nothing costs anything in these models, so all candidates tie: give them costs or losses, or maximize ' +
        'availability.',
    );
  }
  const ownYears = Math.max(FIRST_OBSERVATIONS, MOST_YEARS_OF_ONE * Math.ceil(most.years));
  return {
    families,
    candidates,
    figure,
    kind,
    goal,
    constraints,
    seed: String(options.seed ?? bases[0].simulation.seed),
    years: options.years ?? Math.min(MOST_YEARS_AT_ALL, ownYears),
    warmUpSeconds: most.warmUpSeconds,
    eventsPerYear: most.events / candidates.length,
    modelAt: (i) => modelOf(candidates[i]),
  };
}

/** The models as they are written. @throws ModelError, or RangeError where they reckon in several currencies */
function readBases(texts: readonly string[], { set = {}, files = [] }: OptimizeOptions): ParsedModel[] {
  const bases = texts.map((text, i) =>
    parseModel(text, { ...(files[i] === undefined ? {} : { file: files[i] }), set }),
  );
  const odd = bases.find(({ currency }) => currency !== bases[0].currency);
  if (odd === undefined) return bases;
  throw new RangeError(`the models must reckon in one currency, not in ${bases[0].currency} and ${odd.currency}.`);
}

interface Read {
  readonly candidates: readonly Candidate[];
  /** Points that make no sense. */
  readonly leftOut: readonly PointError[];
  /** Longest years and warm-up, and the sum of events a year. */
  readonly most: { readonly years: number; readonly warmUpSeconds: number; readonly events: number };
}

/** Every point of every family. The calling thread gets a turn now and then. */
async function readCandidates(
  families: readonly Family[],
  modelOf: (point: Point) => ParsedModel,
  figures: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Read> {
  const pause = createPause();
  const most = { years: 0, warmUpSeconds: 0, events: 0 };
  const candidates: Candidate[] = [];
  const leftOut: PointError[] = [];
  for (const point of families.flatMap(({ axes }, family) => cross(axes).map((at) => ({ family, at })))) {
    await pause();
    signal?.throwIfAborted();
    const { axes } = families[point.family];
    const model = unless(
      () => modelOf(point),
      (error) => axes.length > 1 && leftOut.push(error) > 0,
    );
    if (model === null) continue;
    for (const each of figures) demandService(each, model);
    most.years = Math.max(most.years, model.simulation.years);
    most.warmUpSeconds = Math.max(most.warmUpSeconds, model.simulation.warmUpSeconds);
    most.events += eventsPerYear(model);
    const name = axes.length === 0 ? model.name : nameOf(axes, point.at);
    candidates.push({ ...point, name, nature: natureOf(model) });
  }
  return { candidates, leftOut, most };
}

function isFree({ nature: { rates } }: Candidate): boolean {
  return rates.infrastructure === 0 && rates.downtimePerSecond === 0 && rates.dataPerSecond === 0;
}

/** Of two parameters not all combinations have to make sense: two replicas of which three are required. */
function unless(read: () => ParsedModel, isLeftOut: (error: PointError) => boolean): ParsedModel | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PointError && isLeftOut(error)) return null;
    throw error;
  }
}

const MOST_NAMED = 3;

function leftOutSentence(errors: readonly PointError[]): string {
  const named = errors
    .slice(0, MOST_NAMED)
    .map(({ point }) => point)
    .join('; ');
  const others = errors.length > MOST_NAMED ? `; and ${errors.length - MOST_NAMED} more` : '';
  const why = errors[0].diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be read';
  return `Left out, as the model has errors there: ${named}${others}. The first: ${why}.`;
}

/** As the report has it. */
export function optimizedModel({ base, axes }: Family): OptimizedModel {
  return {
    name: base.name,
    sha256: base.sha256,
    parameters: base.parameters,
    vary: axes.map(({ name }) => name),
    values: Object.fromEntries(axes.map(({ name, values }) => [name, values])),
    units: Object.fromEntries(axes.map(({ name, unit }) => [name, unit])),
  };
}

/** Each model varies what it has of what is varied. */
function readFamilies(
  bases: readonly ParsedModel[],
  vary: NonNullable<OptimizeOptions['vary']>,
  set: Settings,
): Family[] {
  const names = Object.keys(vary);
  const twice = names.find((name) => Object.hasOwn(set, name));
  if (twice !== undefined) throw new VaryError(twice, 'it is set to one value as well: leave out one of the two');
  const has = ({ parameters }: ParsedModel, name: string) => Object.hasOwn(parameters, name);
  const nobodys = names.find((name) => !bases.some((base) => has(base, name)));
  // What it says of the first model, with the nearest word, is true of all.
  if (nobodys !== undefined) readAxis(bases[0], nobodys, vary[nobodys]);
  const families = bases.map((base) => ({
    base,
    axes: names.filter((name) => has(base, name)).map((name) => readAxis(base, name, vary[name])),
  }));
  const sizes = families.map(({ axes }) => axes.reduce((product, { values }) => product * values.length, 1));
  const count = sizes.reduce((sum, each) => sum + each, 0);
  if (count > MOST_CANDIDATES) {
    const sizeOf = (axes: readonly Axis[], size: number) => {
      const product = axes.map(({ values }) => values.length).join(' × ');
      return axes.length > 1 && sizes.length > 1 ? `${product} = ${size}` : product || '1';
    };
    const how = families.map(({ axes }, i) => sizeOf(axes, sizes[i])).join(' + ');
    throw new VaryError(
      null,
      `${how} are ${count.toLocaleString('en-US')} candidates, at most ` +
        `${MOST_CANDIDATES.toLocaleString('en-US')}: vary in larger steps, or less at a time`,
    );
  }
  return families;
}

function natureOf(model: ParsedModel): Nature {
  const { downtimePerSecond, dataPerSecond } = model.losses;
  const services = new Map(model.services.map(({ name }, i) => [name, i]));
  return {
    rates: { infrastructure: runningCost(model).total, downtimePerSecond, dataPerSecond, services },
    isDataAtRisk: canLoseData(model),
    isForGoodPossible: losesForGood(model) !== null,
    slowestRepair: slowestRepair(model),
    outages: knownOutages(model),
  };
}

function demandService(figure: string, { services, name }: ParsedModel): void {
  const [, service] = /^services\.(.+)\.(?:availability|downtime)$/.exec(figure) ?? [];
  if (service === undefined || services.some((each) => each.name === service)) return;
  throw new RangeError(
    `${figure}: the model '${name}' has no service '${service}': there are ` +
      `${services.map((each) => each.name).join(', ')}.`,
  );
}
