import { transfer } from 'comlink';
import { type Tally, tallyBuffers } from '../analysis/tally.ts';
import { PROGRAM_VERSION, type Program } from '../compile/program.ts';
import { simulateBatch } from './batch.ts';
import type { Plan } from './plan.ts';

/** What a worker answers to; the same in Node and in the browser. */
export interface BatchService {
  /** Sent once to each worker for each program. Throws when the worker is of another version than the program. */
  load(program: Program, plan: Plan): void;
  run(batch: number): Tally;
}

export function createBatchService(): BatchService {
  let job: { program: Program; plan: Plan } | null = null;
  return {
    load(program, plan) {
      // Kept even so would the program be read with other eyes than it was written with: nonsense, silently.
      job = null;
      if (program.version !== PROGRAM_VERSION) {
        throw new Error(
          `This worker reads programs of version ${PROGRAM_VERSION} and was sent version ${program.version}: ` +
            'its file is older or newer than the page or package that started it. Reload, or build again.',
        );
      }
      job = { program, plan };
    },
    run(batch) {
      if (job === null) throw new Error('A worker was asked for a batch before it had a program.');
      const tally = simulateBatch(job.program, job.plan, batch);
      return transfer(tally, tallyBuffers(tally));
    },
  };
}
