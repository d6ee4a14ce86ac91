import type { Program } from '../compile/program.ts';
import { createEngine } from '../engine/engine.ts';
import { replicateInTurns } from '../engine/replicate.ts';
import type { Turns } from '../engine/turns.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import { addReplication, createTally, observe, type Tally } from '../observe/tally.ts';
import { createPairs } from '../analysis/pairs.ts';
import { createResults, type Job, type Results } from './job.ts';
import type { Plan } from './plan.ts';

/**
 * Simulates one batch of a plan of years. The same program, plan and index give the same bits on every thread and
 * machine.
 */
function* simulateBatchInTurns(program: Program, plan: Plan, batch: number): Turns<Tally> {
  const tally = createTally(program.counts);
  const probe = new CountingProbe(program, observe(tally, program.counts, plan.yearsPerReplication, plan.goals));
  const engine = createEngine(program, probe);
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let replication = first; replication < end; replication++) {
    yield* replicateInTurns(engine, plan.seed, replication, plan.yearsPerReplication, plan.warmUpSeconds);
    addReplication(tally, probe.observation, plan.goals);
    yield;
  }
  return tally;
}

/** A job that is nothing but the years of one program: what a worker that has just been started is asked for. */
export function isPlain({ programs, plan }: Job): boolean {
  return programs.length === 1 && !plan.faultload && !plan.mission;
}

/** One batch of such a job. */
export function* simulatePlainInTurns({ programs: [program], plan }: Job, batch: number): Turns<Results> {
  return ofOne(plan, yield* simulateBatchInTurns(program, plan, batch));
}

/** What has been seen of one program. */
export function ofOne(plan: Plan, tally: Tally): Results {
  return { ...createResults({ programs: [], plan }, 0, 0), tallies: [tally], pairs: createPairs(1) };
}
