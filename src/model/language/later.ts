/** Words that belong together, and what they are about. */
const ANYWHERE: readonly (readonly [what: string, words: string])[] = [
  ['letting requests finish', 'drain'],
  ['replacing members automatically', 'autoscale'],
  ['falling back to asynchronous replication', 'fallback'],
];

/** Words that are right elsewhere, by the map in which they are of a later version. */
const HERE: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  service: new Map([['capacity', 'the load on the members']]),
};

/**
 * Words that the language has, and that this version does not build yet. They are refused by name:
 * a model that uses them would otherwise seem to say something that nobody simulates.
 */
export const LATER: ReadonlyMap<string, string> = new Map(
  ANYWHERE.flatMap(([what, words]) => words.split(' ').map((word) => [word, what] as const)),
);

/** What a word of a later version is about, in a map of this name; undefined for any other word. */
export function laterIn(shape: string, word: string): string | undefined {
  return HERE[shape]?.get(word) ?? LATER.get(word);
}
