/** A thread that simulates without a break hears neither a click nor Ctrl-C: let it listen this often. */
const BUSY_MILLISECONDS = 15;

/**
 * Makes a function that gives the event loop a turn when the thread has been busy for a while, and otherwise
 * resolves at once.
 */
export function createPause(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BUSY_MILLISECONDS) return;
    await new Promise<void>((resolve) => {
      // A timer waits a millisecond in Node and four in a browser; where there is something quicker, take it.
      if (typeof setImmediate === 'function') setImmediate(resolve);
      else setTimeout(resolve, 0);
    });
    last = performance.now();
  };
}
