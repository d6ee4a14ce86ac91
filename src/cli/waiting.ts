import type { Status } from '../queue/index.ts';
import { fit, plainText } from '../report/index.ts';
import { duration, whole } from '../units/figure.ts';
import { COLUMNS, line, onTerminal } from './progress.ts';

/** What somebody sees who waits for others. */
interface Waiting {
  show(status: Status): void;
  /** At once, in a line of its own. */
  tell(sentence: string): void;
  clear(): void;
}

/** So long nobody is there before it is said, milliseconds. */
const LONELY = 3000;

export function createWaiting(quiet: boolean): Waiting {
  const begun = performance.now();
  let first: { readonly done: number; readonly at: number } | null = null;
  let isLonely = false;
  const progress = onTerminal<Status>((status) => {
    const seconds = (performance.now() - begun) / 1000;
    first ??= { done: status.done, at: seconds };
    return waitingLine(status, seconds, (status.done - first.done) / Math.max(0.5, seconds - first.at));
  }, quiet);
  const tell = (sentence: string) => {
    if (quiet) return;
    progress.clear();
    process.stderr.write(`nines: ${plainText(sentence)}\n`);
  };
  return {
    show(status) {
      if (!isLonely && status.workers === 0 && performance.now() - begun > LONELY) {
        isLonely = true;
        tell('no worker is there: start some with nines work URL, wherever; waits for them');
      }
      progress.show(status);
    },
    tell,
    clear: progress.clear,
  };
}

/**
 * Where nobody knows how many batches there will be, `4 workers, 12 threads  120 batches  3 s  31/s`; else
 * `████████▌            42%  4 workers, 12 threads  120/400  3 s left  31/s` */
function waitingLine(status: Status, seconds: number, perSecond: number): string {
  const { workers, threads, done, batches, isOpen, failed, retried, isConnected } = status;
  const trouble = [...(failed > 0 ? [`${failed} failed`] : []), ...(retried > 0 ? [`${retried} retried`] : [])];
  // A line has no room for all: trouble takes that of the threads.
  const there = [counted(workers, 'worker'), ...(trouble.length === 0 ? [counted(threads, 'thread')] : [])];
  const link = isConnected ? there.join(', ') : 'no connection';
  const throughput = `${perSecond.toPrecision(2)}/s`;
  if (isOpen)
    return fit(
      [link, counted(done, 'batch'), ...trouble, duration(Math.floor(seconds), null), throughput].join('  '),
      COLUMNS,
    );
  const known = [link, `${whole(done)}/${whole(batches)}`, ...trouble];
  return line(done / batches, seconds, known, [throughput]);
}

function counted(count: number, what: string): string {
  return `${whole(count)} ${what}${count === 1 ? '' : what.endsWith('ch') ? 'es' : 's'}`;
}
