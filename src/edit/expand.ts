import { isMap } from 'yaml';
import type { Path } from './act.ts';
import type { Draft } from './draft.ts';
import { colonAndAnchor, columnOf, endOf, lineEnd, pairsOf, rangeOf } from './sheet.ts';

/**
 * Writes the maps on the way to a path, and the one at it, in lines of their own where they stand in braces on one
 * line. False where one of them cannot be: it is in a list, or in several lines already.
 */
export function expandTo(draft: Draft, path: Path): boolean {
  const flow = (depth: number): boolean =>
    (draft.sheet.find(path.slice(0, depth))?.node as { flow?: boolean } | undefined)?.flow === true;
  for (let depth = 1; depth <= path.length; depth++) {
    if (flow(depth) && !canExpand(draft, path.slice(0, depth), flow(depth - 1))) return false;
  }
  for (let depth = 1; depth <= path.length; depth++) if (flow(depth)) expand(draft, path.slice(0, depth));
  return true;
}

function canExpand(draft: Draft, path: Path, inFlow: boolean): boolean {
  const found = draft.sheet.find(path);
  if (found === null || draft.sheet.json || !isMap(found.node) || !isMap(found.holder)) return false;
  const [from, to] = rangeOf(found.node);
  return !draft.text.slice(from, to).includes('\n') && (inFlow || path.length > 0);
}

function expand(draft: Draft, path: Path): void {
  const { sheet, text } = draft;
  const found = sheet.find(path);
  const pair = pairsOf(found?.holder)[found?.index ?? 0];
  const [from, to] = rangeOf(found?.node);
  const indent = ' '.repeat(columnOf(text, pair.key) + sheet.step);
  const lines = pairsOf(found?.node).map((inner) => {
    const [start, end] = rangeOf(inner.key);
    const { colon } = colonAndAnchor(inner);
    const value = colon < 0 ? '' : text.slice(colon, endOf(text, inner)).trim();
    return `${sheet.newline}${indent}${text.slice(start, end)}:${value === '' ? '' : ` ${value}`}`;
  });
  if (lines.length === 0) return;
  // A comment behind the brace stays with the key.
  const { colon } = colonAndAnchor(pair);
  const blanks = /[ \t]*$/.exec(text.slice(colon, from))?.[0].length ?? 0;
  const end = lineEnd(text, to);
  draft.splice({ from: from - blanks, to, insert: '' }, { from: end, to: end, insert: lines.join('') });
}
