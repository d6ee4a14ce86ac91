import type { Faultload } from '../compile/faultload.ts';
import type { Program } from '../compile/program.ts';
import { createEngine } from '../engine/engine.ts';
import { runExperimentInTurns } from '../engine/experiment.ts';
import type { Turns } from '../engine/turns.ts';
import { ExperimentCountingProbe } from '../observe/experiment.ts';
import { addExperimentRun, createTally, type Tally } from '../observe/tally.ts';
import type { Plan } from './plan.ts';

/** Makes one batch of an experiment's runs. */
export function* simulateRunsInTurns(program: Program, plan: Plan, faultload: Faultload, batch: number): Turns<Tally> {
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
