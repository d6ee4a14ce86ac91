import { addDrill, addReplication, createObservation, createTally, observe, type Tally } from '../analysis/tally.ts';
import type { InjectionPlan } from '../compile/injection.ts';
import type { Program } from '../compile/program.ts';
import { createDrillObserver, drillResult, runDrill } from '../engine/drill.ts';
import { createEngine } from '../engine/engine.ts';
import { replicate } from '../engine/replicate.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Plan } from './plan.ts';

/** Simulates one batch of the plan. The same program, plan and index give the same bits on every thread and machine. */
export function simulateBatch(program: Program, plan: Plan, batch: number): Tally {
  if (plan.injection) return simulateDrills(program, plan, plan.injection, batch);
  const tally = createTally(program.counts);
  const engine = createEngine(program, observe(tally, program.counts, plan.yearsPerReplication, plan.goals));
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let replication = first; replication < end; replication++) {
    replicate(engine, plan.seed, replication, plan.yearsPerReplication, plan.warmUpSeconds);
    addReplication(tally, engine.observer.observation, plan.goals, SECONDS_PER_YEAR);
  }
  return tally;
}

function simulateDrills(program: Program, plan: Plan, injection: InjectionPlan, batch: number): Tally {
  const tally = createTally(program.counts);
  const engine = createEngine(program, createDrillObserver(createObservation(program.counts, 1)));
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let run = first; run < end; run++) {
    runDrill(engine, plan.seed, run, plan.warmUpSeconds, injection);
    addDrill(tally, drillResult(engine), engine.events, plan.goals);
  }
  return tally;
}
