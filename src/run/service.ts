import { transfer } from 'comlink';
import { PROGRAM_VERSION } from '../compile/program.ts';
import { simulateJob } from './job.ts';
import { seenBuffers, type Job, type Seen } from './seen.ts';

/** What a worker answers to; the same in Node and in the browser. */
export interface BatchService {
  /** Sent once to each worker for each job. Throws when the worker is of another version than a program of it. */
  load(job: Job): void;
  run(batch: number): Seen;
}

export function createBatchService(): BatchService {
  let job: Job | null = null;
  return {
    load(next) {
      // Kept even so would the program be read with other eyes than it was written with: nonsense, silently.
      job = null;
      const stranger = next.programs.find(({ version }) => version !== PROGRAM_VERSION);
      if (stranger !== undefined) {
        throw new Error(
          `This worker reads programs of version ${PROGRAM_VERSION} and was sent version ${stranger.version}: ` +
            'its file is older or newer than the page or package that started it. Reload, or build again.',
        );
      }
      job = next;
    },
    run(batch) {
      if (job === null) throw new Error('A worker was asked for a batch before it had a program.');
      const seen = simulateJob(job, batch);
      return transfer(seen, seenBuffers(seen));
    },
  };
}
