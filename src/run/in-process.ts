import { simulateJob } from './job.ts';
import type { Job } from './seen.ts';
import { createPause } from './pause.ts';
import type { Runner } from './runner.ts';

/** Simulates on the calling thread, which gets a turn between batches. For small runs, and where there are no workers. */
export function createInProcessRunner(): Runner {
  const pause = createPause();
  let job: Job | null = null;
  return {
    workers: 1,
    window: 1,
    load(next) {
      job = next;
    },
    async run(batch) {
      await pause();
      // Closed while pausing: whoever asked has gone.
      if (job === null) return new Promise(() => undefined);
      return simulateJob(job, batch);
    },
    async close() {
      job = null;
    },
  };
}
