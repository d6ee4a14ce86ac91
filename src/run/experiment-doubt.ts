import { withExperimentDoubt } from '../analysis/experiment-doubt.ts';
import { buildExperimentFigures } from '../analysis/experiments.ts';
import type { ExperimentFigures } from '../analysis/report.ts';
import { compileExperiment } from '../compile/faultload.ts';
import type { Experiment, Model } from '../model/model.ts';
import { doubtedWorlds, UNFINISHED, type Way } from './doubt.ts';
import { DEFAULT_RUNS } from './experiment-options.ts';
import { type ExperimentPlanOptions, makeExperimentPlan } from './experiment-plan.ts';
import type { Job } from './job.ts';
import { createPause } from './pause.ts';

/*
 * The worlds of an experiment: in each of them what nobody knows is one number, and the faults are put into it a few
 * times, in all as often as into the model as it is.
 */

const BATCHES = 2;

interface FaultyWorld {
  readonly model: Model;
  readonly experiment: Experiment;
  readonly job: Job;
}

/** null: all inputs are known. */
function planOf(model: Model, { name }: Experiment, { runs = DEFAULT_RUNS, seed }: ExperimentPlanOptions) {
  const own = String(seed ?? model.simulation.seed);
  const found = doubtedWorlds(model, own);
  if (found === null) return null;
  const perWorld = Math.max(BATCHES, Math.ceil(runs / found.draws.draws.length));
  const replicationsPerBatch = Math.ceil(perWorld / BATCHES);
  const drawn = { inputs: found.draws.inputs, draws: found.draws.draws, years: 0, seed: own };
  return {
    drawn,
    runs: perWorld,
    *worlds(): Iterable<FaultyWorld> {
      for (const [world, there] of found.models()) {
        const experiment = there.experiments.find((each) => each.name === name)!;
        const { program, faultload } = compileExperiment(there, experiment);
        const plan = makeExperimentPlan(there, faultload, { runs: perWorld, seed: `${own}/world ${world}` });
        const batches = Math.ceil(perWorld / replicationsPerBatch);
        yield {
          model: there,
          experiment,
          job: { programs: [program], plan: { ...plan, replicationsPerBatch, batches } },
        };
      }
    },
  };
}

export function* doubtJobs(model: Model, experiment: Experiment, options: ExperimentPlanOptions): Iterable<Job> {
  for (const { job } of planOf(model, experiment, options)?.worlds() ?? []) yield job;
}

/** With what inputs that nobody knows leave open; null: it was ended before all worlds had been lived through. */
export async function withFaultyWorlds(
  course: Way,
  model: Model,
  experiment: Experiment,
  figures: ExperimentFigures,
  options: ExperimentPlanOptions,
): Promise<ExperimentFigures | null> {
  const plan = planOf(model, experiment, options);
  if (plan === null) return figures;
  const pause = createPause();
  const found: ExperimentFigures[] = [];
  for (const world of plan.worlds()) {
    await pause();
    const { results, merged } = course.isOver() ? { results: null, merged: 0 } : await course.drive(world.job);
    if (results === null || merged < world.job.plan.batches) {
      course.notice(UNFINISHED);
      return null;
    }
    found.push(buildExperimentFigures(world.model, world.experiment, results.tallies[0]));
  }
  return withExperimentDoubt(figures, plan.drawn, plan.runs, found);
}
