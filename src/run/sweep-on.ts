import type { SweepReport } from '../analysis/report.ts';
import type { OpenRunner } from './runner.ts';
import { conduct, type Study } from './study.ts';
import type { SweepOptions } from './sweep-options.ts';
import { planDoubt } from './doubt.ts';
import { gridKey, nameOf } from './grid.ts';
import { missionJob } from './mission.ts';
import { jobAt, planSweep, type SweepPlan } from './sweep-plan.ts';
import { createPoints, type Points, type SweepCourseOptions } from './sweep-points.ts';

/** `sweep` with the runner given. */
export async function sweepOn(open: OpenRunner, text: string, options: SweepOptions): Promise<SweepReport> {
  return conductSweep(open, await planSweep(text, options), options);
}

/** A sweep that is planned already. */
export function conductSweep(open: OpenRunner, sweep: SweepPlan, options: SweepCourseOptions): Promise<SweepReport> {
  return conduct(open, options, () => gridStudy(sweep, options));
}

/** One point of the grid after the other. */
export function gridStudy(sweep: SweepPlan, { earlier, onPoint }: SweepCourseOptions): Study<SweepReport> {
  const { grid, common, asked, eventsPerYear } = sweep;
  return {
    // With a precision nobody knows how long it will take.
    events: asked.precision === null ? eventsPerYear * common.years : Infinity,
    batches: common.batches,
    *jobs() {
      for (const at of grid) {
        const model = sweep.modelAt(at);
        const job = jobAt(sweep, model);
        const mission = missionJob(model, job.plan.seed);
        if (mission !== null) yield mission;
        yield job;
        for (const world of planDoubt([model], common)?.worlds() ?? []) yield world.job;
      }
    },
    async conduct(course) {
      const order = new Map(grid.map((at, i) => [gridKey(at), i]));
      const points = createPoints(sweep, course, earlier, (at) => order.get(gridKey(at)) ?? null);
      const ahead = grid.filter((at) => !points.has(at));
      for (const [i, at] of ahead.entries()) {
        const point = await points.visit(at, { deadline: course.after(1 / (ahead.length - i)) });
        if (point !== null) await onPoint?.(reportOf(sweep, points));
        else if (course.signal?.aborted === true) break;
      }
      if (points.imprecise.length > 0) course.notice(impreciseSentence(sweep, points.imprecise));
      const last = reportOf(sweep, points);
      return last.points.length === 0 ? null : last;
    },
  };
}

function reportOf({ grid }: SweepPlan, points: Points): SweepReport {
  const soFar = points.report(true);
  const isPartial = soFar.points.length < grid.length || soFar.points.some(({ report }) => report.run.partial);
  return isPartial ? soFar : points.report(false);
}

function impreciseSentence(sweep: SweepPlan, imprecise: Points['imprecise']): string {
  const names = imprecise.map((at) => nameOf(sweep.axes, at)).join('; ');
  const where = imprecise.length === sweep.grid.length ? 'at any point' : `at ${names}`;
  const { precision, years } = sweep.common;
  return (
    `The precision of ${precision! * 100}% was not reached within ${years.toLocaleString('en-US')} years ` + `${where}.`
  );
}
