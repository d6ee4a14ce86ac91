import { addPairs, createPairs, mergePairs, OUTCOME, readOutcome } from '../analysis/pairs.ts';
import { addReplication, createTally, mergeTally, observe, tallyBuffers, type Tally } from '../analysis/tally.ts';
import type { Program } from '../compile/program.ts';
import { createEngine } from '../engine/engine.ts';
import { replicate } from '../engine/replicate.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { simulateBatch } from './batch.ts';
import type { Plan } from './plan.ts';

/** What a run simulates: one program, or several that live through the same history. Crosses to workers as it is. */
export interface Job {
  readonly programs: readonly Program[];
  readonly plan: Plan;
}

/** What has been seen of each program, and of them two by two (`analysis/pairs.ts`; of one program nothing). */
export interface Seen {
  readonly tallies: readonly Tally[];
  readonly pairs: Float64Array;
}

export function createSeen(programs: readonly Program[]): Seen {
  return { tallies: programs.map(({ counts }) => createTally(counts)), pairs: createPairs(programs.length) };
}

export function mergeSeen(into: Seen, from: Seen): void {
  into.tallies.forEach((tally, i) => mergeTally(tally, from.tallies[i]));
  mergePairs(into.pairs, from.pairs);
}

/** The buffers that may be transferred instead of copied. */
export function seenBuffers({ tallies, pairs }: Seen): ArrayBuffer[] {
  return [...tallies.flatMap(tallyBuffers), pairs.buffer as ArrayBuffer];
}

/** Simulates one batch of a job. The same job and index give the same bits on every thread and machine. */
export function simulateJob({ programs, plan }: Job, batch: number): Seen {
  if (programs.length === 1) return { tallies: [simulateBatch(programs[0], plan, batch)], pairs: createPairs(1) };
  return simulatePaired(programs, plan, batch);
}

/** One replication of each program after the other, so that each pair is at hand. */
function simulatePaired(programs: readonly Program[], plan: Plan, batch: number): Seen {
  const seen = createSeen(programs);
  const recovery = new Float64Array(programs.length);
  const outcomes = programs.map(() => new Float64Array(OUTCOME.entries));
  const engines = programs.map((program, i) => {
    const observer = observe(seen.tallies[i], program.counts, plan.yearsPerReplication, plan.rivals?.[i].goals ?? plan.goals);
    return createEngine(program, {
      ...observer,
      incident(recoverySeconds, lossSeconds, cause, stages) {
        recovery[i] += recoverySeconds;
        observer.incident(recoverySeconds, lossSeconds, cause, stages);
      },
    });
  });
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  for (let replication = first; replication < end; replication++) {
    engines.forEach((engine, i) => {
      const rival = plan.rivals![i];
      recovery[i] = 0;
      replicate(engine, plan.seed, replication, plan.yearsPerReplication, plan.warmUpSeconds);
      addReplication(seen.tallies[i], engine.observer.observation, rival.goals, SECONDS_PER_YEAR);
      readOutcome(outcomes[i], engine.observer.observation, recovery[i], rival.losses);
    });
    addPairs(seen.pairs, outcomes);
  }
  return seen;
}
