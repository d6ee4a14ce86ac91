import type { Value } from '../../src/edit/index.ts';
import type { Key, Shape } from '../../src/model/language/kinds.ts';
import { outline, unquote, type Entry } from '../text/outline.ts';

/** A text's entries by their paths joined by line breaks. */
export type Entries = ReadonlyMap<string, Entry>;

let latest: { readonly of: readonly Entry[]; readonly entries: Entries } | null = null;

/** Worked out once for a text. */
export function entriesByPath(all: readonly Entry[]): Entries {
  if (latest?.of !== all) latest = { of: all, entries: new Map(all.map((entry) => [entry.path.join('\n'), entry])) };
  return latest.entries;
}

export const joined = (path: readonly string[]): string => path.join('\n');

/** A scalar as it was typed, without quotes; empty for anything else. */
export function writtenAt(text: string, entry: Entry | undefined): string {
  if (entry === undefined || entry.valueTo < 0) return '';
  const raw = text.slice(entry.valueFrom, entry.valueTo);
  return entry.style === 'plain' ? raw : entry.style === 'single' || entry.style === 'double' ? unquote(raw) : '';
}

/** The names right below a path, in the order of the text. */
export function namesBelow(entries: Entries, path: readonly string[]): string[] {
  const start = path.length === 0 ? '' : `${joined(path)}\n`;
  return [...entries.values()]
    .filter((entry) => entry.path.length === path.length + 1 && joined(entry.path).startsWith(start))
    .map((entry) => entry.path[path.length]);
}

/** What is written first where a key is added: an example of the language's own, or the least that is right. */
export function firstValue({ kind, examples, default: otherwise }: Key): Value | null {
  if (examples?.[0] !== undefined) return valueOf(examples[0]);
  switch (kind.type) {
    case 'flag':
      return 'true';
    case 'integer':
      return String(Math.max(1, kind.min));
    case 'choice':
      return Object.keys(kind.words)[0];
    case 'record':
      return firstFields(kind.shape());
    case 'names':
      return kind.what === 'failure mode' ? { crash: { mtbf: '30 days', mttr: '5 min' } } : null;
    default:
      return otherwise !== undefined && /^[\d.]+( ?\S+)?$/.test(otherwise) ? otherwise : null;
  }
}

/** What has to be there; where nothing has, the first that there is an example of. */
function firstFields({ keys }: Shape): Value {
  const all = Object.entries(keys);
  const required = all.filter(([, key]) => key.required === true);
  const chosen = required.length > 0 ? required : all.filter(([, key]) => key.examples !== undefined).slice(0, 1);
  return Object.fromEntries(chosen.map(([name, key]) => [name, firstValue(key)]));
}

/** An example as the value that it is: `{ size: 500 GB }` is a map, `[lb, db]` a list. */
function valueOf(example: string): Value {
  const text = `x: ${example}`;
  const { entries } = outline(text);
  const build = (path: readonly string[]): Value => {
    const entry = entries.find((each) => joined(each.path) === joined(path));
    const below = entries.filter(
      (each) => each.path.length === path.length + 1 && joined(each.path).startsWith(`${joined(path)}\n`),
    );
    if (entry?.style === 'list') return below.map((each) => build(each.path));
    if (entry?.style === 'map')
      return Object.fromEntries(below.map((each) => [each.path[path.length], build(each.path)]));
    return writtenAt(text, entry);
  };
  return build(['x']);
}
