import { parseModel, type ParsedModel } from '../model/index.ts';
import { heldAtMedians } from '../model/worlds.ts';
import type { SweepWishes } from '../analysis/report.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import { cross, type GridPoint, modelAtPoint } from './grid.ts';
import type { Job } from './job.ts';
import { MOST_YEARS_AT_ALL } from './options.ts';
import { createPause } from './pause.ts';
import { makePlan, type Plan } from './plan.ts';
import { checkSweepArguments, type SweepOptions } from './sweep-options.ts';
import { type Axis, MOST_POINTS, readAxis, VaryError } from './sweep-vary.ts';

/** A sweep that is known to make sense, before anything is simulated. */
export interface SweepPlan {
  readonly base: ParsedModel;
  readonly axes: readonly Axis[];
  /** Of the grid; of a solve the two ends. */
  readonly grid: readonly GridPoint[];
  /**
   * How all points are cut up. They have to be cut alike, or they would not live through the same history: replication
   * 5 of one is replication 5 of all.
   */
  readonly common: Plan;
  readonly asked: SweepWishes;
  /** About how many events a year of each point takes, together. */
  readonly eventsPerYear: number;
  /** @throws PointError */
  modelAt(at: GridPoint): ParsedModel;
}

/** What a solve may take of each point, against what a run would. */
export const MOST_YEARS_OF_SOLVE = 16;

/**
 * Reads the model at every point of the grid.
 * @param solve the assertion of a solve: there are then two points, the range's ends
 * @throws ModelError, PointError, VaryError, or TypeError or RangeError for other arguments that make no sense
 */
export async function planSweep(text: string, options: SweepOptions, solve: string | null = null): Promise<SweepPlan> {
  checkSweepArguments(text, options);
  const { file, set = {}, signal } = options;
  const base = parseModel(text, { ...(file === undefined ? {} : { file }), set });
  const axes = readAxes(base, options, solve !== null);
  const grid = cross(axes);
  const held = solve === null ? null : heldAtMedians(base, Object.keys(options.vary));
  if (held !== null) options.onNotice?.(held);

  const modelAt = (at: GridPoint) => modelAtPoint(text, base, axes, set, at);
  for (const { name, values, range } of axes) {
    if (solve === null && range !== null && range.steps !== null && values.length < range.steps) {
      options.onNotice?.(`${name} takes whole numbers: ${values.length} values instead of ${range.steps}.`);
    }
  }
  const pause = createPause();
  const seen = { years: 0, warmUpSeconds: 0, most: 0, sum: 0 };
  for (const at of grid) {
    await pause();
    signal?.throwIfAborted();
    const model = modelAt(at);
    const events = eventsPerYear(model);
    seen.years = Math.max(seen.years, model.simulation.years);
    seen.warmUpSeconds = Math.max(seen.warmUpSeconds, model.simulation.warmUpSeconds);
    seen.most = Math.max(seen.most, events);
    seen.sum += events;
  }
  const simulation = { ...base.simulation, years: seen.years, warmUpSeconds: seen.warmUpSeconds };
  const years =
    solve === null
      ? options.years
      : Math.min(MOST_YEARS_AT_ALL, MOST_YEARS_OF_SOLVE * Math.ceil(options.years ?? seen.years));
  const common = makePlan(
    { simulation, targets: base.targets },
    { years, seed: options.seed, precision: options.precision },
    seen.most,
  );
  return {
    base,
    axes,
    grid,
    common,
    asked: { years: common.years, precision: common.precision, solve },
    eventsPerYear: seen.sum,
    modelAt,
  };
}

/** The common cut, in batches that suit a point's own events. */
function planAt({ common }: SweepPlan, model: ParsedModel): Plan {
  const { replicationsPerBatch } = makePlan(
    model,
    { years: common.years, precision: common.precision },
    eventsPerYear(model),
  );
  return {
    ...common,
    replicationsPerBatch,
    batches: Math.ceil(common.replications / replicationsPerBatch),
    warmUpSeconds: model.simulation.warmUpSeconds,
    goals: model.targets,
  };
}

/** What a point's years are simulated of. */
export function jobAt(sweep: SweepPlan, model: ParsedModel, { program } = compile(model)): Job {
  return { programs: [program], plan: planAt(sweep, model) };
}

function readAxes(base: ParsedModel, { vary, set = {} }: SweepOptions, isSolve: boolean): Axis[] {
  const names = Object.keys(vary);
  if (names.length === 0 || names.length > 2)
    throw new VaryError(null, `a sweep varies one parameter or two, not ${names.length}`);
  const twice = names.find((name) => Object.hasOwn(set, name));
  if (twice !== undefined) throw new VaryError(twice, 'it is set to one value as well: leave out one of the two');
  const axes = names.map((name) => readAxis(base, name, vary[name]));
  if (isSolve && (axes.length > 1 || axes[0].range === null)) {
    throw new VaryError(
      axes.length > 1 ? null : names[0],
      "a solve varies one parameter over a range, as in '10 s..5 min'",
    );
  }
  if (isSolve) return axes.map((axis) => ({ ...axis, values: [axis.values[0], axis.values.at(-1)!] }));
  const points = axes.reduce((product, { values }) => product * values.length, 1);
  if (points > MOST_POINTS) {
    throw new VaryError(
      null,
      `${axes.map(({ values }) => values.length).join(' × ')} are ${points.toLocaleString('en-US')} points, ` +
        `at most ${MOST_POINTS.toLocaleString('en-US')}: vary in larger steps`,
    );
  }
  return axes;
}
