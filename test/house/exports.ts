import type TS from 'typescript';
import { importsOf } from './imports.ts';
import { type House, walk } from './sources.ts';
import { ts } from './typescript.ts';

/** The names that a file exports, by declaration or from another file; `*` where it hands on all of another. */
export function exportsOf(house: House, file: string): string[] {
  const names: string[] = [];
  for (const node of house.treeOf(file).statements) {
    if (ts.isExportAssignment(node)) names.push('default');
    else if (ts.isExportDeclaration(node)) names.push(...named(node));
    else if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      names.push(...declared(node));
    }
  }
  return names;
}

function named({ exportClause }: TS.ExportDeclaration): string[] {
  if (exportClause === undefined) return ['*'];
  return ts.isNamespaceExport(exportClause) ? [exportClause.name.text] : exportClause.elements.map(({ name }) => name.text);
}

function declared(node: TS.Statement): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => bound(name));
  const { name } = node as TS.DeclarationStatement;
  return name === undefined ? ['default'] : [name.text];
}

function bound(name: TS.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));
}

/** `file: name` for every export that no file of the house takes, but for those of the files where a build begins. */
export function deadExports(house: House, roots: readonly string[]): string[] {
  const { sources } = house;
  const used = new Map<string, Set<string>>(sources.map((file) => [file, new Set()]));
  const use = (file: string, name: string): void => {
    if (used.get(file)?.has(name) !== false) return;
    used.get(file)!.add(name);
    // Whoever takes a name through `export *` takes it from there.
    for (const { target, names } of importsOf(house, file)) if (target !== null && names.includes('*')) use(target, name);
  };
  const useAll = (file: string): void => {
    for (const name of exportsOf(house, file)) use(file, name);
    for (const { target, names } of importsOf(house, file)) if (target !== null && names.includes('*')) useAll(target);
  };
  for (const file of sources) {
    for (const { target, names } of importsOf(house, file)) {
      if (target === null) continue;
      for (const name of names) if (name !== '*') use(target, name);
      if (names.includes('*') && roots.includes(file)) useAll(target);
    }
  }
  return sources
    .filter((file) => !roots.includes(file))
    .flatMap((file) => exportsOf(house, file).filter((name) => name !== '*' && !used.get(file)!.has(name)).map((name) => `${file}: ${name}`));
}

/** Whether a file makes use of what it exports: the name stands in it elsewhere than where it is declared. */
export function usesItself(house: House, file: string, name: string): boolean {
  let count = 0;
  walk(house.treeOf(file), (node) => {
    if (ts.isIdentifier(node) && node.text === name) count++;
  });
  return count > 1;
}
