import type { Entry, Outline } from './entries.ts';
import { Scanner } from './scanner.ts';

export { unquote } from './characters.ts';
export type { End, Entry, Style } from './entries.ts';

/**
 * Where the keys and values of a model's text stand, while it is being typed: a reader of YAML's layout that never
 * fails, takes one pass, and knows nothing of meaning. What it is not sure of it calls `other`; tests hold it against
 * the parser that reads the model.
 */
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
