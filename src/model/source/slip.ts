/**
 * The commonest slip: inside YAML's `{ }` and `[ ]` a comma ends a value, so that an unquoted
 * `{ mttr: lognormal(2 h, 9 h) }` is a map of `mttr: lognormal(2 h` and a key `9 h)` without value.
 */
export type Piece = { readonly kind: 'plain'; readonly text: string } | { readonly kind: 'nothing' } | { readonly kind: 'other' };

/** A pair of a flow map (key and value), or an item of a flow list (no tail). */
export interface Pieces {
  readonly head: Piece;
  readonly tail: Piece | null;
}

export interface Slip {
  /** What was meant, put together again. */
  readonly text: string;
  /** Index of the last piece that belongs to it. */
  readonly last: number;
  /** The opening parenthesis stands in a key or item, not in a pair's value. */
  readonly inKey: boolean;
}

/** No value that people type has more commas, and a hostile document shall not make this search long. */
const MAX_PARTS = 100;

/** Whether an expression torn apart by its commas begins at `index`, and where it ends. */
export function findSlip(pieces: readonly Pieces[], index: number): Slip | null {
  const { head, tail } = pieces[index];
  const inKey = tail === null || tail.kind === 'nothing';
  const start = inKey ? head : tail;
  if (start.kind !== 'plain') return null;
  let depth = openParentheses(start.text);
  if (depth <= 0) return null;
  const parts = [start.text];
  const end = Math.min(pieces.length, index + MAX_PARTS);
  for (let next = index + 1; next < end; next++) {
    const { head: part, tail: value } = pieces[next];
    if (part.kind !== 'plain' || (value !== null && value.kind !== 'nothing')) return null;
    parts.push(part.text);
    depth += openParentheses(part.text);
    if (depth < 0) return null;
    if (depth === 0) return { text: parts.join(', '), last: next, inKey };
  }
  return null;
}

function openParentheses(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
  }
  return depth;
}
