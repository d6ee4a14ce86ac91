import type { Program } from '../compile/program.ts';
import { createEngine } from '../engine/engine.ts';
import { runMissionInTurns } from '../engine/mission.ts';
import type { Turns } from '../engine/turns.ts';
import { FirstIncidentProbe } from '../observe/mission.ts';
import { addMissionRun, createTally, type Tally } from '../observe/tally.ts';
import type { Plan } from './plan.ts';

/** Makes one batch of a mission's runs. */
export function* simulateMissionInTurns(
  program: Program,
  plan: Plan,
  { seconds, limitSeconds }: NonNullable<Plan['mission']>,
  batch: number,
): Turns<Tally> {
  const tally = createTally(program.counts);
  const probe = new FirstIncidentProbe(program);
  const engine = createEngine(program, probe);
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let run = first; run < end; run++) {
    yield* runMissionInTurns(engine, probe, plan.seed, run, limitSeconds);
    addMissionRun(tally, probe.result(limitSeconds, seconds), engine.events);
    yield;
  }
  return tally;
}
