import { redo, undo } from './history.ts';
import { pause, run } from './runs.ts';
import { running, tab, TABS } from './store.ts';
import { nextTheme } from './theme.ts';
import { openHelp } from '../help/index.ts';

/** Keys that work everywhere; those of single letters not while somebody types. */
export function bindKeys(): void {
  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'Enter') return act(event, () => void (running.value ? pause() : run()));
    if (command && event.key.toLowerCase() === 'z') return act(event, event.shiftKey ? redo : undo);
    if (command && event.key.toLowerCase() === 'y') return act(event, redo);
    if (command || event.altKey || isTyping(event.target)) return;
    if (event.key === '?') return act(event, openHelp);
    if (event.key === 't') return act(event, nextTheme);
    if (event.key === '/') return act(event, () => document.querySelector<HTMLElement>('[data-key="editor"]')?.focus());
    const view = TABS[Number(event.key) - 1];
    if (/^[1-9]$/.test(event.key) && view !== undefined) act(event, () => (tab.value = view));
  });
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.shadowRoot !== null;
}

/** For titles: how the key of an action is called. */
export function explainKeys(action: 'help' | 'run'): string {
  return { help: 'Key: ?', run: 'Keys: Ctrl+Enter' }[action];
}
