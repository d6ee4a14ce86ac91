import { buildReport } from '../analysis/figures.ts';
import { buildGap } from '../analysis/gap/figures.ts';
import { gapCourse } from '../analysis/gap/steps.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import type { GapFigures } from '../analysis/report-explanation.ts';
import type { Report } from '../analysis/report.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { drive } from './drive.ts';
import { exactOf, NOT_CALCULATED } from './exact.ts';
import { makePlan, type Plan, type PlanOptions } from './plan.ts';
import type { Runner } from './runner.ts';
import type { Results } from './job.ts';

/** The models between the arithmetic and the model as it is, known to make sense before anything is simulated. */
export interface GapPlan {
  readonly plan: Plan;
  /** About how many a year, of all models together. */
  readonly eventsPerYear: number;
  /** Lives through all of them; null: the signal was aborted before there was anything. */
  live(runner: Runner, options: GapOptions): Promise<GapResult | null>;
}

export interface GapResult {
  readonly report: Report;
  readonly gap: GapFigures;
}

interface GapOptions {
  readonly signal: AbortSignal | undefined;
  /** As `performance.now()` has it. */
  readonly deadline: number;
  readonly onMerged: ((result: () => GapResult) => void) | undefined;
}

export function planGap(model: Model, options: PlanOptions): GapPlan {
  const course = gapCourse(model);
  const { models } = course;
  const compiled = models.map((each) => compile(each, { bySource: true }));
  const events = models.map(eventsPerYear);
  const most = Math.max(...events) * models.length;
  const plan: Plan = {
    ...makePlan(model, options, most),
    rivals: models.map(({ targets, losses }) => ({ goals: targets, losses })),
  };
  return {
    plan,
    eventsPerYear: events.reduce((sum, each) => sum + each, 0),
    async live(runner, { signal, deadline, onMerged }) {
      const start = performance.now();
      let exact = NOT_CALCULATED;
      const result = ({ tallies, pairs }: Results, partial: boolean): GapResult => {
        const seconds = (performance.now() - start) / 1000;
        const lived = { model, compiled: compiled.at(-1)!, tally: tallies.at(-1)!, outages: knownOutages(model) };
        const report = buildReport({ ...lived, plan, seconds, workers: runner.workers, partial, exact });
        return {
          report,
          gap: buildGap(
            course,
            models.map((each, i) => ({ model: each, tally: tallies[i] })),
            pairs,
            report,
          ),
        };
      };
      const { results, merged } = await drive(
        runner,
        { programs: compiled.map(({ program }) => program), plan },
        {
          signal,
          deadline,
          enough: () => false,
          onMerged: onMerged && ((soFar) => onMerged(() => result(soFar, true))),
        },
      );
      if (merged === 0) return null;
      exact = await exactOf(model);
      return result(results, merged < plan.batches);
    },
  };
}
