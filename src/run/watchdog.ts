/** Somebody who has work, and is asked now and then whether they still listen. */
export interface Watched {
  /** Has something to do; else it is not asked. */
  isBusy(): boolean;
  /** Resolves once it has heard. */
  ping(): Promise<unknown>;
}

export interface Watchdog {
  close(): void;
}

/** How often is asked, milliseconds, and how many questions in a row may stay without an answer. */
export interface Patience {
  readonly milliseconds: number;
  readonly questions: number;
}

/** Half a minute in which the asking thread itself was awake: a machine that slept has asked nothing. */
export const PATIENCE: Patience = { milliseconds: 10_000, questions: 3 };

/** Watches those that `all` lists, and tells who has not answered. Keeps no process alive. */
export function createWatchdog<T extends Watched>(
  all: () => readonly T[],
  { milliseconds, questions }: Patience,
  onStuck: (stuck: T) => void,
): Watchdog {
  const silence = new Map<T, number>();
  const timer: unknown = setInterval(() => {
    for (const each of all().filter((one) => one.isBusy())) {
      const unanswered = silence.get(each) ?? 0;
      if (unanswered >= questions) {
        silence.delete(each);
        onStuck(each);
        continue;
      }
      silence.set(each, unanswered + 1);
      each.ping().then(
        () => silence.delete(each),
        () => undefined,
      );
    }
  }, milliseconds);
  // Node's timers are objects, a browser's are numbers.
  if (typeof timer === 'object') (timer as { unref(): void }).unref();
  return { close: () => clearInterval(timer as number) };
}
