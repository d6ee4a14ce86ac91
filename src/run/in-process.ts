import { simulateJobInTurns } from './simulate-job.ts';
import type { Job } from './job.ts';
import { createPause } from './pause.ts';
import type { Runner } from './runner.ts';
import { takeTurns } from './take-turns.ts';

/** Simulates on the calling thread, which gets a turn now and then. For small runs, and where there are no workers. */
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
      const mine = job;
      // Closed while pausing, or while it simulated: whoever asked has gone.
      const results =
        mine === null ? null : await takeTurns(simulateJobInTurns(mine, batch), () => job === mine, pause);
      return results ?? new Promise(() => undefined);
    },
    async close() {
      job = null;
    },
  };
}
