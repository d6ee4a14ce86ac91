import { buildReport } from '../analysis/figures.ts';
import { buildGap } from '../analysis/gap/figures.ts';
import { gapCourse } from '../analysis/gap/steps.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import type { GapFigures } from '../analysis/report-explanation.ts';
import type { Report } from '../analysis/report.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { exactOf, NOT_CALCULATED } from './exact.ts';
import { makePlan, type Plan, type PlanOptions, rivalOf } from './plan.ts';
import type { Course } from './study.ts';
import type { Job, Results } from './job.ts';

/** The models between the arithmetic and the model as it is, known to make sense before anything is simulated. */
interface GapPlan {
  readonly plan: Plan;
  readonly job: Job;
  /** About how many a year, of all models together. */
  readonly eventsPerYear: number;
  /** Lives through all of them; null: it was ended before there was anything. */
  live(
    course: Course<unknown>,
    deadline: number,
    onMerged: (result: () => GapResult) => void,
  ): Promise<GapResult | null>;
}

export interface GapResult {
  readonly report: Report;
  readonly gap: GapFigures;
}

export function planGap(model: Model, options: PlanOptions): GapPlan {
  const row = gapCourse(model);
  const { models } = row;
  const compiled = models.map((each) => compile(each));
  const events = models.map(eventsPerYear);
  const most = Math.max(...events) * models.length;
  const plan: Plan = {
    ...makePlan(model, options, most),
    rivals: models.map(rivalOf),
  };
  const job = { programs: compiled.map(({ program }) => program), plan, recipe: 'gap' };
  return {
    plan,
    job,
    eventsPerYear: events.reduce((sum, each) => sum + each, 0),
    async live(course, deadline, onMerged) {
      let exact = NOT_CALCULATED;
      const result = ({ tallies, pairs }: Results, partial: boolean): GapResult => {
        const seconds = course.seconds();
        const lived = { model, compiled: compiled.at(-1)!, tally: tallies.at(-1)!, outages: knownOutages(model) };
        const report = buildReport({ ...lived, plan, seconds, workers: course.workers, partial, exact });
        return {
          report,
          gap: buildGap(
            row,
            models.map((each, i) => ({ model: each, tally: tallies[i] })),
            pairs,
            report,
          ),
        };
      };
      const { results, merged } = await course.drive(job, {
        deadline,
        onMerged: (soFar) => onMerged(() => result(soFar, true)),
      });
      if (merged === 0) return null;
      exact = await exactOf(model);
      return result(results, merged < plan.batches);
    },
  };
}
