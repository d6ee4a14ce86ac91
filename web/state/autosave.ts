import { effect, signal } from '@preact/signals';
import { change, clearHistory } from './history.ts';
import { Document, type Work } from './document.ts';
import { nameOf } from '../text/name.ts';
import { isOpenElsewhere, keepOpen } from './open-tabs.ts';
import {
  canKeep,
  isOurs,
  listDocuments,
  listKept,
  removeDocument,
  removeKept,
  writeKept,
  type Kept,
  type Saved,
  type Shelf,
} from './storage.ts';
import { notice, seed, tab, TABS, text, years, type Tab } from './store.ts';

/*
 * Keeps the text, its seed, years and tab in the browser while they change. Nothing of it is needed for the page to
 * work: where storage is blocked or full, the page says so once and goes on.
 */

/** After a change, so long; while changes go on, at the latest so long. */
const QUIET_MILLISECONDS = 400;
const LATEST_MILLISECONDS = 2_000;

/** `off`: the browser refused, the text is in this tab alone. */
export const saving = signal<'saved' | 'pending' | 'off'>('saved');
/** Documents of this browser, the latest first, this tab's among them. */
export const documents = signal<readonly Saved[]>([]);
export const keptVersions = signal<readonly Kept[]>([]);
export const documentId = signal('');
/** Counts models that were begun in the place of another, which may have had the same document. */
export const beginnings = signal(0);

const shelf = reach(() => localStorage);
const own = new Document({ shelf, tabShelf: reach(() => sessionStorage), newId, now: () => Date.now() });
let timer: ReturnType<typeof setTimeout> | undefined;
let pendingSince = 0;
let said = false;
let following = false;
let restored = false;

/** Takes up what this tab, or the last one closed, was working on; false where there is nothing. Called once, first. */
export async function restoreWork(): Promise<boolean> {
  const saved = await own.restore(isOpenElsewhere);
  refresh();
  if (saved === null) return false;
  restored = true;
  show(saved, 'reopen');
  clearHistory();
  return true;
}

/** From here on changes are kept. Called once the page shows its first text. */
export function followWork(): void {
  if (following) return;
  following = true;
  if (!canKeep(shelf)) refused();
  // What the page itself began with is nobody's work.
  if (!restored) own.begin(work());
  let first = true;
  effect(() => {
    void [text.value, seed.value, years.value, tab.value];
    if (!first) schedule();
    first = false;
  });
  addEventListener('pagehide', () => saveNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveNow();
  });
  addEventListener('storage', (event) => {
    if (isOurs(event.key)) refresh();
  });
  refresh();
}

/** Replaces the text by another model's, as one step that can be undone, in a document of its own. */
export function beginWith(
  newText: string,
  label: string,
  settings: { seed?: string; years?: number; tab?: string } = {},
): void {
  saveNow();
  change(newText, label, { seed: settings.seed ?? '', years: settings.years ?? 0 });
  chooseTab(settings.tab);
  own.begin(work());
  beginnings.value++;
  documentId.value = own.currentId;
  schedule();
}

export async function reopenDocument(id: string): Promise<void> {
  saveNow();
  const saved = await own.reopen(id, isOpenElsewhere);
  if (saved === null) {
    notice.value = 'That document is no longer in this browser.';
    return refresh();
  }
  show(saved, `reopen «${saved.name}»`);
  saveNow();
}

export function forgetDocument(id: string): void {
  if (id !== own.currentId) removeDocument(shelf, id);
  refresh();
}

/** Keeps the text as it is under a name; false where the browser refused. */
export function keepVersion(title: string): boolean {
  const { name, text, seed, years } = work();
  const kept = writeKept(shelf, {
    id: newId(),
    title: title.trim().slice(0, 100) || name,
    name,
    text,
    seed,
    years,
    at: Date.now(),
  });
  if (kept) notice.value = `Kept: ${title.trim().slice(0, 100) || name}.`;
  else refused();
  refresh();
  return kept;
}

/** As a document of its own: what is on the page stays in the list. */
export function reopenVersion(kept: Kept): void {
  beginWith(kept.text, `reopen «${kept.title}»`, kept);
}

export function forgetVersion(id: string): void {
  removeKept(shelf, id);
  refresh();
}

export function saveNow(): void {
  clearTimeout(timer);
  if (saving.peek() === 'saved') return;
  pendingSince = 0;
  if (own.save(work()) === 'refused') return refused();
  saving.value = 'saved';
  said = false;
  refresh();
}

function schedule(): void {
  const now = performance.now();
  if (saving.peek() === 'saved') saving.value = 'pending';
  if (pendingSince === 0) pendingSince = now;
  clearTimeout(timer);
  timer = setTimeout(saveNow, Math.max(0, Math.min(QUIET_MILLISECONDS, pendingSince + LATEST_MILLISECONDS - now)));
}

function refused(): void {
  saving.value = 'off';
  if (said) return;
  said = true;
  notice.value =
    'This browser does not keep your work (its storage is full or blocked). Download the model before you ' +
    'close the page.';
}

function show(saved: Saved, label: string): void {
  change(saved.text, label, { seed: saved.seed, years: saved.years });
  chooseTab(saved.tab);
}

function chooseTab(wanted: string | undefined): void {
  if ((TABS as readonly (string | undefined)[]).includes(wanted)) tab.value = wanted as Tab;
}

function refresh(): void {
  documents.value = listDocuments(shelf).filter(({ id, pristine }) => !pristine || id === own.currentId);
  keptVersions.value = listKept(shelf);
  if (documentId.peek() !== own.currentId) {
    documentId.value = own.currentId;
    keepOpen(own.currentId);
  }
}

function work(): Work {
  return { name: nameOf(text.peek()), text: text.peek(), seed: seed.peek(), years: years.peek(), tab: tab.peek() };
}

/** `Math.random` would do, but names of documents should not collide over many years and tabs. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');
}

/** A blocked storage throws when it is touched at all: then one that holds nothing and refuses everything. */
function reach(storage: () => Storage): Shelf {
  try {
    const found = storage();
    void found.length;
    return found;
  } catch {
    const refuse = () => {
      throw new Error('storage is blocked');
    };
    return { length: 0, key: () => null, getItem: () => null, setItem: refuse, removeItem: () => undefined };
  }
}
