import { compile } from '../compile/compile.ts';
import { createEngine } from '../engine/engine.ts';
import type { Model } from '../model/model.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import { createTally, observe } from '../observe/tally.ts';
import { traceYear, yearsDowntime } from '../observe/trace.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { LifeRecord } from './life-record.ts';
import type { Life } from './life.ts';
import { createPause } from './pause.ts';

interface LifeOptions {
  /** Default: the model's. */
  readonly seed?: string | undefined;
  readonly replication: number;
  /** Default 20,000. */
  readonly mostEvents?: number | undefined;
}

interface WorstLifeOptions {
  readonly seed?: string | undefined;
  /** Years to choose from: replications 0 to count − 1. Default 1,000. */
  readonly count?: number | undefined;
  readonly mostEvents?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

type SimulateLife = (model: Model, options: LifeOptions) => Life;

const MOST_EVENTS = 20_000;

/**
 * The year of the given replication, watched: what a run of one-year histories with this seed lives through there, to
 * the last bit, and the first year of what a run of longer ones does.
 */
export const simulateLife: SimulateLife = (
  model,
  { seed = model.simulation.seed, replication, mostEvents = MOST_EVENTS },
) => {
  const { program, names } = compile(model);
  const probe = new CountingProbe(program, observe(createTally(program.counts), program.counts, 1, model.targets));
  const engine = createEngine(program, probe);
  const record = new LifeRecord(model, program, names, mostEvents);
  const downtime = traceYear(engine, probe, seed, replication, model.simulation.warmUpSeconds, record);
  return { seed, replication, length: SECONDS_PER_YEAR, downtime, ...record.life() };
};

/**
 * The year with the most downtime among so many, the first of them where several have as much. The calling thread gets
 * a turn now and then, as a fleet of ten thousand takes a while.
 */
export async function worstLife(
  model: Model,
  { seed = model.simulation.seed, count = 1000, mostEvents, signal }: WorstLifeOptions = {},
): Promise<Life> {
  const { program } = compile(model);
  const probe = new CountingProbe(program, observe(createTally(program.counts), program.counts, 1, model.targets));
  const engine = createEngine(program, probe);
  const pause = createPause();
  let worst = 0;
  let most = -1;
  for (let replication = 0; replication < count; replication++) {
    const downtime = yearsDowntime(engine, probe, seed, replication, model.simulation.warmUpSeconds);
    if (downtime > most) [worst, most] = [replication, downtime];
    await pause();
    signal?.throwIfAborted();
  }
  return simulateLife(model, { seed, replication: worst, mostEvents });
}
