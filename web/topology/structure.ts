import { effect, signal } from '@preact/signals';
import { desk } from '../desk/desk.ts';
import type { Structure } from '../desk/types.ts';
import { model, reading, running } from '../state/store.ts';

/*
 * What takes the entry down by its structure, for the marks on the drawing and the Why view. It follows the text, but
 * lets the run begin first: a large model takes a second or two, on the same worker.
 */

/** What the structure says, and of which text; null: nothing is known yet. */
export const structure = signal<{ readonly text: string; readonly figures: Structure } | null>(null);
/** Why there is none of the text as it is; empty: there is, or will be. */
export const structureFailure = signal('');
/** Causes that are shown together on the drawing, as a cut set names them; empty: none. */
export const marked = signal<readonly string[]>([]);

/** A run that goes on longer than this waits no longer. */
const MOST_WAIT_MILLISECONDS = 800;
const PAUSE_MILLISECONDS = 60;

let isFollowing = false;

/** Called once somebody looks; never ends. */
export function followStructure(): void {
  if (isFollowing) return;
  isFollowing = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsSince = 0;
  let waitsFor = '';
  effect(() => {
    const read = reading.value;
    const isRunning = running.value;
    clearTimeout(timer);
    if (read === null || read.model === null || structure.peek()?.text === read.text) return;
    const now = performance.now();
    if (waitsFor !== read.text) [waitsFor, waitsSince] = [read.text, now];
    const left = Math.max(0, waitsSince + MOST_WAIT_MILLISECONDS - now);
    timer = setTimeout(() => void ask(read.text), isRunning ? left : Math.min(left, PAUSE_MILLISECONDS));
  });
  // What was chosen of one model means nothing in another.
  let name = '';
  effect(() => {
    const next = model.value?.name ?? '';
    if (next !== name) marked.value = [];
    name = next;
  });
}

let latest = 0;

async function ask(text: string): Promise<void> {
  const mine = ++latest;
  try {
    const figures = await desk.structure(text);
    if (mine !== latest) return;
    structure.value = { text, figures };
    structureFailure.value = '';
  } catch (error) {
    if (mine === latest) structureFailure.value = error instanceof Error ? error.message : String(error);
  }
}
