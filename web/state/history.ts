import { batch, computed, signal } from '@preact/signals';
import { apply, diff, invert, type Patch } from './patch.ts';
import { notice, seed, text, years } from './store.ts';

/*
 * The one history of the page: typing, sliders, the gallery, links and reopened documents are all steps of it. The
 * editor has no history of its own. A step keeps what differs, not whole texts, and the oldest steps are given up
 * beyond a bound.
 */

/** What a step may change besides the text; what is left out stays as it is. */
interface Settings {
  readonly seed?: string;
  readonly years?: number;
}

interface Grouping {
  /** Changes in a row that name the same group are one step … */
  readonly group?: string;
  /** … as long as no more than so many milliseconds pass between them. Default: any time. */
  readonly within?: number;
}

interface Step {
  readonly label: string;
  readonly group: string | undefined;
  readonly patch: Patch;
  readonly before: Required<Settings>;
  readonly after: Required<Settings>;
}

export const HISTORY_LIMITS = { steps: 500, characters: 8_000_000 } as const;

const past = signal<readonly Step[]>([]);
const future = signal<readonly Step[]>([]);
let changedAt = 0;
/** Whether the last step may still grow. */
let open = false;

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
/** What undoing would undo, for a button's title; empty where there is nothing. */
export const undoLabel = computed(() => past.value.at(-1)?.label ?? '');
export const redoLabel = computed(() => future.value.at(-1)?.label ?? '');
/** The last patch that came from undoing or redoing, for the editor's cursor. */
export const stepped = signal<Patch | null>(null);

/** Every change of the text goes through here. `label` completes «Undo: …». */
export function change(
  newText: string,
  label: string,
  { group, within = Infinity, ...settings }: Grouping & Settings = {},
): void {
  const before = current();
  const after = { ...before, ...settings };
  const old = text.peek();
  if (newText === old && after.seed === before.seed && after.years === before.years) return;
  const now = performance.now();
  const last = past.peek().at(-1);
  const joins = open && last !== undefined && group !== undefined && last.group === group && now - changedAt <= within;
  changedAt = now;
  open = true;
  batch(() => {
    if (joins) {
      const start = apply(old, invert(last.patch));
      const patch = diff(start, newText);
      const rest = past.peek().slice(0, -1);
      // Dragged back to where it began: nothing happened.
      past.value = isEmpty(patch) && same(last.before, after) ? rest : [...rest, { ...last, label, patch, after }];
    } else {
      past.value = bounded([...past.peek(), { label, group, patch: diff(old, newText), before, after }]);
    }
    future.value = [];
    text.value = newText;
    restore(before, after);
  });
}

export function undo(): void {
  step(past, future, (last) => ({
    patch: invert(last.patch),
    leave: last.after,
    enter: last.before,
    said: `Undone: ${last.label}.`,
  }));
}

export function redo(): void {
  step(future, past, (last) => ({
    patch: last.patch,
    leave: last.before,
    enter: last.after,
    said: `Done again: ${last.label}.`,
  }));
}

/** Forgets everything; for the very first text of the page, which nobody wants to undo. */
export function clearHistory(): void {
  past.value = [];
  future.value = [];
  open = false;
}

interface Movement {
  readonly patch: Patch;
  readonly leave: Required<Settings>;
  readonly enter: Required<Settings>;
  readonly said: string;
}

function step(from: typeof past, to: typeof past, move: (last: Step) => Movement): void {
  const last = from.peek().at(-1);
  if (last === undefined) return;
  const { patch, leave, enter, said } = move(last);
  open = false;
  batch(() => {
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), last];
    stepped.value = patch;
    text.value = apply(text.peek(), patch);
    restore(leave, enter);
    notice.value = said;
  });
}

function current(): Required<Settings> {
  return { seed: seed.peek(), years: years.peek() };
}

/** Only what the step changed: a seed typed since then stays. */
function restore(from: Required<Settings>, to: Required<Settings>): void {
  if (from.seed !== to.seed) seed.value = to.seed;
  if (from.years !== to.years) years.value = to.years;
}

function isEmpty({ removed, inserted }: Patch): boolean {
  return removed === '' && inserted === '';
}

function same(a: Settings, b: Settings): boolean {
  return a.seed === b.seed && a.years === b.years;
}

function bounded(steps: readonly Step[]): readonly Step[] {
  let characters = 0;
  let from = steps.length;
  while (from > 0 && steps.length - from < HISTORY_LIMITS.steps) {
    const { removed, inserted } = steps[from - 1].patch;
    characters += removed.length + inserted.length;
    if (characters > HISTORY_LIMITS.characters && from < steps.length) break;
    from--;
  }
  return steps.slice(from);
}
