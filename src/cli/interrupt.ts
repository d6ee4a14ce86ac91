/**
 * Work that Ctrl-C ends with what there is; null, and a word about it, where there is nothing yet.
 * @param finished called when the work is over, whatever came of it
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  finished: () => void,
): Promise<T | null> {
  const interrupt = new AbortController();
  // Once: whoever presses Ctrl-C again means it.
  const onInterrupt = (): void => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  let isEmpty = false;
  try {
    return await work(interrupt.signal);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    isEmpty = true;
    return null;
  } finally {
    finished();
    process.removeListener('SIGINT', onInterrupt);
    if (isEmpty) process.stderr.write('nines: interrupted before there was anything to report\n');
  }
}
