/** A thread that simulates without a break hears neither a click nor Ctrl-C: let it listen this often. */
const BUSY_MILLISECONDS = 15;

export interface Pause {
  /** Gives the event loop a turn when the thread has been busy for a while, and otherwise resolves at once. */
  (): Promise<void>;
  /** Whether it has been busy for a while. */
  isDue(): boolean;
}

/** @param busyMilliseconds what a while is */
export function createPause(busyMilliseconds = BUSY_MILLISECONDS): Pause {
  let last = performance.now();
  const isDue = () => performance.now() - last >= busyMilliseconds;
  const pause = async () => {
    if (!isDue()) return;
    await new Promise<void>((resolve) => {
      // A timer waits a millisecond in Node and four in a browser; where there is something quicker, take it.
      if (typeof setImmediate === 'function') setImmediate(resolve);
      else setTimeout(resolve, 0);
    });
    last = performance.now();
  };
  return Object.assign(pause, { isDue });
}
