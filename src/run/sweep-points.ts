import { buildReport } from '../analysis/figures.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import { precisionReached } from '../analysis/precision.ts';
import type { Report, SolvedFigures, SweepPoint, SweepReport } from '../analysis/report.ts';
import { buildSweep } from '../analysis/sweep.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { compile } from '../compile/compile.ts';
import type { Model } from '../model/model.ts';
import { planDoubt, withDoubt } from './doubt.ts';
import { NOT_ASKED } from './exact.ts';
import type { Job } from './job.ts';
import { missionJob, missionOf } from './mission.ts';
import { differences, finishedPoints, sealed, tampering } from './sweep-earlier.ts';
import type { StudyOptions } from './options.ts';
import type { Course } from './study.ts';
import type { SweepOptions } from './sweep-options.ts';
import { type GridPoint, gridKey } from './grid.ts';
import { jobAt, type SweepPlan } from './sweep-plan.ts';

/** What a sweep is told beside its plan. */
export type SweepCourseOptions = StudyOptions<SweepReport> & Pick<SweepOptions, 'earlier' | 'onPoint'>;

/** The points that a sweep has by now, and how it comes to more. */
export interface Points {
  /** Points that are finished and need not be simulated. */
  has(at: GridPoint): boolean;
  /** Lives through a point, or finds it among the finished ones; null: the signal was aborted. */
  visit(at: GridPoint, ends: PointEnds): Promise<SweepPoint | null>;
  report(partial: boolean, solved?: SolvedFigures): SweepReport;
  /** Points that had all their years without having reached the precision. */
  readonly imprecise: readonly GridPoint[];
}

/** What ends a point's run before its years are over. */
interface PointEnds {
  /** As `performance.now()` has it. */
  readonly deadline: number;
  /** Looks at the report after so many years. Default: the plan's precision. */
  readonly enough?: ((years: number, report: () => Report) => boolean) | undefined;
}

/**
 * @param order where a point stands among the others; null: it is none of this sweep
 * @throws RangeError where what there was earlier is of another sweep
 */
export function createPoints(
  sweep: SweepPlan,
  course: Course<SweepReport>,
  earlier: SweepReport | undefined,
  order: (at: GridPoint) => number | null,
): Points {
  const { axes, common } = sweep;
  const known = new Map<string, SweepPoint>();
  const imprecise: GridPoint[] = [];
  const gridPointOf = ({ parameters }: SweepPoint): GridPoint => axes.map(({ name }) => parameters[name]);
  for (const point of earlier === undefined ? [] : pointsOf(sweep, earlier))
    if (order(gridPointOf(point)) !== null) known.set(gridKey(gridPointOf(point)), point);

  const build = (points: readonly SweepPoint[], partial: boolean, solved?: SolvedFigures): SweepReport => {
    const { base: model, asked } = sweep;
    const seconds = (earlier?.run.seconds ?? 0) + course.seconds();
    return buildSweep({
      ...{ model, asked, axes, points, seed: common.seed, seconds, workers: course.workers, partial, solved },
    });
  };
  const rank = (point: SweepPoint) => order(gridPointOf(point)) ?? Infinity;
  const points = () => [...known.values()].sort((a, b) => rank(a) - rank(b));

  return {
    has: (at) => known.has(gridKey(at)),
    async visit(at, ends) {
      const key = gridKey(at);
      const found = known.get(key);
      if (found !== undefined) return found;
      if (course.signal?.aborted === true) return null;
      const parameters = Object.fromEntries(axes.map(({ name }, i) => [name, at[i]]));
      const tell = (report: () => Report) =>
        course.tell(() => build([...points(), { parameters, report: report() }], true));
      const lived = await livePoint(sweep, at, course, ends, tell);
      if (lived?.isImprecise === true) imprecise.push(at);
      if (lived === null) return null;
      const doubt = sweep.asked.solve === null ? planDoubt([lived.model], common) : null;
      const report =
        doubt === null || lived.report.run.partial ? lived.report : await withDoubt(course, lived.report, doubt);
      const point = report.run.partial ? { parameters, report } : sealed({ parameters, report });
      known.set(key, point);
      return point;
    },
    report: (partial, solved) => build(points(), partial, solved),
    imprecise,
  };
}

/** Those of an earlier sweep. @throws RangeError */
function pointsOf(sweep: SweepPlan, earlier: SweepReport): SweepPoint[] {
  const others = differences(sweep, earlier);
  if (others.length > 0) throw new RangeError(`earlier is of another sweep: ${others.join('; ')}.`);
  const tampered = tampering(earlier);
  if (tampered !== null) throw new RangeError(`earlier cannot be gone on from: ${tampered}.`);
  return finishedPoints(earlier);
}

/** @returns null: there is nothing of it, or only a part of it as the signal was aborted */
async function livePoint(
  sweep: SweepPlan,
  at: GridPoint,
  course: Course<SweepReport>,
  { deadline, enough }: PointEnds,
  tell: (report: () => Report) => void,
): Promise<{ readonly model: Model; readonly report: Report; readonly isImprecise: boolean } | null> {
  const model = sweep.modelAt(at);
  const compiled = compile(model);
  const job = { ...jobAt(sweep, model, compiled), recipe: at };
  const { plan } = job;
  const outages = knownOutages(model);
  const begun = performance.now();
  // Before the years, so that what a solve looks for may be of the mission.
  const driven = { isOver: course.isOver, drive: (of: Job) => course.drive(of, { deadline }) };
  const mission = await missionOf(driven, model, missionJob(model, plan.seed));
  const report = (tally: Tally, partial: boolean): Report => {
    const seconds = (performance.now() - begun) / 1000;
    const told = { plan, seconds, workers: course.workers, partial: partial || !mission.isWhole, exact: NOT_ASKED };
    return { ...buildReport({ model, compiled, tally, outages, ...told }), ...mission.figures };
  };
  const looks = enough !== undefined || plan.precision !== null;
  const hasEnough = (tally: Tally) =>
    enough === undefined
      ? precisionReached(model, tally, plan, outages)
      : enough(tally.counts[COUNT.years], () => report(tally, false));
  const { results, merged, satisfied } = await course.drive(job, {
    deadline,
    enough: looks ? ({ tallies: [tally] }) => hasEnough(tally) : undefined,
    onMerged: ({ tallies: [tally] }) => tell(() => report(tally, true)),
  });
  const isWhole = satisfied || merged === plan.batches;
  if (merged === 0 || (!isWhole && course.signal?.aborted === true)) return null;
  return {
    model,
    report: report(results.tallies[0], !isWhole),
    isImprecise: isWhole && !satisfied && plan.precision !== null,
  };
}
