import { MONEY_SIGNS } from '../../units/index.ts';

/**
 * The commonest slip: inside YAML's `{ }` and `[ ]` a comma ends a value, so that an unquoted
 * `{ mttr: lognormal(2 h, 9 h) }` is a map of `mttr: lognormal(2 h` and a key `9 h)` without value.
 */
export type Piece =
  { readonly kind: 'plain'; readonly text: string } | { readonly kind: 'nothing' } | { readonly kind: 'other' };

/** A pair of a flow map (key and value), or an item of a flow list (no tail). */
interface Pieces {
  readonly head: Piece;
  readonly tail: Piece | null;
}

interface Slip {
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

/** A number or a time that its own commas have torn apart: `1,000 h`, `99,95%`, `1 h, 30 min`. */
interface TornNumber {
  /** As the language writes it. */
  readonly meant: string;
  /** Index of the last piece that belongs to it. */
  readonly last: number;
}

/** A number has no more characters. */
const LONGEST_NUMBER = 40;

/** Whether a number torn apart by its commas begins in the value at `index` of a map, and where it ends. */
export function findTornNumber(pieces: readonly Pieces[], index: number): TornNumber | null {
  const { tail } = pieces[index];
  if (tail?.kind !== 'plain' || !/\d[a-z ]*$/i.test(tail.text) || tail.text.length > LONGEST_NUMBER) return null;
  const parts = [tail.text];
  const end = Math.min(pieces.length, index + 10);
  for (let next = index + 1; next < end; next++) {
    const { head, tail: value } = pieces[next];
    if (
      head.kind !== 'plain' ||
      value?.kind !== 'nothing' ||
      !/^\d/.test(head.text) ||
      head.text.length > LONGEST_NUMBER
    )
      break;
    parts.push(head.text);
  }
  if (parts.length === 1 || parts.join(', ').length > LONGEST_NUMBER) return null;
  const meant = joined(parts);
  const [, sign = '', amount, per] = /^([$€£¥]) ?([\d.]+)(.*)$/.exec(meant) ?? [];
  return {
    meant: sign === '' ? meant : `${amount} ${MONEY_SIGNS.get(sign) ?? ''}${per}`,
    last: index + parts.length - 1,
  };
}

/** With three digits after each comma the commas part thousands; else one parts the decimals, or times that add up. */
function joined(parts: readonly string[]): string {
  const [first, ...others] = parts;
  if (!/\d$/.test(first)) return parts.join(' + ');
  const thousands = !/^0$/.test(first) && others.every((part) => /^\d{3}(?!\d)/.test(part));
  return thousands ? parts.join('') : parts.length === 2 ? parts.join('.') : parts.join(' + ');
}

function openParentheses(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
  }
  return depth;
}
