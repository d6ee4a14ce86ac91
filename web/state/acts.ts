import { signal } from '@preact/signals';
import type { Act } from '../../src/edit/index.ts';
import { desk } from '../desk/desk.ts';
import { change } from './history.ts';
import { notice, text } from './store.ts';

/** The last act that could not be done, and why; null once one could. */
export const refusal = signal<{ readonly label: string; readonly says: string } | null>(null);

let queue: Promise<unknown> = Promise.resolve();

/**
 * Changes the model by pointing: one patch of the text, one step of the history, one sentence for those who do not see
 * it. Acts that come quickly are done one after the other.
 * @param label completes «Undo: …»
 * @returns whether it was done
 */
export function perform(label: string, acts: readonly Act[]): Promise<boolean> {
  const done = queue.then(() => performNow(label, acts));
  queue = done.catch(() => undefined);
  return done;
}

async function performNow(label: string, acts: readonly Act[]): Promise<boolean> {
  for (;;) {
    const before = text.peek();
    const outcome = await desk.act(before, acts);
    // Somebody typed meanwhile: what was worked out is of a text that is gone.
    if (text.peek() !== before) continue;
    if ('refused' in outcome) {
      refusal.value = { label, says: outcome.refused };
      notice.value = outcome.refused;
      return false;
    }
    refusal.value = null;
    change(outcome.text, label);
    notice.value = outcome.says;
    return true;
  }
}
