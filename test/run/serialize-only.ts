import { simulateJob } from './at-once.ts';
import { type Job, packResults, unpackResults } from '../../src/run/job.ts';
import { createPause } from '../../src/run/pause.ts';
import type { Runner } from '../../src/run/runner.ts';

/**
 * Simulates on the calling thread, but sends everything through a structured clone as if to a worker: tests of what
 * crosses the border need no thread.
 */
export function createSerializeOnlyRunner(): Runner {
  const pause = createPause();
  let job: Job | null = null;
  return {
    workers: 1,
    window: 1,
    load(next) {
      job = structuredClone(next);
    },
    async run(batch) {
      await pause();
      if (job === null) return new Promise(() => undefined);
      return unpackResults(job, structuredClone(packResults(job, simulateJob(job, batch))));
    },
    async close() {
      job = null;
    },
  };
}
