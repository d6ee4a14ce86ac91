const PROGRESS_MILLISECONDS = 100;
/** Partial reports may take this share of the calling thread: little where it simulates, more where it only waits. */
const PROGRESS_SHARE = { simulating: 0.05, waiting: 0.3 };

/**
 * Builds a partial report now and then, and less often the longer that takes.
 * @param waits the calling thread only waits for workers
 */
export function throttled<T>(
  onProgress: ((report: T) => void) | undefined,
  waits: boolean,
): ((report: () => T) => void) | undefined {
  if (onProgress === undefined) return undefined;
  const share = waits ? PROGRESS_SHARE.waiting : PROGRESS_SHARE.simulating;
  let next = performance.now() + PROGRESS_MILLISECONDS;
  return (report) => {
    const now = performance.now();
    if (now < next) return;
    onProgress(report());
    const end = performance.now();
    next = end + Math.max(PROGRESS_MILLISECONDS, (end - now) / share);
  };
}
