import { isMap, isScalar, isSeq } from 'yaml';
import type { Path, Value } from './act.ts';
import type { Draft } from './draft.ts';
import { insert, insertItem } from './insert.ts';
import { entriesOf, isList, plainOf, plainValue, same, textOf } from './plain.ts';
import { remove } from './remove.ts';
import { pairsOf, rangeOf, type Found } from './sheet.ts';
import { writeScalar } from './write.ts';
import { writeOver } from './write-over.ts';

/** Writes a value in the place of one that is there, changing as little of the text as says it. */
export function replace(draft: Draft, path: Path, found: Found, value: Value): void {
  const { node } = found;
  if (same(plainOf(node, draft.sheet), plainValue(value))) return;
  const inner = typeof value === 'object' && value !== null ? value : null;
  if (isMap(node) && node.items.length > 0 && inner !== null && !isList(inner) && entriesOf(inner).length > 0)
    replaceKeys(draft, path, inner);
  else if (isSeq(node) && node.items.length > 0 && inner !== null && isList(inner) && inner.length > 0)
    replaceItems(draft, path, inner);
  else if (isScalar(node) && inner === null && isWritten(node)) replaceScalar(draft, found, value);
  else writeOver(draft, path, value);
}

function isWritten(node: { range?: readonly number[] | null }): boolean {
  return node.range !== null && node.range !== undefined && node.range[1] > node.range[0];
}

function replaceKeys(draft: Draft, path: Path, value: { readonly [key: string]: Value | undefined }): void {
  const wanted = new Map(entriesOf(value));
  for (const [key, of] of wanted) {
    const found = draft.sheet.find([...path, key]);
    if (found === null) insert(draft, path, key, of);
    else replace(draft, [...path, key], found, of);
  }
  const there = draft.sheet.find(path)?.node;
  for (const { key } of pairsOf(there)) {
    const name = isScalar(key) ? textOf(key) : '';
    if (!wanted.has(name)) remove(draft, [...path, name]);
  }
}

/** What is alike at both ends stays. */
function replaceItems(draft: Draft, path: Path, value: readonly Value[]): void {
  const items = (draft.sheet.find(path)?.node as { items: unknown[] }).items.map((item) => plainOf(item, draft.sheet));
  const wanted = value.map(plainValue);
  let start = 0;
  while (start < items.length && start < wanted.length && same(items[start], wanted[start])) start++;
  let [end, last] = [items.length, wanted.length];
  while (end > start && last > start && same(items[end - 1], wanted[last - 1])) {
    end--;
    last--;
  }
  for (let i = start; i < Math.min(end, last); i++) {
    const found = draft.sheet.find([...path, i]);
    if (found !== null) replace(draft, [...path, i], found, value[i]);
  }
  for (let i = end; i < last; i++) insertItem(draft, path, i, value[i]);
  for (let i = end - 1; i >= last; i--) remove(draft, [...path, i]);
}

function replaceScalar(draft: Draft, { holder, node }: Found, value: Value): void {
  const [from, to] = rangeOf(node);
  const { type } = node as { type?: string };
  const style = {
    flow: (holder as { flow?: boolean } | null)?.flow === true,
    json: draft.sheet.json,
    quotes: type === 'QUOTE_DOUBLE' ? ('double' as const) : type === 'QUOTE_SINGLE' ? ('single' as const) : null,
  };
  const kept = draft.text.slice(from, to).trimEnd().length;
  draft.splice({ from, to: from + kept, insert: writeScalar(value as string | number | boolean | null, style) });
}
