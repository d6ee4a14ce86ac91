import { isMap, isSeq } from 'yaml';
import { positionAt } from '../model/language/lookup.ts';
import { Refusal, type Path, type Value } from './act.ts';
import type { Draft } from './draft.ts';
import { expandTo } from './expand.ts';
import { beginOf, endOfAny, linesOf } from './remove.ts';
import { columnOf, keysOf, lineEnd, lineStart, nextLine, pairsOf, rangeOf } from './sheet.ts';
import { writeOver } from './write-over.ts';
import { tallAt, writeBlock, writeInline, writeKey, writeTallJson } from './write.ts';

const WIDEST = 120;

/** Puts a new key into the map at a path, which is there or can be made of what is. `after`: behind this key. */
export function insert(draft: Draft, path: Path, key: string, value: Value, after?: string): void {
  const { sheet } = draft;
  const found = sheet.find(path);
  const holder = found?.node;
  if (path.length === 0 && holder === null) appendFirst(draft, key, value);
  else if (isSeq(holder)) throw new Refusal(`${path.join('.')} is a list, in which nothing is called ${key}.`);
  else if (found === null) throw new Refusal(`There is no ${path.join('.')}.`);
  else if (!isMap(holder) || (holder.items.length === 0 && path.length > 0)) writeOver(draft, path, { [key]: value });
  else if (holder.flow === true) insertFlow(draft, path, key, value, after);
  else insertLines(draft, path, key, value, after);
}

/** The index in front of which a key belongs, in the order in which the language has the keys of such a map. */
function placeFor(path: Path, keys: readonly string[], key: string, after?: string): number {
  const behind = after === undefined ? -1 : keys.indexOf(after);
  if (behind >= 0) return behind + 1;
  const position = positionAt(path.map(String));
  if (position?.kind.type !== 'record' && position?.kind.type !== 'either') return keys.length;
  const kind = position.kind.type === 'either' ? position.kind.record : position.kind;
  const order = kind.type === 'record' ? Object.keys(kind.shape().keys) : [];
  const rank = order.indexOf(key);
  if (rank < 0) return keys.length;
  const ranks = keys.map((other) => order.indexOf(other));
  const nearest = Math.max(-1, ...ranks.filter((other) => other < rank));
  return nearest < 0 ? 0 : ranks.lastIndexOf(nearest) + 1;
}

function appendFirst(draft: Draft, key: string, value: Value): void {
  const { text, sheet } = draft;
  const glue = text === '' || text.endsWith('\n') ? '' : sheet.newline;
  const line = `${writeKey(key, { flow: false, json: false })}:`;
  const block = writeBlock(value, sheet.step, line.length, tallAt([key]), sheet);
  draft.splice({ from: text.length, to: text.length, insert: glue + line + block + sheet.newline });
}

function insertFlow(draft: Draft, path: Path, key: string, value: Value, after?: string): void {
  const { sheet, text } = draft;
  const holder = sheet.find(path)?.node;
  const items = pairsOf(holder);
  const style = { flow: true, json: sheet.json };
  const inline = writeInline(value, style);
  const [start, end] = rangeOf(holder);
  const tall = items.length > 0 && text.slice(start, beginOf(items[0])).includes('\n');
  if (!sheet.json && !tall && isTooWide(text, start, end, key.length + inline.length) && expandTo(draft, path)) {
    insertLines(draft, path, key, value, after);
    return;
  }
  const index = placeFor(path, isMap(holder) ? keysOf(holder as never) : [], key, after);
  const indent = items.length > 0 ? columnOf(text, items[0].key) : 0;
  const written = `${writeKey(key, style)}: ${sheet.json && tall ? writeTallJson(value, indent, sheet) : inline}`;
  putFlow(draft, holder, items, index, written, tall);
}

function isTooWide(text: string, start: number, end: number, more: number): boolean {
  if (text.slice(start, end).includes('\n')) return false;
  return start - lineStart(text, start) + (end - start) + more + 4 > WIDEST;
}

/** Puts the text of a pair or an item between those that are there. */
export function putFlow(
  draft: Draft,
  holder: unknown,
  items: readonly unknown[],
  index: number,
  written: string,
  tall: boolean,
): void {
  const { text, sheet } = draft;
  if (items.length === 0) {
    const [from, to] = rangeOf(holder);
    const braces = isMap(holder);
    draft.splice({ from, to, insert: braces ? `{ ${written} }` : `[${written}]` });
    return;
  }
  const first = beginOf(items[0]);
  const gap = tall ? sheet.newline + ' '.repeat(first - lineStart(text, first)) : ' ';
  if (index === 0) draft.splice({ from: first, to: first, insert: `${written},${gap}` });
  else {
    const at = endOfAny(text, items[index - 1]);
    draft.splice({ from: at, to: at, insert: `,${gap}${written}` });
  }
}

function insertLines(draft: Draft, path: Path, key: string, value: Value, after?: string): void {
  const { sheet, text } = draft;
  const holder = sheet.find(path)?.node;
  const items = pairsOf(holder);
  const column = columnOf(text, items[0].key);
  const index = placeFor(path, keysOf(holder as never), key, after);
  const name = `${' '.repeat(column)}${writeKey(key, { flow: false, json: false })}:`;
  const block = writeBlock(value, column + sheet.step, name.length, tallAt([...path, key]), sheet);
  putLines(draft, items, index, name + block);
}

/** Puts lines between those of the pairs that are there. Sections of a document stand apart. */
export function putLines(draft: Draft, items: readonly unknown[], index: number, lines: string): void {
  const { text, sheet } = draft;
  const { newline } = sheet;
  const apart =
    /^\S/.test(lines) && (lines.includes('\n') || items.some((item, i) => i > 0 && isApart(text, item, items[i - 1])));
  const first = beginOf(items[0]);
  if (index === 0) {
    const indent = first - lineStart(text, first);
    // Behind a dash the first key has no line of its own.
    if (text.slice(lineStart(text, first), first).trim() !== '') {
      draft.splice({ from: first, to: first, insert: lines.slice(indent) + newline + ' '.repeat(indent) });
      return;
    }
    const [from] = linesOf(text, items[0], true);
    draft.splice({ from, to: from, insert: lines + newline });
    return;
  }
  const before = items[index - 1];
  let at = lineEnd(text, endOfAny(text, before));
  if (index === items.length) at = behindComments(text, at, beginOf(before) - lineStart(text, beginOf(before)));
  const big = lines.includes('\n') || text.slice(beginOf(before), endOfAny(text, before)).includes('\n');
  const blank = apart && big;
  const next = index < items.length && blank && !/^\r?\n[ \t]*\r?\n/.test(text.slice(at)) && lines.includes('\n');
  draft.splice({ from: at, to: at, insert: newline + (blank ? newline : '') + lines + (next ? newline : '') });
}

function isApart(text: string, item: unknown, before: unknown): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(endOfAny(text, before), beginOf(item)));
}

/** The end of the last of the comments that follow at once and stand no further out than the column. */
function behindComments(text: string, end: number, column: number): number {
  let at = end;
  for (;;) {
    const from = nextLine(text, at);
    const indent = from > at ? /^([ \t]*)#/.exec(text.slice(from, lineEnd(text, from)))?.[1].length : undefined;
    if (indent === undefined || indent < column || column === 0) return at;
    at = lineEnd(text, from);
  }
}

/** Puts an item into the list at a path, in front of the one with this index. */
export function insertItem(draft: Draft, path: Path, index: number, value: Value): void {
  const { sheet, text } = draft;
  const holder = sheet.find(path)?.node;
  if (!isSeq(holder)) throw new Refusal(`${path.join('.')} is no list.`);
  const written = writeInline(value, { flow: holder.flow === true, json: sheet.json });
  if (holder.flow === true || holder.items.length === 0) {
    const [start] = rangeOf(holder);
    const tall = holder.items.length > 0 && text.slice(start, beginOf(holder.items[0])).includes('\n');
    putFlow(draft, holder, holder.items, index, written, tall);
    return;
  }
  const dash = text.lastIndexOf('-', beginOf(holder.items[0]) - 1);
  const line = `${' '.repeat(dash - lineStart(text, dash))}- ${written}`;
  if (index > 0) {
    const at = lineEnd(text, endOfAny(text, holder.items[index - 1]));
    draft.splice({ from: at, to: at, insert: sheet.newline + line });
  } else {
    const at = lineStart(text, dash);
    draft.splice({ from: at, to: at, insert: line + sheet.newline });
  }
}
