import { readdirSync, readFileSync, statSync } from 'node:fs';
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

export const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** All that is compiled into what ships. */
export const sources = [...files('src', '.ts', '.tsx'), ...files('web', '.ts', '.tsx')];

const trees = new Map<string, TS.SourceFile>();

/** A file's syntax tree; each is parsed once. */
export function treeOf(file: string): TS.SourceFile {
  let tree = trees.get(file);
  if (tree === undefined) trees.set(file, (tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)));
  return tree;
}

export function walk(node: TS.Node, visit: (node: TS.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
