import type { Report, SolvedFigures, SweepReport, Verdict } from '../analysis/report.ts';
import type { OpenRunner } from './runner.ts';
import { conduct, type Study } from './study.ts';
import { bisect, type Turn } from './sweep-bisect.ts';
import { type GridPoint } from './grid.ts';
import { jobAt, MOST_YEARS_OF_SOLVE, type SweepPlan } from './sweep-plan.ts';
import { createPoints, type SweepCourseOptions } from './sweep-points.ts';
import { between } from './sweep-vary.ts';

/** Steps into which a range is divided where nobody says: seven halvings. */
const DEFAULT_STEPS = 128;

/**
 * Whether a report keeps to the assertion: on its whole interval, on none of it, or on a part, where each bound is so
 * many times as far from the value as the report has it.
 */
export type Judge = (report: Report, widening: number) => Verdict;

/**
 * Every look is a chance to be wrong. O'Brien & Fleming (1979): early looks have to be surer, so that all five, after
 * 1, 2, 4, 8 and 16 sixteenths of the years, are wrong as often as a single 95% interval. 1.978 of it is the constant
 * for these looks (theirs is for looks equally far apart), 1.96 that of the interval.
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
  open: OpenRunner,
  sweep: SweepPlan,
  judge: Judge,
  options: SweepCourseOptions,
): Promise<SweepReport> {
  return conduct(open, options, () => solveStudy(sweep, judge, options));
}

export function solveStudy(sweep: SweepPlan, judge: Judge, options: SweepCourseOptions): Study<SweepReport> {
  const { name, from, to, steps, isWhole } = rangeOf(sweep);
  const { years, batches } = sweep.common;
  const valueAt = (step: number) => between(from, to, step, steps, isWhole);
  const order = ([value]: GridPoint): number | null => {
    const step = typeof value === 'number' ? Math.round(((value - from) / (to - from)) * steps) : -1;
    return step >= 0 && step <= steps && valueAt(step) === value ? step : null;
  };
  const figures = ({ ends, met, missed, undecided }: Turn): SolvedFigures => ({
    parameter: name,
    assertion: sweep.asked.solve!,
    ends,
    met: met === null ? null : valueAt(met),
    missed: missed === null ? null : valueAt(missed),
    undecided: undecided.map(valueAt),
  });
  const judgeAt = (report: Report) => judge(report, WIDENING * Math.sqrt(years / report.run.years));
  return {
    // Nobody knows how long it takes until a goal is cleared.
    events: Infinity,
    batches,
    remake: {
      isEach: true,
      async job(recipe) {
        const [value] = Array.isArray(recipe) && recipe.length === 1 ? (recipe as unknown[]) : [];
        if (typeof value !== 'number' || order([value]) === null)
          throw new RangeError('This is no point of this sweep.');
        return jobAt(sweep, sweep.modelAt([value]));
      },
    },
    async conduct(course) {
      const points = createPoints(sweep, course, options.earlier, order);
      let isComplete = true;
      const turn = await bisect(steps, async (step) => {
        const at = [valueAt(step)];
        const isNew = !points.has(at);
        const isLate = isNew && step > 0 && performance.now() >= course.deadline;
        const ends = { deadline: course.deadline, enough: atLooks(years, judgeAt) };
        const point = isLate ? null : await points.visit(at, ends);
        if (point === null || point.report.run.partial) {
          isComplete = false;
          return null;
        }
        if (isNew) await options.onPoint?.(points.report(true));
        return judgeAt(point.report);
      });
      const report = points.report(!isComplete, turn === null ? undefined : figures(turn));
      return report.points.length === 0 ? null : report;
    },
  };
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
