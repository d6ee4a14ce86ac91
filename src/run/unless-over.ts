/** A run that ends before its first batch waits so long for it, milliseconds, or as much again as it had. */
const LEAST_PATIENCE = 2000;
/** Beyond this a timer would ring at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** When what is waited for is over, whether it has come or not. */
export interface Ends {
  readonly signal: AbortSignal | undefined;
  /** As `performance.now()` has it. */
  readonly deadline: number;
}

/** Null once the signal is aborted or the time has come. (A `Promise.race` would keep every loser's handlers.) */
export function unlessOver<T>(promise: Promise<T>, ends: Ends): Promise<T | null> {
  return waitFor(promise, ends, 0);
}

/** The same for a first batch, which is waited for a little longer, so that there is something to report at all. */
export function unlessLongOver<T>(promise: Promise<T>, { signal, deadline }: Ends): Promise<T | null> {
  const patience = Math.max(LEAST_PATIENCE, deadline - performance.now());
  return waitFor(promise, { signal, deadline: deadline + patience }, LEAST_PATIENCE);
}

function waitFor<T>(promise: Promise<T>, { signal, deadline }: Ends, patience: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return resolve(null);
    let timer = ring(deadline - performance.now());
    signal?.addEventListener('abort', abort);
    // What fails after the signal is nobody's concern.
    promise
      .then(resolve, (error: unknown) => (signal?.aborted === true ? resolve(null) : reject(error)))
      .finally(release);

    function ring(left: number): ReturnType<typeof setTimeout> | undefined {
      return left < LONGEST_TIMER ? setTimeout(end, Math.max(0, left)) : undefined;
    }

    function abort(): void {
      if (patience === 0) return end();
      clearTimeout(timer);
      timer = ring(patience);
    }

    function release(): void {
      signal?.removeEventListener('abort', abort);
      clearTimeout(timer);
    }

    function end(): void {
      // The promise may never settle, and a timer that is left would keep the process.
      release();
      resolve(null);
    }
  });
}
