import type { Program } from '../../src/compile/program.ts';
import { finish } from '../../src/engine/turns.ts';
import type { Tally } from '../../src/observe/tally.ts';
import type { Job, Results } from '../../src/run/job.ts';
import type { Plan } from '../../src/run/plan.ts';
import { simulateJobInTurns } from '../../src/run/simulate-job.ts';

/** One batch of a plan, without a pause in which somebody else could do something. */
export function simulateBatch(program: Program, plan: Plan, batch: number): Tally {
  return simulateJob({ programs: [program], plan }, batch).tallies[0];
}

/** One batch of a job, likewise. */
export function simulateJob(job: Job, batch: number): Results {
  return finish(simulateJobInTurns(job, batch));
}
