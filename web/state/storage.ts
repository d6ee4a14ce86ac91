/** As much of `Storage` as is used, so that tests can bring their own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A model as it is kept in the browser. */
export interface Saved {
  readonly id: string;
  /** The model's own name, as far as its text has one. */
  readonly name: string;
  readonly text: string;
  readonly seed: string;
  readonly years: number;
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Which page writes it; another one that finds a foreign owner goes on under a new id. */
  readonly owner: string;
  /** Nothing of the person's own is in it: as the gallery, or a link, gave it. */
  readonly pristine: boolean;
}

/** A version kept under a name. */
export interface Kept {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly text: string;
  readonly seed: string;
  readonly years: number;
  readonly at: number;
}

const DOCUMENT = 'nines.document.';
const KEPT = 'nines.kept.';
const PROBE = 'nines.probe';
/** More documents than anybody looks through; the oldest go. */
const MOST_DOCUMENTS = 40;

/** False where the browser refused: full, or blocked. */
export function writeDocument(shelf: Shelf, saved: Saved): boolean {
  prune(shelf, saved.id);
  return write(shelf, DOCUMENT + saved.id, saved);
}

/** Whether anything can be kept at all: found out before there is something to lose. */
export function canKeep(shelf: Shelf): boolean {
  try {
    shelf.setItem(PROBE, PROBE);
    const isThere = shelf.getItem(PROBE) === PROBE;
    shelf.removeItem(PROBE);
    return isThere;
  } catch {
    return false;
  }
}

export function writeKept(shelf: Shelf, kept: Kept): boolean {
  return write(shelf, KEPT + kept.id, kept);
}

export function readDocument(shelf: Shelf, id: string): Saved | null {
  return read(shelf, DOCUMENT + id, isSaved);
}

/** All documents, the latest first. */
export function listDocuments(shelf: Shelf): Saved[] {
  return list(shelf, DOCUMENT, isSaved);
}

export function listKept(shelf: Shelf): Kept[] {
  return list(shelf, KEPT, isKept);
}

export function removeDocument(shelf: Shelf, id: string): void {
  remove(shelf, DOCUMENT + id);
}

export function removeKept(shelf: Shelf, id: string): void {
  remove(shelf, KEPT + id);
}

/** Whether a `storage` event is about any of this. */
export function isOurs(key: string | null): boolean {
  return key === null || key.startsWith(DOCUMENT) || key.startsWith(KEPT);
}

function prune(shelf: Shelf, keep: string): void {
  for (const { id } of listDocuments(shelf).slice(MOST_DOCUMENTS)) if (id !== keep) removeDocument(shelf, id);
}

function write(shelf: Shelf, key: string, value: Saved | Kept): boolean {
  try {
    shelf.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function remove(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(key);
  } catch {
    // What cannot be reached cannot be in the way.
  }
}

function read<T>(shelf: Shelf, key: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(shelf.getItem(key) ?? 'null');
    return is(value) ? value : null;
  } catch {
    return null;
  }
}

function list<T extends { readonly at: number }>(
  shelf: Shelf,
  prefix: string,
  is: (value: unknown) => value is T,
): T[] {
  const found: T[] = [];
  try {
    for (let i = 0; i < shelf.length; i++) {
      const key = shelf.key(i);
      const value = key?.startsWith(prefix) === true ? read(shelf, key, is) : null;
      if (value !== null) found.push(value);
    }
  } catch {
    return [];
  }
  return found.sort((a, b) => b.at - a.at);
}

/** Storage belongs to everything that this host serves: what is read is checked. */
function isSaved(value: unknown): value is Saved {
  return (
    hasBase(value) &&
    typeof value.tab === 'string' &&
    typeof value.owner === 'string' &&
    typeof value.pristine === 'boolean'
  );
}

function isKept(value: unknown): value is Kept {
  return hasBase(value) && typeof value.title === 'string';
}

function hasBase(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, text, seed, years, at } = value as Record<string, unknown>;
  return (
    [id, name, text, seed].every((each) => typeof each === 'string') &&
    typeof years === 'number' &&
    typeof at === 'number'
  );
}
