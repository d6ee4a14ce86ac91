import type { Faultload } from '../compile/faultload.ts';
import type { Program } from '../compile/program.ts';
import { runExperimentInTurns } from '../engine/experiment.ts';
import { createEngine } from '../engine/engine.ts';
import { replicateInTurns } from '../engine/replicate.ts';
import type { Turns } from '../engine/turns.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import { ExperimentCountingProbe } from '../observe/experiment.ts';
import { addExperimentRun, addReplication, createTally, observe, type Tally } from '../observe/tally.ts';
import type { Plan } from './plan.ts';

/** Simulates one batch of the plan. The same program, plan and index give the same bits on every thread and machine. */
export function* simulateBatchInTurns(program: Program, plan: Plan, batch: number): Turns<Tally> {
  if (plan.faultload) return yield* simulateExperimentRuns(program, plan, plan.faultload, batch);
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

function* simulateExperimentRuns(program: Program, plan: Plan, faultload: Faultload, batch: number): Turns<Tally> {
  const tally = createTally(program.counts);
  const probe = new ExperimentCountingProbe(program);
  const engine = createEngine(program, probe);
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let run = first; run < end; run++) {
    yield* runExperimentInTurns(engine, probe, plan.seed, run, plan.warmUpSeconds, faultload);
    addExperimentRun(tally, probe.result(engine), engine.events, plan.goals);
    yield;
  }
  return tally;
}
