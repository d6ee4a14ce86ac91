import { isMap, isScalar, isSeq } from 'yaml';
import { Refusal, type Path, type Value } from './act.ts';
import { own } from './anchors.ts';
import type { Draft } from './draft.ts';
import { insert, insertItem } from './insert.ts';
import { at, changed, plainValue, type Plain } from './plain.ts';
import { remove } from './remove.ts';
import { replace } from './replace.ts';
import { pairsOf, rangeOf } from './sheet.ts';
import { writeKey } from './write.ts';

/*
 * What can be done to a text. Each is held to have changed what the text says in exactly that way, and takes it back
 * otherwise (`Draft.meaning`).
 */

/** Writes a value at a path; maps that are missing on the way are made. `after`: a new key comes behind this one. */
export function set(draft: Draft, path: Path, value: Value, after?: string): void {
  if (path.length === 0) throw new Refusal('A model cannot be replaced as a whole by pointing.');
  draft.meaning(
    (plain) => changed(plain, path, plainValue(value)),
    () => {
      own(draft, path);
      const there = draft.sheet.find(path);
      if (there !== null) {
        replace(draft, path, there, value);
        return;
      }
      let depth = path.length - 1;
      while (depth > 0 && draft.sheet.find(path.slice(0, depth)) === null) depth--;
      const nested = path.slice(depth + 1).reduceRight<Value>((inner, key) => ({ [key]: inner }), value);
      const holder = path.slice(0, depth);
      const [node, key] = [draft.sheet.find(holder)?.node, path[depth]];
      if (isSeq(node) && typeof key === 'number') insertItem(draft, holder, node.items.length, nested);
      else insert(draft, holder, String(key), nested, depth === path.length - 1 ? after : undefined);
    },
  );
}

/** Takes away what stands at a path. A section or a setting of which nothing is left goes with it. */
export function clear(draft: Draft, path: Path): void {
  if (at(draft.sheet.plain, path) === undefined) return;
  let last = path;
  while (last.length > 1 && !isNamed(last.slice(0, -1)) && size(at(draft.sheet.plain, last.slice(0, -1))) === 1)
    last = last.slice(0, -1);
  draft.meaning(
    (plain) => changed(plain, last, undefined),
    () => remove(draft, last),
  );
}

function size(plain: Plain | undefined): number {
  return plain instanceof Map ? plain.size : Array.isArray(plain) ? plain.length : 0;
}

/** Whether an author's name stands at the end of the path: what has a name stays, with nothing in it. */
function isNamed(path: Path): boolean {
  const parent = path.at(-2);
  if (path.length === 2)
    return ['components', 'services', 'shocks', 'experiments', 'parameters'].includes(String(parent));
  return parent === 'domains' || parent === 'failures';
}

/** Gives a key another name, in its place. */
export function renameKey(draft: Draft, path: Path, to: string): void {
  const [holder, from] = [path.slice(0, -1), String(path.at(-1))];
  draft.meaning(
    (plain) => {
      const map = at(plain, holder);
      if (!(map instanceof Map)) return plain;
      return changed(plain, holder, new Map([...map].map(([key, value]) => [key === from ? to : key, value])));
    },
    () => {
      own(draft, holder);
      const found = draft.sheet.find(path);
      const key = pairsOf(found?.holder)[found?.index ?? 0]?.key;
      if (!isScalar(key) || !isMap(found?.holder)) throw new Refusal(`There is no ${path.join('.')}.`);
      const [start, end] = rangeOf(key);
      const style = { flow: found.holder.flow === true, json: draft.sheet.json };
      draft.splice({ from: start, to: end, insert: writeKey(to, style) });
    },
  );
}
