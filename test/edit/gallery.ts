import { readdirSync, readFileSync } from 'node:fs';
import { Lexer, parse } from 'yaml';

/** The models of the gallery by the name of their file. */
export const GALLERY: ReadonlyMap<string, string> = new Map(
  ['models', 'models/dr'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml') && !file.startsWith('ci'))
      .map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const),
  ),
);

/** What a text says, read by the parser alone: strings, numbers, aliases followed. */
export function said(text: string): unknown {
  return parse(text, { maxAliasCount: 10_000 }) as unknown;
}

/** All comments of a text, in order, without the blanks before them. */
export function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}

/** Every path to something that is neither a map nor a list. */
export function leaves(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, i): [number, unknown] => [i, item])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** The same with another value at a path, undefined for none; maps of settings that are empty then go as well. */
export function withValue(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    const inner: unknown = withValue(value[Number(key)], rest, to);
    return inner === undefined ? value.filter((_, i) => i !== key) : value.map((item: unknown, i) => (i === key ? inner : item));
  }
  const map: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const inner = withValue(map[key], rest, to);
  if (inner === undefined) delete map[key];
  else map[key] = inner;
  return map;
}
