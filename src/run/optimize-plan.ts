import type { ConstraintWish, OptimizedModel } from '../analysis/report-optimization.ts';
import { runningCost } from '../analysis/cost.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import { losesForGood } from '../analysis/last-copies.ts';
import { canLoseData } from '../analysis/possible.ts';
import { slowestRepair } from '../analysis/slowest-repair.ts';
import type { Nature } from '../analysis/optimization/sample.ts';
import { readConstraint, readFigure } from '../analysis/optimization/wishes.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import { checkModel, parseModel, type ParsedModel } from '../model/index.ts';
import { checkOptimizeArguments, FIRST_OBSERVATIONS, type OptimizeOptions } from './optimize-options.ts';
import { MOST_YEARS_AT_ALL } from './options.ts';
import type { FigureKind } from '../units/kind.ts';
import { createPause } from './pause.ts';
import { nameOf, type GridPoint, PointError } from './sweep-plan.ts';
import { type Axis, readAxis, settingOf, VaryError } from './sweep-vary.ts';

/** One of the models, with what is varied of it. */
interface Family {
  readonly base: ParsedModel;
  readonly axes: readonly Axis[];
}

export interface Candidate {
  readonly family: number;
  readonly at: GridPoint;
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
  const { set = {}, files = [], vary = {}, signal } = options;
  const goal = options.maximize === undefined ? 'minimize' : 'maximize';
  const { figure, kind } = readFigure(options.maximize ?? options.minimize ?? 'cost.total');
  const constraints = (options.subjectTo ?? []).map(readConstraint);
  const bases = texts.map((text, i) =>
    parseModel(text, { ...(files[i] === undefined ? {} : { file: files[i] }), set }),
  );
  const odd = bases.find(({ currency }) => currency !== bases[0].currency);
  if (odd !== undefined)
    throw new RangeError(`the models must reckon in one currency, not in ${bases[0].currency} and ${odd.currency}.`);
  const families = readFamilies(bases, vary, set);
  const grid = families.flatMap(({ axes }, family) => cross(axes).map((at) => ({ family, at })));

  const read = ({ family, at }: Pick<Candidate, 'family' | 'at'>): ParsedModel => {
    const { base, axes } = families[family];
    if (axes.length === 0) return base;
    const varied = Object.fromEntries(axes.map(({ name, unit }, i) => [name, settingOf(at[i], unit)]));
    const { model, diagnostics } = checkModel(texts[family], { file: base.file, set: { ...set, ...varied } });
    if (model !== null) return model;
    // Of a value from outside, no line of the text.
    const own = diagnostics.find(
      ({ line, column, path }) => line === 1 && column === 1 && axes.some(({ name }) => path === `parameters.${name}`),
    );
    if (own !== undefined) throw new VaryError(own.path.slice('parameters.'.length), own.message);
    throw new PointError(nameOf({ axes }, at), base.file, varied, diagnostics);
  };

  const pause = createPause();
  const seen = { years: 0, warmUpSeconds: 0, events: 0 };
  const candidates: Candidate[] = [];
  const leftOut: PointError[] = [];
  for (const { family, at } of grid) {
    await pause();
    signal?.throwIfAborted();
    const model = unless(
      () => read({ family, at }),
      (error) => families[family].axes.length > 1 && leftOut.push(error) > 0,
    );
    if (model === null) continue;
    for (const each of [figure, ...constraints.map((constraint) => constraint.figure)]) demandService(each, model);
    seen.years = Math.max(seen.years, model.simulation.years);
    seen.warmUpSeconds = Math.max(seen.warmUpSeconds, model.simulation.warmUpSeconds);
    seen.events += eventsPerYear(model);
    const { axes } = families[family];
    candidates.push({
      family,
      at,
      name: axes.length === 0 ? model.name : nameOf({ axes }, at),
      nature: natureOf(model),
    });
  }
  if (candidates.length === 0) throw leftOut[0];
  if (leftOut.length > 0) options.onNotice?.(leftOutSentence(leftOut));
  const years =
    options.years ??
    Math.min(MOST_YEARS_AT_ALL, Math.max(FIRST_OBSERVATIONS, MOST_YEARS_OF_ONE * Math.ceil(seen.years)));
  const isFree = ({ nature: { rates } }: Candidate) =>
    rates.infrastructure === 0 && rates.downtimePerSecond === 0 && rates.dataPerSecond === 0;
  if (figure === 'cost.total' && candidates.every(isFree)) {
    options.onNotice?.(
      'Nothing costs anything in these models, so all candidates tie: give them costs or losses, or maximize ' +
        'availability.',
    );
  }
  const seed = String(options.seed ?? bases[0].simulation.seed);
  return {
    families,
    candidates,
    figure,
    kind,
    goal,
    constraints,
    seed,
    years,
    warmUpSeconds: seen.warmUpSeconds,
    eventsPerYear: seen.events / candidates.length,
    modelAt: (i) => read(candidates[i]),
  };
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
  set: Readonly<Record<string, unknown>>,
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

/** All combinations, the last axis fastest. */
function cross(axes: readonly Axis[]): GridPoint[] {
  return axes.reduce<GridPoint[]>(
    (grid, { values }) => grid.flatMap((at) => values.map((value) => [...at, value])),
    [[]],
  );
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
