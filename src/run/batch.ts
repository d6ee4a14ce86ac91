import { addDrill, addReplication, createObservation, createTally, observe, type Tally } from '../analysis/tally.ts';
import type { InjectionPlan } from '../compile/injection.ts';
import type { Program } from '../compile/program.ts';
import { createDrillObserver, drillResult, runDrillInTurns } from '../engine/drill.ts';
import { createEngine } from '../engine/engine.ts';
import { replicateInTurns } from '../engine/replicate.ts';
import { finish, type Turns } from '../engine/turns.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Plan } from './plan.ts';

/** Simulates one batch of the plan. The same program, plan and index give the same bits on every thread and machine. */
export function simulateBatch(program: Program, plan: Plan, batch: number): Tally {
  return finish(simulateBatchInTurns(program, plan, batch));
}

/** The same, in turns. */
export function* simulateBatchInTurns(program: Program, plan: Plan, batch: number): Turns<Tally> {
  if (plan.injection) return yield* simulateDrills(program, plan, plan.injection, batch);
  const tally = createTally(program.counts);
  const engine = createEngine(program, observe(tally, program.counts, plan.yearsPerReplication, plan.goals));
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let replication = first; replication < end; replication++) {
    yield* replicateInTurns(engine, plan.seed, replication, plan.yearsPerReplication, plan.warmUpSeconds);
    addReplication(tally, engine.observer.observation, plan.goals, SECONDS_PER_YEAR);
    yield;
  }
  return tally;
}

function* simulateDrills(program: Program, plan: Plan, injection: InjectionPlan, batch: number): Turns<Tally> {
  const tally = createTally(program.counts);
  const engine = createEngine(program, createDrillObserver(createObservation(program.counts, 1)));
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let run = first; run < end; run++) {
    yield* runDrillInTurns(engine, plan.seed, run, plan.warmUpSeconds, injection);
    addDrill(tally, drillResult(engine), engine.events, plan.goals);
    yield;
  }
  return tally;
}
