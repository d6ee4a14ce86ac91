import type { Problem } from '../units/index.ts';
import type { NumericKind } from './language/kinds.ts';
import type { Source } from './tree.ts';

/**
 * What was meant by what the language does not know: other words of the field, other notations, values in place of
 * maps. Asked only where there is an error, so that a page can have it sent then.
 */
export interface Advice {
  /** The keys that a word stands for, whatever map they belong to; the likeliest first. */
  keys(word: string): readonly string[];
  /** The one of some words that a word stands for; null where none of them is. */
  choice(word: string, among: readonly string[]): string | null;
  /** The map that was meant by a value in its place, ready to be typed; null where the value says too little. */
  map(shape: string, source: Source, currency: string): string | null;
  /** How often a word such as `nightly` says that something happens. */
  period(word: string): string | null;
  /** The time between two of what a rate such as `3 per year` counts. */
  timeBetween(rate: string): string | null;
  /** `n + 1` and its like, in place of a whole number. */
  spare(text: string): Problem | null;
  /** A number in another notation. @param reads whether a text would do in its place */
  notation(text: string, kind: NumericKind | null, currency: string, reads: (text: string) => boolean): Problem | null;
}

export const NO_ADVICE: Advice = {
  keys: () => [],
  choice: () => null,
  map: () => null,
  period: () => null,
  timeBetween: () => null,
  spare: () => null,
  notation: () => null,
};
