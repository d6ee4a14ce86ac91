import type { Kind } from '../../src/model/language/kinds.ts';
import { allShapes } from '../../src/model/language/lookup.ts';

/** Every word of the language as the reader notes it in `Model.words`: `service.needs`, and `service.mode=quorum` for one of several values. */
export const ALL_WORDS: readonly string[] = allShapes().flatMap(({ name, keys }) => Object.entries(keys).flatMap(([key, { kind }]) => words(name, key, kind)));

function words(shape: string, name: string, kind: Kind): string[] {
  if (kind.type === 'choice') return Object.keys(kind.words).map((value) => `${shape}.${name}=${value}`);
  if (kind.type === 'either') return [...new Set([`${shape}.${name}`, ...words(shape, name, kind.scalar)])];
  return [`${shape}.${name}`];
}
