import { addPairs, createPairs, OUTCOME, readOutcome } from '../analysis/pairs.ts';
import { sampler } from '../analysis/sample.ts';
import { addReplication, observe } from '../analysis/tally.ts';
import type { Program } from '../compile/program.ts';
import { createEngine } from '../engine/engine.ts';
import { replicate } from '../engine/replicate.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { simulateBatch } from './batch.ts';
import type { Plan } from './plan.ts';
import { createSeen, type Job, type Seen } from './seen.ts';

/** Simulates one batch of a job. The same job and index give the same bits on every thread and machine. */
export function simulateJob({ programs, plan }: Job, batch: number): Seen {
  if (programs.length === 1) return { ...createSeen({ programs: [], plan }, 0, 0), tallies: [simulateBatch(programs[0], plan, batch)], pairs: createPairs(1) };
  return simulatePaired(programs, plan, batch);
}

/** One replication of each program after the other, so that each pair is at hand. */
function simulatePaired(programs: readonly Program[], plan: Plan, batch: number): Seen {
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  const seen = createSeen({ programs, plan }, first, end);
  const addToSample = sampler(programs, plan.grouping ?? null);
  const recovery = new Float64Array(programs.length);
  const outcomes = programs.map(() => new Float64Array(OUTCOME.entries));
  const engines = programs.map((program, i) => {
    const observer = observe(seen.tallies[i], program.counts, plan.yearsPerReplication, plan.rivals?.[i].goals ?? plan.goals);
    return createEngine(program, {
      ...observer,
      incident(recoverySeconds, lossSeconds, cause, stages) {
        // One that had not ended has no length; `differencesBetween` compares no means then.
        if (recoverySeconds < Infinity) recovery[i] += recoverySeconds;
        observer.incident(recoverySeconds, lossSeconds, cause, stages);
      },
    });
  });
  const states = engines.map(({ state }) => state);
  for (let replication = first; replication < end; replication++) {
    engines.forEach((engine, i) => {
      const rival = plan.rivals![i];
      recovery[i] = 0;
      replicate(engine, plan.seed, replication, plan.yearsPerReplication, plan.warmUpSeconds);
      addReplication(seen.tallies[i], engine.observer.observation, rival.goals, SECONDS_PER_YEAR);
      readOutcome(outcomes[i], engine.observer.observation, recovery[i], rival.losses);
    });
    addPairs(seen.pairs, outcomes);
    addToSample(seen.sample, replication, outcomes, states, plan.yearsPerReplication);
  }
  return seen;
}
