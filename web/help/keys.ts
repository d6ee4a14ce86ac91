import { signal } from '@preact/signals';

/** What a key does; the page binds each of them to a function. */
export type KeyAction = 'run' | 'undo' | 'redo' | 'help' | 'theme' | 'editor' | 'view' | 'leave';

interface KeyEntry {
  readonly action: KeyAction;
  /** As printed: all of a list do the same, `+` joins keys that are held together. */
  readonly keys: readonly string[];
  readonly does: string;
  /** A single letter, digit or sign: not while somebody types, and only while single keys are on. */
  readonly single: boolean;
  readonly matches: (event: KeyPress) => boolean;
}

/** What is read of a KeyboardEvent. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const command = (event: KeyPress) => (event.ctrlKey || event.metaKey) && !event.altKey;
const bare = (event: KeyPress) => !event.ctrlKey && !event.metaKey && !event.altKey;
const letter = (event: KeyPress) => event.key.toLowerCase();

/** Keys that work everywhere. */
export const KEYS: readonly KeyEntry[] = [
  {
    action: 'run',
    keys: ['Ctrl+Enter'],
    does: 'Run, or stop and keep what is finished',
    single: false,
    matches: (e) => command(e) && e.key === 'Enter',
  },
  {
    action: 'undo',
    keys: ['Ctrl+Z'],
    does: 'Undo: text, sliders, gallery, everything',
    single: false,
    matches: (e) => command(e) && !e.shiftKey && letter(e) === 'z',
  },
  {
    action: 'redo',
    keys: ['Shift+Ctrl+Z', 'Ctrl+Y'],
    does: 'Redo',
    single: false,
    matches: (e) => command(e) && ((e.shiftKey && letter(e) === 'z') || (!e.shiftKey && letter(e) === 'y')),
  },
  {
    action: 'leave',
    keys: ['Escape'],
    does: 'Close what is open; leave the editor or the explanations; choose nothing on the topology',
    single: false,
    matches: (e) => bare(e) && e.key === 'Escape',
  },
  {
    action: 'view',
    keys: ['1', '…', '9', '0', '-'],
    does: 'Downtime, recovery, data, causes, why, cost, one life, drill, compare, what if, learn',
    single: true,
    matches: (e) => bare(e) && /^[0-9-]$/.test(e.key),
  },
  { action: 'editor', keys: ['/'], does: 'Go to the editor', single: true, matches: (e) => bare(e) && e.key === '/' },
  {
    action: 'theme',
    keys: ['t'],
    does: 'Light, dark, or as the system has it',
    single: true,
    matches: (e) => bare(e) && e.key === 't',
  },
  {
    action: 'help',
    keys: ['?'],
    does: 'What each figure means, and this help',
    single: true,
    matches: (e) => bare(e) && e.key === '?',
  },
];

/** Keys inside one part of the page; the part binds them itself. */
export const LOCAL_KEYS: readonly {
  readonly where: string;
  readonly keys: readonly string[];
  readonly does: string;
}[] = [
  { where: 'Views', keys: ['←', '→', 'Home', 'End'], does: 'The view before, after, first, last' },
  { where: 'Plots', keys: ['←', '→', 'Home', 'End'], does: 'Read off the figures one by one' },
  { where: 'Topology', keys: ['←', '→', '↑', '↓', 'Enter'], does: 'Go from part to part; choose one' },
  {
    where: 'Topology',
    keys: ['Drag'],
    does: 'A member or service to another zone; a service onto one that it needs (also in the inspector)',
  },
  { where: 'Topology', keys: ['b'], does: 'Break what has the focus: choose how, then Enter' },
  { where: 'Drill', keys: ['←', '→', 'Home', 'End', 'Space'], does: 'Event by event; play and pause' },
  { where: 'Sliders', keys: ['←', '→', 'Page up', 'Page down'], does: 'A small step, a large step' },
];

/** Single-key shortcuts disturb who speaks to the computer: they can be switched off (WCAG 2.1.4). */
export const singleKeys = signal(true);

/** What a key press asks for; null: nothing of the page's. `isTyping`: the focus is in a field or an editor. */
export function actionOf(event: KeyPress, isTyping: boolean): KeyAction | null {
  const entry = KEYS.find((each) => each.matches(event));
  if (entry === undefined || (entry.single && (isTyping || !singleKeys.peek()))) return null;
  return entry.action;
}
