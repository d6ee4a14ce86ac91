import type { Problem } from '../units/index.ts';
import type { Kind, NumericKind, Shape } from './language/kinds.ts';
import type { Location, MapSource, Source } from './tree.ts';

/** The nearest right word for a wrong one. */
export type Nearest = (word: string, candidates: Iterable<string>, limit?: number) => string | null;

/** What is wrong with a key, and the one that was meant, if any. */
export interface Meant {
  readonly problem: Problem;
  readonly meant: string | null;
}

/** What the YAML library found, and where. */
export interface SyntaxFound {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

/** Something wrong with the text before it is read as a model. */
export interface SyntaxProblem {
  readonly at: Location;
  readonly problem: Problem;
}

/**
 * What was meant by what the language does not know: other words of the field, other notations, values in place of
 * maps. Asked only where there is an error, so that a page can have it sent then.
 */
export interface Advice {
  /** What is wrong with a text that is no YAML. */
  syntax(
    found: Iterable<SyntaxFound>,
    text: string,
    locate: (offset: number) => Location,
    nearest: Nearest,
  ): readonly SyntaxProblem[];
  /** What is wrong with a key that the shape does not have, and which of its keys was meant, if any. */
  unknownKey(shape: Shape, key: string, value: Source, currency: string, nearest: Nearest): Meant;
  /** What to write in place of a value where a map with fixed keys is needed. */
  mapInstead(shape: string, source: Source, got: string, currency: string): Problem;
  /** What to write in place of a value where a map from names is needed. */
  namesInstead(what: string, of: Kind, source: Source, got: string): Problem;
  /** What to write in place of a map where a list of names is needed. */
  listInstead(key: string, of: Kind, source: MapSource): Problem;
  /** The one of some words that a word stands for; null where none of them is. */
  choice(word: string, among: readonly string[]): string | null;
  /** `n + 1` and its like, in place of a whole number. */
  spare(text: string): Problem | null;
  /** A number in another notation. @param reads whether a text would do in its place */
  notation(text: string, kind: NumericKind | null, currency: string, reads: (text: string) => boolean): Problem | null;
}

const unsaid = (): Problem => ({ message: '', suggestion: null });

export const NO_ADVICE: Advice = {
  syntax(found, _, locate) {
    for (const { offset } of found) return [{ at: locate(offset), problem: unsaid() }];
    return [];
  },
  unknownKey: () => ({ problem: unsaid(), meant: null }),
  mapInstead: unsaid,
  namesInstead: unsaid,
  listInstead: unsaid,
  choice: () => null,
  spare: () => null,
  notation: () => null,
};
