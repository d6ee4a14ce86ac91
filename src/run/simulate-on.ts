import type { Report } from '../analysis/report.ts';
import { withTried } from '../analysis/targets.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { doubtJobs } from './experiment-doubt.ts';
import { experimentJob, makeExperiments, withWorlds } from './experiment-on.ts';
import { DEFAULT_RUNS } from './experiment-options.ts';
import { eventsPerRun } from './experiment-plan.ts';
import { planDoubt, withDoubt } from './doubt.ts';
import { checkModelArgument, checkOptions, SIMULATE_RULES, type SimulateOptions } from './options.ts';
import { missionJob, withMission } from './mission.ts';
import { makePlan } from './plan.ts';
import type { OpenRunner } from './runner.ts';
import { createSession, type Session } from './session.ts';
import { conduct, type Course, type Study } from './study.ts';

/**
 * `simulate` with the runner given. In a file of its own, as are those of the other studies, so that the published
 * types need none of a platform's, and a page brings its own workers.
 */
export function simulateOn(open: OpenRunner, model: Model, options: SimulateOptions): Promise<Report> {
  return conduct(open, options, () => simulation(model, options));
}

export function simulation(model: Model, options: SimulateOptions): Study<Report> {
  checkModelArgument(model);
  checkOptions(options, SIMULATE_RULES);
  const events = eventsPerYear(model);
  const plan = makePlan(model, options, events);
  const session = createSession(model, plan);
  const mission = missionJob(model, plan.seed);
  const doubt = planDoubt([model], plan, options.chances);
  const isAsked = options.experiments === true && model.experiments.length > 0;
  const runs = isAsked ? DEFAULT_RUNS : 0;
  return {
    // With a precision nobody knows how long it will take.
    events:
      plan.precision === null ? events * plan.years + runs * model.experiments.length * eventsPerRun(model) : Infinity,
    batches: Math.max(plan.batches, runs),
    *jobs() {
      yield session.job;
      if (mission !== null) yield mission;
      if (doubt !== null) for (const { job } of doubt.worlds()) yield job;
      const { seed } = options;
      if (isAsked) for (const each of model.experiments) yield experimentJob(model, each, { seed });
      if (isAsked) for (const each of model.experiments) yield* doubtJobs(model, each, { seed });
    },
    async conduct(course) {
      await session.run(course, { onMerged: course.tell });
      const report = session.report();
      if (report === null) return null;
      if (plan.precision !== null && !session.precise) {
        const why = session.complete
          ? `within ${plan.years.toLocaleString('en-US')} years`
          : 'before the run was ended';
        course.notice(`The precision of ${plan.precision * 100}% was not reached ${why}.`);
      }
      const timed = await withMission(course, model, report, mission);
      const doubted = doubt === null ? timed : await withDoubt(course, timed, doubt);
      const whole = options.method === 'auto' ? await withRare(course, model, session, doubted) : doubted;
      return isAsked ? withExperiments(course, model, whole, options) : whole;
    },
  };
}

/** With what strikes on copies come to; where all is over before, the report says so. */
async function withRare(course: Course<Report>, model: Model, session: Session, report: Report): Promise<Report> {
  const { rareOf } = await import('./rare.ts');
  const rare = await rareOf(model, session.compiled, session.plan, course.isOver);
  return { ...report, availability: { ...report.availability, rare } };
}

/**
 * With the model's own experiments beside its years: where all is over before, those that were made by then, and
 * partial.
 */
async function withExperiments(
  course: Course<Report>,
  model: Model,
  report: Report,
  { seed }: SimulateOptions,
): Promise<Report> {
  const none = { made: [], isWhole: false };
  const all = course.isOver() ? none : await makeExperiments(course, model, model.experiments, { seed });
  const { made, isWhole } = all.isWhole ? await withWorlds(course, model, model.experiments, all.made, { seed }) : all;
  const run = isWhole ? report.run : { ...report.run, partial: true };
  const experiments = made.map(({ figures }) => figures);
  return { ...report, run, targets: withTried(report.targets, experiments), experiments };
}
