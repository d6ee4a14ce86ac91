import { signal } from '@preact/signals';
import { type Remote, wrap } from 'comlink';
import { createWatchdog, type Patience } from '../../src/run/watchdog.ts';
import type { Desk } from './types.ts';

/** Twenty seconds in which this page itself was awake: longer than any model takes that is worth waiting for. */
const PATIENCE: Patience = { milliseconds: 5_000, questions: 4 };

/** What was asked of a desk that then did not listen any more. */
export class DeskReplaced extends Error {
  override readonly name = 'DeskReplaced';
  constructor() {
    super('The page’s worker did not answer for 20 s and was replaced. Ask again, or change the model.');
  }
}

/** How often a stuck desk was replaced. */
export const replacements = signal(0);

let current = start();
createWatchdog(() => [current], PATIENCE, replace);

function start() {
  const worker = new Worker(new URL('./page.worker.ts', import.meta.url), { type: 'module', name: 'nines desk' });
  const remote = wrap<Desk>(worker);
  const waiting = new Set<(reason: Error) => void>();
  return { worker, remote, waiting, isBusy: () => waiting.size > 0, ping: () => remote.ping() };
}

/** The workers that it had started end with it. */
function replace(stuck: typeof current): void {
  if (stuck !== current) return;
  stuck.worker.terminate();
  current = start();
  for (const reject of stuck.waiting) reject(new DeskReplaced());
  replacements.value++;
}

/**
 * The page's one worker; it starts the simulating workers itself. It is kept for the page's whole life unless it is
 * stuck: then another one takes its place, and what was asked of the first is rejected with `DeskReplaced`.
 */
export const desk = new Proxy({} as Remote<Desk>, {
  get: (_, name) => (typeof name === 'string' ? (...given: unknown[]) => ask(name as keyof Desk, given) : undefined),
});

function ask(name: keyof Desk, given: readonly unknown[]): Promise<unknown> {
  const { remote, waiting } = current;
  return new Promise((resolve, reject) => {
    waiting.add(reject);
    const call = remote[name] as (...given: readonly unknown[]) => Promise<unknown>;
    call(...given)
      .then(resolve, reject)
      .finally(() => waiting.delete(reject));
  });
}
