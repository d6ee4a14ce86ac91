/** Work under way, as the page watches it: it pulls, so that it never gets more than it can draw. */
export interface Watched<N> {
  next(): Promise<N | null>;
  /** What is finished counts. */
  stop(): void;
  /** Ends it for good; nobody hears of it again. */
  drop(): void;
}

/** Where work stands: its latest report, partial unless it is over. */
interface Standing<R> {
  readonly report: R | null;
  readonly isOver: boolean;
  /** What it was ended by. Stopped before there was anything is none. */
  readonly fault?: unknown;
}

/**
 * @param work resolves to its last report
 * @param news what the page is told
 */
export function watched<R, N>(
  work: (signal: AbortSignal, onReport: (report: R) => void) => Promise<R>,
  news: (standing: Standing<R>) => N,
): Watched<N> {
  const stopping = new AbortController();
  let report: R | null = null;
  let fault: unknown;
  let state: 'running' | 'over' | 'told' | 'dropped' = 'running';
  let isNew = false;
  let wake: () => void = () => undefined;
  const tell = (): void => {
    isNew = true;
    wake();
  };
  const onReport = (partial: R): void => {
    report = partial;
    tell();
  };
  work(stopping.signal, onReport)
    .then(
      (last) => (report = last),
      (error: unknown) => {
        if (!stopping.signal.aborted) fault = error;
      },
    )
    .finally(() => {
      if (state === 'running') state = 'over';
      tell();
    });
  return {
    async next() {
      while (!isNew && state === 'running') await new Promise<void>((resolve) => (wake = resolve));
      if (state === 'told' || state === 'dropped') return null;
      isNew = false;
      const isOver = state === 'over';
      if (isOver) state = 'told';
      return news({ report, isOver, fault });
    },
    stop: () => stopping.abort(),
    drop() {
      state = 'dropped';
      stopping.abort();
      wake();
    },
  };
}
