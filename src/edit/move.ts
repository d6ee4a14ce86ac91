import { isMap } from 'yaml';
import { Refusal, type Path } from './act.ts';
import { own, release, writeOut } from './anchors.ts';
import type { Draft } from './draft.ts';
import { expandTo } from './expand.ts';
import { putFlow, putLines } from './insert.ts';
import { at, changed, type Plain } from './plain.ts';
import { beginOf, endOfAny, linesOf, remove } from './remove.ts';
import { columnOf, keysOf, pairsOf, rangeOf } from './sheet.ts';
import { writeKey } from './write.ts';

/** Where something goes: into the map at a path, which is made if it is missing, before a key or to its end. */
interface Goal {
  readonly holder: Path;
  readonly before: string | null;
}

/** Takes the text of a key with all that is in it, and its comments, elsewhere. */
export function move(draft: Draft, path: Path, goal: Goal): void {
  const key = String(path.at(-1));
  draft.meaning(
    (plain) => changed(changed(plain, path, undefined), [...goal.holder, key], at(plain, path)),
    () => {
      const chunk = take(draft, path, goal);
      remove(draft, path);
      put(draft, goal, key, chunk);
    },
  );
  prune(draft, path.slice(0, -1));
}

/** Puts a copy of the text of a key behind it, under another name. */
export function copy(draft: Draft, path: Path, as: string): void {
  const holder = path.slice(0, -1);
  draft.meaning(
    (plain) => changed(plain, [...holder, as], at(plain, path)),
    () => {
      own(draft, holder);
      const found = draft.sheet.find(path);
      const keys = isMap(found?.holder) ? keysOf(found.holder) : [];
      const chunk = cutOut(draft, path, false);
      put(draft, { holder, before: keys[keys.indexOf(String(path.at(-1))) + 1] ?? null }, as, chunk);
    },
  );
}

interface Chunk {
  /** Comments above, each on its line. */
  readonly above: readonly string[];
  /** Behind the key: its value, and further lines, as they stood. */
  readonly rest: string;
  /** How far its key was indented; null: it stood in braces. */
  readonly column: number | null;
}

function take(draft: Draft, path: Path, { holder }: Goal): Chunk {
  own(draft, path);
  let depth = holder.length;
  while (depth > 0 && draft.sheet.find(holder.slice(0, depth)) === null) depth--;
  own(draft, holder.slice(0, depth));
  const stretch = (): [number, number] => {
    const found = draft.sheet.find(path);
    const pair = pairsOf(found?.holder)[found?.index ?? 0];
    return [beginOf(pair), endOfAny(draft.text, pair)];
  };
  release(draft, stretch);
  const goal = draft.sheet.find(holder.slice(0, depth))?.node;
  writeOut(draft, stretch(), rangeOf(goal)[0]);
  return cutOut(draft, path, true);
}

function cutOut(draft: Draft, path: Path, comments: boolean): Chunk {
  const { text, sheet } = draft;
  const found = sheet.find(path);
  const pair = pairsOf(found?.holder)[found?.index ?? 0];
  if (pair === undefined) throw new Refusal(`There is no ${path.join('.')}.`);
  const keyEnd = rangeOf(pair.key)[1];
  if ((found?.holder as { flow?: boolean }).flow === true)
    return { above: [], rest: text.slice(keyEnd, endOfAny(text, pair)), column: null };
  const [from, to] = linesOf(text, pair, comments);
  const above = text.slice(from, beginOf(pair)).split('\n').slice(0, -1);
  const rest = text.slice(keyEnd, to).replace(/\r?\n$/, '');
  return {
    above: above.map((line) => line.trim()),
    rest: comments ? rest : withoutAnchors(draft, keyEnd, to, rest),
    column: columnOf(text, pair.key),
  };
}

/** A copy shares what is called by an anchor, instead of calling it so once more. */
function withoutAnchors({ sheet, text }: Draft, from: number, to: number, rest: string): string {
  let shared = rest;
  const nodes = [...sheet.anchored(from, to)].sort((a, b) => rangeOf(b)[0] - rangeOf(a)[0]);
  let until = to;
  for (const node of nodes) {
    const name = (node as { anchor?: string }).anchor ?? '';
    const start = text.lastIndexOf(`&${name}`, rangeOf(node)[0]) - from;
    const end = endOfAny(text, node) - from;
    if (end + from > until) continue;
    shared = `${shared.slice(0, start)}*${name}${shared.slice(end)}`;
    until = start + from;
  }
  return shared;
}

/** A map of which nothing is left goes as well. */
function prune(draft: Draft, path: Path): void {
  const there = at(draft.sheet.plain, path);
  if (path.length > 0 && there instanceof Map && there.size === 0)
    draft.meaning(
      (plain: Plain) => changed(plain, path, undefined),
      () => remove(draft, path),
    );
}

function put(draft: Draft, { holder, before }: Goal, key: string, chunk: Chunk): void {
  let depth = holder.length;
  const there = (): unknown => draft.sheet.find(holder.slice(0, depth))?.node;
  for (; depth > 0 && !(isMap(there()) && pairsOf(there()).length > 0); depth--) {
    // What is there and holds nothing, as `domains: {}`, is written anew.
    if (draft.sheet.find(holder.slice(0, depth)) !== null) remove(draft, holder.slice(0, depth));
  }
  const missing = holder.slice(depth).map(String);
  const [tall, wide] = [chunk.rest.includes('\n'), chunk.column !== null];
  if ((there() as { flow?: boolean }).flow === true && (tall || wide)) expandTo(draft, holder.slice(0, depth));
  const node = there();
  const items = pairsOf(node);
  const keys = isMap(node) ? keysOf(node) : [];
  const index = missing.length === 0 && before !== null && keys.includes(before) ? keys.indexOf(before) : items.length;
  const { json } = draft.sheet;
  if ((node as { flow?: boolean }).flow === true) {
    if (chunk.above.length > 0 || (wide && tall))
      throw new Refusal('That place is in braces: write it in lines of its own first.');
    const inner = `${writeKey(key, { flow: true, json })}${chunk.rest}`;
    const nested = missing.reduceRight((text, name) => `${writeKey(name, { flow: true, json })}: { ${text} }`, inner);
    const [start] = rangeOf(node);
    putFlow(draft, node, items, index, nested, draft.text.slice(start, beginOf(items[0])).includes('\n'));
    return;
  }
  const column = columnOf(draft.text, items[0].key);
  const lines = missing.map(
    (name, i) => `${pad(column + i * draft.sheet.step)}${writeKey(name, { flow: false, json })}:`,
  );
  const indent = column + missing.length * draft.sheet.step;
  lines.push(...chunk.above.map((line) => pad(indent) + line));
  lines.push(
    ...indented(
      `${pad(indent)}${writeKey(key, { flow: false, json })}${chunk.rest}`,
      indent - (chunk.column ?? indent),
    ),
  );
  putLines(draft, items, index, lines.join(draft.sheet.newline));
}

function pad(column: number): string {
  return ' '.repeat(column);
}

/** The first line is where it belongs; the others move as far as it has. */
function indented(text: string, by: number): string[] {
  return text.split(/\r?\n/).map((line, i) => {
    if (i === 0 || line.trim() === '' || by === 0) return line;
    return by > 0 ? pad(by) + line : line.slice(Math.min(-by, /^ */.exec(line)?.[0].length ?? 0));
  });
}
