import type { Faultload } from '../compile/faultload.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { DEFAULT_RUNS, type ExperimentOptions } from './experiment-options.ts';
import type { Plan } from './plan.ts';

export type ExperimentPlanOptions = Pick<ExperimentOptions, 'runs' | 'seed'>;

const MOST_RUNS_PER_BATCH = 256;
/** So that progress flows and an interruption is prompt (tens of milliseconds). */
const EVENTS_PER_BATCH = 200_000;
const FEWEST_BATCHES = 16;

/**
 * How an experiment's runs are cut up: one replication is one run, the warm-up before it included. As with `makePlan`
 * everything follows from the model and the options alone, and never from the number of workers.
 */
export function makeExperimentPlan(model: Model, faultload: Faultload, options: ExperimentPlanOptions = {}): Plan {
  const runs = options.runs ?? DEFAULT_RUNS;
  const replicationsPerBatch = batchSize(runs, eventsPerRun(model));
  return {
    seed: String(options.seed ?? model.simulation.seed),
    years: 0,
    yearsPerReplication: 1,
    replications: runs,
    replicationsPerBatch,
    batches: Math.ceil(runs / replicationsPerBatch),
    warmUpSeconds: model.simulation.warmUpSeconds,
    precision: null,
    goals: model.targets,
    faultload,
  };
}

/** What follows a fault is over in days, and few events beside a warm-up. */
const FOLLOWING_SECONDS = 7 * 86_400;

/** About how many events one run takes. */
export function eventsPerRun(model: Model): number {
  return (eventsPerYear(model) * (model.simulation.warmUpSeconds + FOLLOWING_SECONDS)) / SECONDS_PER_YEAR;
}

/** A power of two: the last digit of an estimate then cannot move a batch's border. */
function batchSize(runs: number, eventsPerRun: number): number {
  let size = 1;
  while (
    size * 2 <= MOST_RUNS_PER_BATCH &&
    size * 2 * eventsPerRun <= EVENTS_PER_BATCH &&
    size * 2 * FEWEST_BATCHES <= runs
  )
    size *= 2;
  return size;
}
