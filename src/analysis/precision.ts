import { shouldStop } from '../statistics/stopping.ts';
import { momentsEffectiveCount } from '../statistics/moments.ts';
import type { Model } from '../model/model.ts';
import { eventsOf } from './events.ts';
import type { KnownOutages } from './outages.ts';
import { perYear } from './per-year.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';

/** The part of a run's plan that decides when it stops. */
interface Stopping {
  /** Relative half-width asked for on unavailability; null: none. */
  readonly precision: number | null;
  readonly replications: number;
  readonly replicationsPerBatch: number;
}

/** Each look at a growing sample gets a little more of the chance to stop by luck: so looks are 10% apart. */
const CHECKPOINT_GROWTH = 1.1;

/** Whether so many batches are a checkpoint: 1, 2, 3, … and from eleven on every tenth part more. */
function isCheckpoint(batches: number): boolean {
  let checkpoint = 1;
  while (checkpoint < batches) checkpoint = Math.max(checkpoint + 1, Math.ceil(checkpoint * CHECKPOINT_GROWTH));
  return checkpoint === batches;
}

/**
 * Whether the interval on unavailability is as narrow as the plan asks for: the very one that the report prints. False
 * without such a wish and between checkpoints.
 */
export function precisionReached(model: Model, tally: Tally, plan: Stopping, outages: KnownOutages): boolean {
  if (plan.precision === null) return false;
  const replications = tally.counts[COUNT.replications];
  const isLast = replications >= plan.replications;
  if (!isLast && !isCheckpoint(replications / plan.replicationsPerBatch)) return false;
  const { mean, ci95 } = perYear(model, tally, eventsOf(tally, outages)).down;
  return shouldStop(
    { mean, interval: ci95, replications, incidents: momentsEffectiveCount(tally.recovery, 0) },
    plan.precision,
  );
}
