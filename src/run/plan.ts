import type { Grouping } from '../analysis/sample.ts';
import type { Goals } from '../observe/told.ts';
import type { Faultload } from '../compile/faultload.ts';
import type { Model } from '../model/model.ts';

/**
 * How a run is cut up. Everything here follows from the model, the options and the seed alone, never from the
 * machine or the number of workers: that is what makes a report the same bits everywhere.
 */
export interface Plan {
  readonly seed: string;
  /** Years asked for; with `precision` the most that are simulated. */
  readonly years: number;
  readonly yearsPerReplication: number;
  readonly replications: number;
  readonly replicationsPerBatch: number;
  readonly batches: number;
  /** Simulated before counting starts, seconds. */
  readonly warmUpSeconds: number;
  /** Relative half-width on unavailability at which the run stops; null: run all years. */
  readonly precision: number | null;
  /** What each year is held against. */
  readonly goals: Goals;
  /** Present for an experiment: replications are its runs, and no years are counted. */
  readonly faultload?: Faultload | null;
  /** Present for a mission: replications are its runs, each from new to its first incident, followed for so long. */
  readonly mission?: { readonly seconds: number; readonly limitSeconds: number } | null;
  /** Present for a comparison: what each model's years are held against, and what its losses cost. */
  readonly rivals?: readonly Rival[];
  /** Present for a comparison: how its replications are grouped for what takes chance out of its differences. */
  readonly grouping?: Grouping | null;
}

interface Rival {
  readonly goals: Goals;
  readonly losses: Model['losses'];
  /** As `Plan.warmUpSeconds`: its own, so that its figures are those that it has alone. */
  readonly warmUpSeconds: number;
}

export function rivalOf({ targets, losses, simulation }: Model): Rival {
  return { goals: targets, losses, warmUpSeconds: simulation.warmUpSeconds };
}

/** What a plan can be asked for; everything else is decided here. */
export interface PlanOptions {
  /** Whole years; default: the model's `simulation.years`, or with `precision` as many as it takes. */
  readonly years?: number | undefined;
  /** Default: the model's `simulation.seed`. */
  readonly seed?: string | number | undefined;
  /** Default null: run all years. */
  readonly precision?: number | null | undefined;
  /**
   * Small batches: somebody watches the figures, or may interrupt them. Changes no figure. Default: with `precision`.
   */
  readonly looksOften?: boolean | undefined;
  /** Into how many batches it is cut at least, where there are as many replications. Changes no figure. */
  readonly fewestBatches?: number | undefined;
}

/** Years that a run with `precision` and no `years` may take. */
export const MOST_YEARS = 10_000_000;
const MOST_YEARS_PER_REPLICATION = 10;
/** Fewer replications than this and an interval from their spread means little. */
const FEWEST_REPLICATIONS = 100;
/** Large enough that handing a batch to a worker costs nothing beside it, small enough (tens of milliseconds)
 * that progress flows and an interruption is prompt. */
const EVENTS_PER_BATCH = 200_000;
/** Where a run may be over soon or somebody watches, it looks more often. */
const EVENTS_BETWEEN_LOOKS = 20_000;
const FEWEST_BATCHES = 16;
const MOST_REPLICATIONS_PER_BATCH = 1024;

/**
 * Cuts a run into replications and batches.
 * @param estimatedEventsPerYear from `eventsPerYear`; only its order of magnitude matters
 */
export function makePlan(
  model: Pick<Model, 'simulation' | 'targets'>,
  options: PlanOptions,
  estimatedEventsPerYear: number,
): Plan {
  const precision = options.precision ?? null;
  const years = options.years ?? (precision === null ? Math.max(1, Math.ceil(model.simulation.years)) : MOST_YEARS);
  const yearsPerReplication = longestReplication(years);
  const replications = years / yearsPerReplication;
  const eventsPerBatch = (options.looksOften ?? precision !== null) ? EVENTS_BETWEEN_LOOKS : EVENTS_PER_BATCH;
  const replicationsPerBatch = batchSize(
    replications,
    yearsPerReplication * estimatedEventsPerYear,
    eventsPerBatch,
    options.fewestBatches ?? FEWEST_BATCHES,
  );
  return {
    seed: String(options.seed ?? model.simulation.seed),
    years,
    yearsPerReplication,
    replications,
    replicationsPerBatch,
    batches: Math.ceil(replications / replicationsPerBatch),
    warmUpSeconds: model.simulation.warmUpSeconds,
    precision,
    goals: model.targets,
  };
}

/**
 * The largest divisor of `years` that leaves enough replications; 1 where none does. It follows from the years alone,
 * so that
 * a model has the same histories whatever it is run beside.
 */
export function longestReplication(years: number): number {
  for (let length = MOST_YEARS_PER_REPLICATION; length > 1; length--)
    if (years % length === 0 && years / length >= FEWEST_REPLICATIONS) return length;
  return 1;
}

/** A power of two: the last digit of an estimate then cannot move a batch's border. */
function batchSize(replications: number, eventsPerReplication: number, eventsPerBatch: number, fewest: number): number {
  let size = 1;
  while (
    size * 2 <= MOST_REPLICATIONS_PER_BATCH &&
    size * 2 * eventsPerReplication <= eventsPerBatch &&
    size * 2 * fewest <= replications
  ) {
    size *= 2;
  }
  return size;
}
