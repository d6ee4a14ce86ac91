import { transfer } from 'comlink';
import { PROGRAM_VERSION } from '../compile/program.ts';
import type { Turns } from '../engine/turns.ts';
import { isPlain, simulatePlainInTurns } from './batch.ts';
import { createPause } from './pause.ts';
import { packedBuffers, packResults, type Job, type PackedResults, type Results } from './job.ts';
import { takeTurns } from './take-turns.ts';

/** What a worker answers to; the same in Node and in the browser. */
export interface BatchService {
  /** Sent once to each worker for each job. Throws when the worker is of another version than a program of it. */
  load(job: Job): void;
  /** One batch after the other. Rejects where another job has been loaded meanwhile. */
  run(batch: number): Promise<PackedResults>;
  /** Answers at once, also while it simulates: a worker that does not is stuck. */
  ping(): void;
}

/** Where a turn of the event loop costs four milliseconds, as in a browser, it is taken this often. */
const BUSY_MILLISECONDS = 200;

export function createBatchService(): BatchService {
  const pause = createPause(BUSY_MILLISECONDS);
  let job: Job | null = null;
  let before: Promise<unknown> = Promise.resolve();
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
      const mine = job;
      const results = before.then(async () =>
        job === mine ? takeTurns(await turnsOf(mine, batch), () => job === mine, pause) : null,
      );
      before = results.catch(() => undefined);
      return results.then((found) => {
        if (found === null) throw new Error('Another run has taken its place.');
        const packed = packResults(mine, found);
        return transfer(packed, packedBuffers(packed));
      });
    },
    ping: () => undefined,
  };
}

/** Comparisons and experiments are loaded when they are asked for: a page shows its first figures without them. */
async function turnsOf(job: Job, batch: number): Promise<Turns<Results>> {
  if (isPlain(job)) return simulatePlainInTurns(job, batch);
  return (await import('./simulate-job.ts')).simulateJobInTurns(job, batch);
}
