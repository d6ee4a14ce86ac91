import type TS from 'typescript';
import { textOf, treeOf, walk } from './sources.ts';
import { ts } from './typescript.ts';

export const LINES_OF_A_FILE = 400;
export const LINES_OF_A_FUNCTION = 70;
export const COLUMNS = 120;

export const isLong = (file: string) => textOf(file).trimEnd().split('\n').length > LINES_OF_A_FILE;

/** `file: name` of every function, method, or arrow that takes more lines than it may, from its first word to its last bracket. */
export function longFunctions(file: string): string[] {
  const tree = treeOf(file);
  const found: string[] = [];
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return;
    if (lineOf(node.end) - lineOf(node.getStart()) + 1 > LINES_OF_A_FUNCTION) found.push(`${file}: ${nameOf(node)}`);
  });
  return found;
}

function nameOf(node: TS.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : '(without a name)';
}

/** `file:line` of every line that is wider than it may be. */
export function wideLines(file: string): string[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => (line.length > COLUMNS ? [`${file}:${index + 1}`] : []));
}
