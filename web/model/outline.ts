import { Scanner } from './scanner.ts';

export { unquote } from './characters.ts';

/**
 * Where the keys and values of a model's text stand, while it is being typed: a reader of YAML's layout that never
 * fails, takes one pass, and knows nothing of meaning. What it is not sure of it calls `other`; tests hold it against
 * the parser that reads the model.
 */
export type Style = 'none' | 'plain' | 'single' | 'double' | 'map' | 'list' | 'other';

export interface Entry {
  /** Keys from the root, the entry's own last; the items of lists count from 0. */
  readonly path: readonly string[];
  /** The key as it stands in the text, quotes included; −1 for an item of a list. */
  readonly keyFrom: number;
  readonly keyTo: number;
  /** A scalar as it stands in the text, quotes included; where a `{` or `[` begins; −1 where nothing does. */
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly style: Style;
  /** Within braces or brackets, where commas and brackets end a value. */
  readonly flow: boolean;
}

/** What stands at the end of a text: told of the text before the cursor, what is being typed there. */
export interface End {
  /** Keys from the root to the map or list around; with role `value`, to the value's own key. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value' | 'nothing';
  /** Where the word began that is being typed, after its quote. */
  readonly from: number;
  readonly quote: '' | "'" | '"';
  readonly flow: boolean;
}

export interface Outline {
  readonly entries: readonly Entry[];
  readonly end: End;
}

export function outline(text: string): Outline {
  return new Scanner(text).scan();
}

let latest: { readonly text: string; readonly outline: Outline } | null = null;

/** The same, remembered while the text is the same. */
export function outlineOf(text: string): Outline {
  if (latest?.text !== text) latest = { text, outline: outline(text) };
  return latest.outline;
}

/** The entries directly below a path. */
export function entriesBelow(entries: readonly Entry[], path: readonly string[]): Entry[] {
  return entries.filter(
    (entry) => entry.path.length === path.length + 1 && path.every((name, i) => entry.path[i] === name),
  );
}
