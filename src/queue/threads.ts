import { nodePlatform } from '../run/node.ts';
import type { Job } from '../run/job.ts';
import { createPool } from '../run/pool.ts';
import type { Notice, Runner } from '../run/runner.ts';
import { createStretch, type PackedStretch, type Range } from '../run/stretch.ts';

/** Threads that tasks of several jobs share: those of one job at the same time, and jobs in turn. */
export interface Bench {
  /** @throws where the task was not over in time, or its threads were given up by then */
  run(digest: string, job: Job, range: Range, isEach: boolean): Promise<PackedStretch[]>;
  close(): Promise<void>;
}

interface Turn {
  readonly digest: string;
  readonly begin: () => void;
}

/** @param mostSeconds that a task may take before its threads are given up */
export function createBench(threads: number, mostSeconds: number, onNotice: Notice): Bench {
  const { spawn } = nodePlatform()!;
  const open = () => createPool(spawn, threads, onNotice);
  let pool: Runner = open();
  let current: string | null = null;
  let busy = 0;
  const waiting: Turn[] = [];
  const giveUps = new Set<(error: Error) => void>();

  const admit = () => {
    while (waiting.length > 0 && (busy === 0 || waiting[0].digest === current)) {
      busy++;
      const [turn] = waiting.splice(0, 1);
      turn.begin();
    }
  };
  const turnOf = (digest: string) =>
    new Promise<void>((begin) => {
      waiting.push({ digest, begin });
      admit();
    });
  const giveUp = (reason: string) => {
    const stuck = pool;
    pool = open();
    current = null;
    for (const reject of giveUps) reject(new Error(reason));
    giveUps.clear();
    void stuck.close();
  };

  return {
    async run(digest, job, range, isEach) {
      await turnOf(digest);
      let timer: NodeJS.Timeout | undefined;
      let reject: (error: Error) => void = () => undefined;
      const givenUp = new Promise<never>((_, fail) => (reject = fail));
      try {
        if (current !== digest) pool.load(job);
        current = digest;
        giveUps.add(reject);
        timer = setTimeout(() => giveUp(`a task was not over after ${mostSeconds} s`), mostSeconds * 1000);
        return await Promise.race([simulate(pool, job, range, isEach), givenUp]);
      } finally {
        clearTimeout(timer);
        giveUps.delete(reject);
        busy--;
        admit();
      }
    },
    close: () => pool.close(),
  };
}

async function simulate(pool: Runner, job: Job, { from, end }: Range, isEach: boolean): Promise<PackedStretch[]> {
  const batches = Array.from({ length: end - from }, (_, i) => from + i);
  // All at once: the pool keeps its threads busy, and what comes early waits.
  const results = batches.map((batch) => pool.run(batch));
  for (const each of results) each.catch(() => undefined);
  if (!isEach) {
    const stretch = createStretch(job, { from, end });
    for (const each of results) stretch.add(await each);
    return [stretch.pack()];
  }
  const stretches: PackedStretch[] = [];
  for (const batch of batches) {
    const stretch = createStretch(job, { from: batch, end: batch + 1 });
    stretch.add(await results[batch - from]);
    stretches.push(stretch.pack());
  }
  return stretches;
}
