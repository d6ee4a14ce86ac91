import { maybe, readTime, readWorkers } from './quantity.ts';
import { EXIT, UsageError } from './exit.ts';

/** As commander hands them over. */
export interface WorkOptions {
  readonly workers?: string;
  readonly patience: string;
  readonly taskTime: string;
  readonly quiet: boolean;
}

/** `nines work`: ends the process, once it is told to. */
export async function work(url: string, { workers, patience, taskTime, quiet }: WorkOptions): Promise<never> {
  const threads = maybe(workers, readWorkers);
  if (threads === 0) throw new UsageError('--workers 0: a worker needs a thread to simulate on.');
  const queue = await import('../queue/index.ts');
  const say = (sentence: string) => {
    if (!quiet) process.stderr.write(`nines: ${sentence}\n`);
  };
  const working = await queue
    .work(url, {
      workers: threads,
      patience: readTime('--patience', patience),
      mostSeconds: readTime('--task-time', taskTime),
      onNotice: say,
    })
    .catch((error: unknown) => {
      throw error instanceof queue.QueueError ? new UsageError(error.message) : error;
    });
  say('works; Ctrl-C ends it when what it has in hand is done');
  await new Promise<void>((resolve) => {
    // Once: whoever presses Ctrl-C again means it.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await working.close();
  // Where Redis is gone, the queue's own timers would try for it without end.
  process.exit(EXIT.ok);
}
