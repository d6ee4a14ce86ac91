import { actionOf, KEYS, type KeyAction, recallSingleKeys } from './help/index.ts';
import { focusEditor } from './editor/index.ts';
import { redo, undo } from './state/history.ts';
import { pause, run } from './state/runs.ts';
import { explaining, running, selected, tab, TABS } from './state/store.ts';
import { nextTheme } from './state/theme.ts';

const ACTIONS: Readonly<Record<KeyAction, (event: KeyboardEvent) => void>> = {
  run: () => void (running.value ? pause() : run()),
  undo: () => undo(),
  redo: () => redo(),
  help: () => (explaining.value = !explaining.value),
  theme: () => nextTheme(),
  editor: () => focusEditor(),
  // In the order of the keyboard's uppermost row.
  view: (event) => (tab.value = TABS['1234567890-'.indexOf(event.key)] ?? tab.value),
  leave: () => {
    // What is open is closed first.
    if (document.querySelector('dialog[open], :popover-open') !== null) return;
    if (explaining.value) explaining.value = false;
    else selected.value = null;
  },
};

/** Keys that work everywhere; those of single letters not while somebody types. */
export function bindKeys(): void {
  recallSingleKeys();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const action = actionOf(event, isTyping(event));
    if (action === null) return;
    // Escape has work of its own everywhere: dialogs, the editor.
    if (action !== 'leave') event.preventDefault();
    ACTIONS[action](event);
  });
}

/** The field that has the focus, also inside the editor's shadow. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** For titles: how an action's keys are called. */
export function keysOf(action: KeyAction): string {
  return KEYS.filter((entry) => entry.action === action)
    .flatMap((entry) => entry.keys)
    .join(' or ');
}
