import type { Program } from '../compile/program.ts';
import { simulateBatch } from './batch.ts';
import { createPause } from './pause.ts';
import type { Plan } from './plan.ts';
import type { Runner } from './runner.ts';

/** Simulates on the calling thread, which gets a turn between batches. For small runs, and where there are no workers. */
export function createInProcessRunner(): Runner {
  const pause = createPause();
  let job: { program: Program; plan: Plan } | null = null;
  return {
    workers: 1,
    window: 1,
    load(program, plan) {
      job = { program, plan };
    },
    async run(batch) {
      await pause();
      // Closed while pausing: whoever asked has gone.
      if (job === null) return new Promise(() => undefined);
      return simulateBatch(job.program, job.plan, batch);
    },
    async close() {
      job = null;
    },
  };
}
