import { dirname, join } from 'node:path';
import type TS from 'typescript';
import { type House, walk } from './sources.ts';
import { ts } from './typescript.ts';

/** One way in which a file takes something from another: a name of it, all of it (`*`), or nothing but that it runs. */
export interface Import {
  /** As it is written: `./heap.ts`, `node:fs`. */
  specifier: string;
  /** The file from the root, if it is one of the house's. */
  target: string | null;
  /** Names as the other file exports them. */
  names: string[];
}

const taken = new WeakMap<TS.SourceFile, Import[]>();

/** Every import of a file: by value or type, a re-export, `import()` as a call or a type, a worker's file as an URL. */
export function importsOf(house: House, file: string): Import[] {
  const tree = house.treeOf(file);
  let found = taken.get(tree);
  if (found === undefined) taken.set(tree, (found = read(house, file, tree)));
  return found;
}

function read(house: House, file: string, tree: TS.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, names: string[]) =>
    found.push({ specifier, target: targetOf(house, file, specifier), names });
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), imported(node.importClause, tree));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) add(textOf(node.moduleSpecifier), handedOn(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(textOf(node.argument.literal), mentioned(tree));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(textOf(node.arguments[0]), mentioned(tree));
    else if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && ts.isStringLiteral(node.arguments![0])) {
      const specifier = node.arguments![0].text;
      if (/\.tsx?$/.test(specifier)) add(specifier, []);
    }
  });
  return found;
}

const textOf = (node: TS.Node) => (ts.isStringLiteralLike(node) ? node.text : '');

function targetOf(house: House, file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = join(dirname(file), specifier);
  return house.has(path) ? path : null;
}

function imported(clause: TS.ImportClause | undefined, tree: TS.SourceFile): string[] {
  if (clause === undefined) return [];
  const names = clause.name === undefined ? [] : ['default'];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return names;
  if (ts.isNamespaceImport(bindings)) return [...names, ...mentioned(tree)];
  return [...names, ...bindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

function handedOn({ exportClause }: TS.ExportDeclaration): string[] {
  if (exportClause === undefined || ts.isNamespaceExport(exportClause)) return ['*'];
  return exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** What a file may take from a module that it has as an object: every name that it takes out of some object. */
function mentioned(tree: TS.SourceFile): string[] {
  const names = new Set<string>();
  walk(tree, (node) => {
    if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
    else if (ts.isBindingElement(node)) names.add((node.propertyName ?? node.name).getText());
    else if (ts.isQualifiedName(node)) names.add(node.right.text);
    else if (ts.isImportTypeNode(node) && node.qualifier !== undefined) names.add(node.qualifier.getText());
  });
  return [...names];
}
