import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type TS from 'typescript';
import { ts } from './typescript.ts';

export const root = resolve(import.meta.dirname, '../..');

/** Files below a folder whose names end so, as paths from the root, in one order. */
export function files(folder: string, ...endings: string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => endings.some((ending) => name.endsWith(ending)) && statSync(join(root, name)).isFile())
    .sort();
}

/** What the rules of the house are held against: the files of this tree, or a few made-up ones. */
export interface House {
  /** All that is compiled into what ships, as paths from the root. */
  readonly sources: readonly string[];
  has(path: string): boolean;
  textOf(path: string): string;
  /** A file's syntax tree; each is parsed once. */
  treeOf(path: string): TS.SourceFile;
}

function houseOf(sources: readonly string[], has: House['has'], textOf: House['textOf']): House {
  const trees = new Map<string, TS.SourceFile>();
  const treeOf = (path: string) => {
    let tree = trees.get(path);
    if (tree === undefined) trees.set(path, (tree = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)));
    return tree;
  };
  return { sources, has, textOf, treeOf };
}

/** This tree. */
export const house = houseOf(
  [...files('src', '.ts', '.tsx'), ...files('web', '.ts', '.tsx')],
  (path) => existsSync(join(root, path)),
  (path) => readFileSync(join(root, path), 'utf8'),
);

/** A house of made-up files: path → text. */
export const madeUp = (texts: Readonly<Record<string, string>>): House =>
  houseOf(Object.keys(texts), (path) => path in texts, (path) => texts[path]);

export function walk(node: TS.Node, visit: (node: TS.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
