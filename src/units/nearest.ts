import { distance } from 'fastest-levenshtein';

/** Beyond these a search for the nearest word costs more than its help is worth. */
const MAX_CANDIDATES = 5_000;
const MAX_LENGTH = 60;

/**
 * The candidate that someone who typed `word` most likely meant, or null where none is near:
 * the same but for case and dashes, else at the least edit distance, at most `limit`, or two fifths of the word's
 * length.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit = Math.max(1, Math.round(word.length * 0.4)),
): string | null {
  if (word.length === 0 || word.length > MAX_LENGTH) return null;
  const plain = simplify(word);
  let best: string | null = null;
  let bestDistance = limit + 1;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > MAX_CANDIDATES) break;
    if (candidate === word || candidate.length > MAX_LENGTH) continue;
    const between = difference(plain, simplify(candidate), limit);
    if (between < bestDistance && between < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = between;
    }
  }
  return best;
}

/** The edit distance, but that two letters swapped count once, and the beginning of a word is near the word. */
function difference(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const edits = distance(a, b);
  if (edits === 2 && a.length === b.length && sorted(a) === sorted(b)) return 1;
  const beginning = Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
  // Of two that are equally near, the one of the same length.
  return (beginning ? Math.min(edits, Math.max(limit, 1)) : edits) + Math.abs(a.length - b.length) / 1000;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
