import type { Report, SolvedFigures, SweepReport, Verdict } from '../analysis/report.ts';
import { nothingToReport } from './nothing.ts';
import type { Platform } from './pool.ts';
import type { Runner } from './runner.ts';
import { bisect, type Turn } from './sweep-bisect.ts';
import { type CourseOptions, createCourse } from './sweep-course.ts';
import { withRunner } from './sweep-on.ts';
import { MOST_YEARS_OF_SOLVE, type GridPoint, type SweepPlan } from './sweep-plan.ts';
import { between } from './sweep-vary.ts';

/** Steps into which a range is divided where nobody says: seven halvings. */
const DEFAULT_STEPS = 128;

/**
 * Whether a report keeps to the assertion: on its whole interval, on none of it, or on a part, where each bound is so
 * many times as far from the value as the report has it.
 */
export type Judge = (report: Report, widening: number) => Verdict;

/**
 * Every look is a chance to be wrong. O'Brien & Fleming (1979): early looks have to be surer, so that all five, after 1,
 * 2, 4, 8 and 16 sixteenths of the years, are wrong as often as a single 95% interval. 1.978 of it is the constant for
 * these looks (theirs is for looks equally far apart), 1.96 that of the interval.
 */
const WIDENING = 1.978 / 1.96;

/** How many points a solve takes where none of them stays undecided. */
export function expectedPoints(sweep: SweepPlan): number {
  return 2 + Math.ceil(Math.log2(rangeOf(sweep).steps));
}

/**
 * Looks for the value at which an assertion begins to fail, or to hold: each point runs until its interval has cleared
 * the goal, or until it has had sixteen times the years.
 */
export function solveSweep(
  platform: Platform | null,
  sweep: SweepPlan,
  judge: Judge,
  options: CourseOptions,
): Promise<SweepReport> {
  return withRunner(platform, sweep, options, (runner) => search(sweep, judge, runner, options));
}

async function search(sweep: SweepPlan, judge: Judge, runner: Runner, options: CourseOptions): Promise<SweepReport> {
  const { name, from, to, steps, isWhole } = rangeOf(sweep);
  const valueAt = (step: number) => between(from, to, step, steps, isWhole);
  const order = ([value]: GridPoint): number | null => {
    const step = typeof value === 'number' ? Math.round(((value - from) / (to - from)) * steps) : -1;
    return step >= 0 && step <= steps && valueAt(step) === value ? step : null;
  };
  const course = createCourse(sweep, runner, options, order);
  const deadline = performance.now() + (options.maxTime ?? Infinity) * 1000;
  const figures = ({ ends, met, missed, undecided }: Turn): SolvedFigures => ({
    parameter: name,
    assertion: sweep.asked.solve!,
    ends,
    met: met === null ? null : valueAt(met),
    missed: missed === null ? null : valueAt(missed),
    undecided: undecided.map(valueAt),
  });

  const judgeAt = (report: Report) => judge(report, WIDENING * Math.sqrt(sweep.common.years / report.run.years));
  let isComplete = true;
  const turn = await bisect(steps, async (step) => {
    const at = [valueAt(step)];
    const isNew = !course.has(at);
    const isLate = isNew && step > 0 && performance.now() >= deadline;
    const point = isLate ? null : await course.visit(at, { deadline, enough: atLooks(sweep.common.years, judgeAt) });
    if (point === null || point.report.run.partial) {
      isComplete = false;
      return null;
    }
    if (isNew) await options.onPoint?.(course.report(true));
    return judgeAt(point.report);
  });
  const report = course.report(!isComplete, turn === null ? undefined : figures(turn));
  if (report.points.length === 0) throw nothingToReport(options.signal);
  return report;
}

/** @param most years that a point may take */
function atLooks(most: number, judge: (report: Report) => Verdict): (years: number, report: () => Report) => boolean {
  let next = most / MOST_YEARS_OF_SOLVE;
  return (years, report) => {
    if (years < next) return false;
    while (next <= years) next *= 2;
    return judge(report()) !== 'undecided';
  };
}

function rangeOf({ axes: [{ name, values, range }] }: SweepPlan): {
  name: string;
  from: number;
  to: number;
  steps: number;
  isWhole: boolean;
} {
  const [from, to] = [values[0], values.at(-1)] as [number, number];
  const isWhole = range!.isWhole;
  return { name, from, to, steps: isWhole ? Math.abs(to - from) : (range!.steps ?? DEFAULT_STEPS), isWhole };
}
