import { buildReport } from '../analysis/figures.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import { precisionReached } from '../analysis/precision.ts';
import type { Report, SolvedFigures, SweepPoint, SweepReport } from '../analysis/report.ts';
import { buildSweep } from '../analysis/sweep.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { compile } from '../compile/compile.ts';
import { drive } from './drive.ts';
import { NOT_ASKED } from './exact.ts';
import type { Runner } from './runner.ts';
import { differences, finishedPoints, sealed, tampering } from './sweep-earlier.ts';
import type { SweepOptions } from './sweep-options.ts';
import { type GridPoint, gridKey, planAt, type SweepPlan } from './sweep-plan.ts';
import { throttled } from './throttled.ts';

/** What a sweep is told beside its plan. */
export type CourseOptions = Pick<
  SweepOptions,
  'signal' | 'maxTime' | 'workers' | 'earlier' | 'onPoint' | 'onProgress' | 'onNotice'
>;

/** A sweep under way: the points that it has, and how it comes to more. */
interface Course {
  /** Points that are finished and need not be simulated. */
  has(at: GridPoint): boolean;
  /** Lives through a point, or finds it among the finished ones; null: the signal was aborted. */
  visit(at: GridPoint, ends: Ends): Promise<SweepPoint | null>;
  report(partial: boolean, solved?: SolvedFigures): SweepReport;
  /** Points that had all their years without having reached the precision. */
  readonly imprecise: readonly GridPoint[];
}

/** What ends a point's run before its years are over. */
interface Ends {
  /** As `performance.now()` has it. */
  readonly deadline: number;
  /** Looks at the report after so many years. Default: the plan's precision. */
  readonly enough?: ((years: number, report: () => Report) => boolean) | undefined;
}

/**
 * @param order where a point stands among the others; null: it is none of this sweep
 * @throws RangeError where what there was earlier is of another sweep
 */
export function createCourse(
  sweep: SweepPlan,
  runner: Runner,
  options: CourseOptions,
  order: (at: GridPoint) => number | null,
): Course {
  const { base, axes, asked, common } = sweep;
  const { earlier, signal } = options;
  const start = performance.now();
  const gridPointOf = ({ parameters }: SweepPoint): GridPoint => axes.map(({ name }) => parameters[name]);
  const others = earlier === undefined ? [] : differences(sweep, earlier);
  if (others.length > 0) throw new RangeError(`earlier is of another sweep: ${others.join('; ')}.`);
  const tampered = earlier === undefined ? null : tampering(earlier);
  if (tampered !== null) throw new RangeError(`earlier cannot be gone on from: ${tampered}.`);
  const known = new Map<string, SweepPoint>();
  for (const point of earlier === undefined ? [] : finishedPoints(earlier))
    if (order(gridPointOf(point)) !== null) known.set(gridKey(gridPointOf(point)), point);
  const imprecise: GridPoint[] = [];
  const progress = throttled(options.onProgress, runner.window > 1);

  const parametersOf = (at: GridPoint) => Object.fromEntries(axes.map(({ name }, i) => [name, at[i]]));
  const build = (points: readonly SweepPoint[], partial: boolean, solved?: SolvedFigures): SweepReport => {
    const seconds = (earlier?.run.seconds ?? 0) + (performance.now() - start) / 1000;
    return buildSweep({
      model: base,
      asked,
      axes,
      points,
      seed: common.seed,
      seconds,
      workers: runner.workers,
      partial,
      solved,
    });
  };
  const rank = (point: SweepPoint) => order(gridPointOf(point)) ?? Infinity;
  const points = () => [...known.values()].sort((a, b) => rank(a) - rank(b));

  async function live(at: GridPoint, { deadline, enough }: Ends): Promise<SweepPoint | null> {
    const model = sweep.modelAt(at);
    const plan = planAt(sweep, model);
    const compiled = compile(model, { bySource: true });
    const begun = performance.now();
    const report = (tally: Tally, partial: boolean): Report =>
      buildReport({
        model,
        compiled,
        tally,
        outages: knownOutages(model),
        plan,
        seconds: (performance.now() - begun) / 1000,
        workers: runner.workers,
        partial,
        exact: NOT_ASKED,
      });
    const hasEnough = (tally: Tally) =>
      enough === undefined
        ? precisionReached(model, tally, plan, knownOutages(model))
        : enough(tally.counts[COUNT.years], () => report(tally, false));
    let had = false;
    const { results, merged } = await drive(
      runner,
      { programs: [compiled.program], plan },
      {
        signal,
        deadline,
        enough: ({ tallies: [tally] }) => (had = hasEnough(tally)),
        onMerged:
          progress &&
          (({ tallies: [tally] }) =>
            progress(() => build([...points(), { parameters: parametersOf(at), report: report(tally, true) }], true))),
      },
    );
    const isWhole = had || merged === plan.batches;
    if (isWhole && !had && plan.precision !== null) imprecise.push(at);
    if (merged === 0 || (!isWhole && signal?.aborted === true)) return null;
    const point = { parameters: parametersOf(at), report: report(results.tallies[0], !isWhole) };
    return isWhole ? sealed(point) : point;
  }

  return {
    has: (at) => known.has(gridKey(at)),
    async visit(at, ends) {
      const key = gridKey(at);
      const found = known.get(key);
      if (found !== undefined) return found;
      if (signal?.aborted === true) return null;
      const point = await live(at, ends);
      if (point !== null) known.set(key, point);
      return point;
    },
    report: (partial, solved) => build(points(), partial, solved),
    imprecise,
  };
}
