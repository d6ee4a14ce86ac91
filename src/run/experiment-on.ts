import { buildExperimentFigures } from '../analysis/experiments.ts';
import type { ExperimentFigures, ExperimentsReport } from '../analysis/report.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { compileExperiment } from '../compile/faultload.ts';
import type { Experiment, Model } from '../model/model.ts';
import { VERSION } from '../version.ts';
import { doubtJobs, withFaultyWorlds } from './experiment-doubt.ts';
import { chooseExperiments, DEFAULT_RUNS, EXPERIMENT_RULES, type ExperimentOptions } from './experiment-options.ts';
import { eventsPerRun, type ExperimentPlanOptions, makeExperimentPlan } from './experiment-plan.ts';
import type { Job } from './job.ts';
import { checkModelArgument, checkOptions } from './options.ts';
import type { OpenRunner } from './runner.ts';
import { conduct, type Course, type Study } from './study.ts';

/** `experiment` with the runner given. */
export function experimentOn(open: OpenRunner, model: Model, options: ExperimentOptions): Promise<ExperimentsReport> {
  return conduct(open, options, () => experimentStudy(model, options));
}

/** What the runs of one experiment came to by now. */
interface Made {
  readonly figures: ExperimentFigures;
  readonly events: number;
}

export function experimentStudy(model: Model, options: ExperimentOptions): Study<ExperimentsReport> {
  checkModelArgument(model);
  checkOptions(options, EXPERIMENT_RULES);
  const experiments = chooseExperiments(model.experiments, options.names);
  const runs = options.runs ?? DEFAULT_RUNS;
  return {
    events: runs * experiments.length * eventsPerRun(model),
    batches: runs,
    *jobs() {
      for (const each of experiments) yield experimentJob(model, each, options);
      for (const each of experiments) yield* doubtJobs(model, each, options);
    },
    async conduct(course) {
      const report = (made: readonly Made[], partial: boolean): ExperimentsReport => ({
        nines: 1,
        kind: 'experiments',
        model: { name: model.name, sha256: model.sha256, parameters: model.parameters },
        run: {
          years: 0,
          replications: made.reduce((sum, { figures }) => sum + figures.runs, 0),
          seed: String(options.seed ?? model.simulation.seed),
          events: made.reduce((sum, { events }) => sum + events, 0),
          seconds: course.seconds(),
          workers: course.workers,
          partial,
          version: VERSION,
        },
        experiments: made.map(({ figures }) => figures),
      });
      const tell = (made: () => readonly Made[]) => course.tell(() => report(made(), true));
      const { made, isWhole } = await makeExperiments(course, model, experiments, options, tell);
      if (made.length === 0 || !isWhole) return made.length === 0 ? null : report(made, true);
      const doubted = await withWorlds(course, model, experiments, made, options);
      return report(doubted.made, !doubted.isWhole);
    },
  };
}

/** Experiments with what inputs that nobody knows leave of each; `isWhole`: no world was left out. */
export async function withWorlds(
  course: Course<unknown>,
  model: Model,
  experiments: readonly Experiment[],
  made: readonly Made[],
  options: ExperimentPlanOptions,
): Promise<{ readonly made: readonly Made[]; readonly isWhole: boolean }> {
  const doubted: Made[] = [];
  for (const [i, { figures, events }] of made.entries()) {
    const found = await withFaultyWorlds(course, model, experiments[i], figures, options);
    if (found === null) return { made: [...doubted, ...made.slice(i)], isWhole: false };
    doubted.push({ figures: found, events });
  }
  return { made: doubted, isWhole: true };
}

/** What one experiment's runs are simulated of. */
export function experimentJob(model: Model, experiment: Experiment, options: ExperimentPlanOptions): Job {
  const { program, faultload } = compileExperiment(model, experiment);
  return { programs: [program], plan: makeExperimentPlan(model, faultload, options) };
}

/**
 * One experiment after the other on the same threads.
 * @param onMerged called after each batch with what there is by then; the experiment under way stands last
 * @returns `isWhole`: all have all their runs
 */
export async function makeExperiments(
  course: Course<unknown>,
  model: Model,
  experiments: readonly Experiment[],
  options: ExperimentPlanOptions,
  onMerged?: (made: () => readonly Made[]) => void,
): Promise<{ readonly made: readonly Made[]; readonly isWhole: boolean }> {
  const made: Made[] = [];
  for (const experiment of experiments) {
    // Else its first batch would be waited for.
    if (made.length > 0 && course.isOver()) return { made, isWhole: false };
    const job = experimentJob(model, experiment, options);
    const madeOf = (tally: Tally): Made => ({
      figures: buildExperimentFigures(model, experiment, tally),
      events: tally.counts[COUNT.events],
    });
    const { results, merged } = await course.drive(job, {
      onMerged: ({ tallies }) => onMerged?.(() => [...made, madeOf(tallies[0])]),
    });
    if (merged > 0) made.push(madeOf(results.tallies[0]));
    if (merged < job.plan.batches) return { made, isWhole: false };
  }
  return { made, isWhole: true };
}
