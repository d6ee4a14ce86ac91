import type { SweepReport } from '../analysis/report.ts';
import { chooseRunner } from './choose-runner.ts';
import { nothingToReport } from './nothing.ts';
import type { Platform } from './pool.ts';
import type { Runner } from './runner.ts';
import { type CourseOptions, createCourse } from './sweep-course.ts';
import type { SweepOptions } from './sweep-options.ts';
import { nameOf, gridKey, planSweep, type SweepPlan } from './sweep-plan.ts';

/** `sweep` with the platform given: null for none, or one whose workers a test has its hands on. */
export async function sweepOn(platform: Platform | null, text: string, options: SweepOptions): Promise<SweepReport> {
  return conductSweep(platform, await planSweep(text, options), options);
}

/** One point of the grid after the other on the same threads. */
export function conductSweep(
  platform: Platform | null,
  sweep: SweepPlan,
  options: CourseOptions,
): Promise<SweepReport> {
  return withRunner(platform, sweep, options, (runner) => walk(sweep, runner, options));
}

/** On threads that are there for the whole sweep. */
export async function withRunner<T>(
  platform: Platform | null,
  { common, eventsPerYear, asked }: SweepPlan,
  options: CourseOptions,
  work: (runner: Runner) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  // With a precision, or with a goal to clear, nobody knows how long it will take.
  const events = asked.precision === null && asked.solve === null ? eventsPerYear * common.years : Infinity;
  const runner = chooseRunner(
    platform,
    { workers: options.workers, events, batches: common.batches },
    options.onNotice,
  );
  try {
    return await work(runner);
  } finally {
    await runner.close();
  }
}

async function walk(sweep: SweepPlan, runner: Runner, options: CourseOptions): Promise<SweepReport> {
  const order = new Map(sweep.grid.map((at, i) => [gridKey(at), i]));
  const course = createCourse(sweep, runner, options, (at) => order.get(gridKey(at)) ?? null);
  const end = performance.now() + (options.maxTime ?? Infinity) * 1000;
  const ahead = sweep.grid.filter((at) => !course.has(at));
  const isPartial = ({ points }: SweepReport) =>
    points.length < sweep.grid.length || points.some(({ report }) => report.run.partial);
  const report = (): SweepReport => {
    const soFar = course.report(true);
    return isPartial(soFar) ? soFar : course.report(false);
  };
  for (const [i, at] of ahead.entries()) {
    const now = performance.now();
    const point = await course.visit(at, { deadline: now + (end - now) / (ahead.length - i) });
    if (point !== null) await options.onPoint?.(report());
    else if (options.signal?.aborted === true) break;
  }
  if (course.imprecise.length > 0) {
    const where =
      course.imprecise.length === sweep.grid.length
        ? 'at any point'
        : `at ${course.imprecise.map((at) => nameOf(sweep, at)).join('; ')}`;
    options.onNotice?.(
      `The precision of ${sweep.common.precision! * 100}% was not reached within ${sweep.common.years.toLocaleString('en-US')} years ${where}.`,
    );
  }
  const last = report();
  if (last.points.length === 0) throw nothingToReport(options.signal);
  return last;
}
