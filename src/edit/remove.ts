import { isMap, isSeq } from 'yaml';
import { Refusal, type Path } from './act.ts';
import { own, release } from './anchors.ts';
import type { Draft } from './draft.ts';
import { colonAndAnchor, columnOf, endOf, endOfItem, lineEnd, lineStart, nextLine, pairsOf, rangeOf } from './sheet.ts';

/** Takes away what stands at a path, with its key and its comments. A map of which nothing is left is `{}`. */
export function remove(draft: Draft, path: Path): void {
  own(draft, path);
  release(draft, () => stretchOf(draft, path));
  const found = draft.sheet.find(path);
  if (found === null) return;
  const { holder, index } = found;
  const { items } = holder as unknown as { items: readonly unknown[] };
  const flow = (holder as { flow?: boolean }).flow === true;
  if (items.length === 1) empty(draft, path.slice(0, -1), isMap(holder) ? '{}' : '[]');
  else if (flow) removeFlow(draft, items, index);
  else removeLines(draft, items, index);
}

/** From the beginning of what a path names to the end of its text, its comments left out. */
function stretchOf(draft: Draft, path: Path): [number, number] {
  const found = draft.sheet.find(path);
  if (found === null) return [0, 0];
  const item = (found.holder as unknown as { items: readonly unknown[] }).items[found.index];
  return [beginOf(item), endOfAny(draft.text, item)];
}

export function beginOf(item: unknown): number {
  return rangeOf((item as { key?: unknown }).key ?? item)[0];
}

export function endOfAny(text: string, item: unknown): number {
  return (item as { key?: unknown } | null)?.key === undefined ? endOfItem(text, item) : endOf(text, item as never);
}

function empty(draft: Draft, path: Path, with_: '{}' | '[]'): void {
  const { text, sheet } = draft;
  const found = sheet.find(path);
  const node = found?.node as { flow?: boolean } | undefined;
  const pair = pairsOf(found?.holder)[found?.index ?? 0];
  if (found === null || node === undefined) return;
  if (node.flow === true) {
    const [from, to] = rangeOf(node);
    draft.splice({ from, to, insert: with_ });
    return;
  }
  if (pair === undefined) throw new Refusal('Nothing else stands there: a model cannot be empty.');
  const { colon } = colonAndAnchor(pair);
  const end = endOf(text, pair);
  const first = Math.min(lineEnd(text, colon), end);
  draft.splice(
    { from: colon, to: colon, insert: ` ${with_}` },
    { from: first, to: behindDeeper(text, end, columnOf(text, pair.key)), insert: '' },
  );
}

function removeFlow(draft: Draft, items: readonly unknown[], index: number): void {
  const { text } = draft;
  const [from, to] = [beginOf(items[index]), endOfAny(text, items[index])];
  if (index === items.length - 1) {
    const before = endOfAny(text, items[index - 1]);
    const between = text.slice(before, from);
    if (!between.includes('#')) draft.splice({ from: before, to, insert: '' });
    else {
      const comma = before + between.indexOf(',');
      draft.splice({ from: comma, to: comma + 1, insert: '' }, { from, to, insert: '' });
    }
    return;
  }
  const next = beginOf(items[index + 1]);
  const between = text.slice(to, next);
  if (!between.includes('#')) draft.splice({ from, to: next, insert: '' });
  else draft.splice({ from, to: to + between.indexOf(',') + 1, insert: '' });
}

function removeLines(draft: Draft, items: readonly unknown[], index: number): void {
  const [from, to] = linesOf(draft.text, items[index], true);
  const { text } = draft;
  const begin = beginOf(items[index]);
  const start = lineStart(text, begin);
  if (
    !/^[ \t]*(-[ \t]+)?$/.test(text.slice(start, begin)) ||
    (isFirstOfItem(text, items[index], begin) && index === 0)
  ) {
    // A map that begins behind the dash of a list: its next key moves up there.
    const next = items[1];
    draft.splice({ from: begin, to: beginOf(next), insert: '' });
    return;
  }
  const alone =
    from > 0 && /\n\r?\n$/.test(text.slice(0, from)) && (to >= text.length || /^\r?\n/.test(text.slice(to)));
  const gap = alone ? (text.slice(0, from).endsWith('\r\n') ? 2 : 1) : 0;
  const atEnd = to >= text.length && !text.endsWith('\n') && from > 0;
  draft.splice({ from: atEnd ? lineEnd(text, from - gap - 1) : from - gap, to, insert: '' });
}

function isFirstOfItem(text: string, item: unknown, begin: number): boolean {
  return (item as { key?: unknown }).key !== undefined && /-[ \t]+$/.test(text.slice(lineStart(text, begin), begin));
}

/**
 * The whole lines of something in block style: with comments right above, as far as nothing is between, what stands
 * beside it, and comments below that are indented deeper.
 */
export function linesOf(text: string, item: unknown, comments: boolean): [number, number] {
  const begin = beginOf(item);
  let from = lineStart(text, begin);
  const column = begin - from;
  while (comments && from > 0) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, from);
    const indent = /^([ \t]*)#/.exec(line)?.[1].length;
    // At the top of the text stands what it is all about.
    if (indent === undefined || indent < column || above === 0) break;
    if (indent > column && !isSeq(item)) break;
    from = above;
  }
  return [from, behindDeeper(text, endOfAny(text, item), column)];
}

/** Behind the line, and behind comments below it that are indented deeper than the column. */
function behindDeeper(text: string, end: number, column: number): number {
  let to = nextLine(text, end);
  for (;;) {
    const line = text.slice(to, nextLine(text, to));
    const indent = /^([ \t]*)#/.exec(line)?.[1].length;
    if (indent === undefined || indent <= column) return to;
    to += line.length;
  }
}
