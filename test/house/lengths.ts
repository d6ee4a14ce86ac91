import type TS from 'typescript';
import { type House, walk } from './sources.ts';
import { ts } from './typescript.ts';

export const LINES_OF_A_FILE = 400;
export const LINES_OF_A_FUNCTION = 70;
export const COLUMNS = 120;

export const isLong = (house: House, file: string) =>
  house.textOf(file).trimEnd().split('\n').length > LINES_OF_A_FILE;

/** `file: name` of every function, method, or arrow that takes more lines than it may, from its first word to its last bracket. */
export function longFunctions(house: House, file: string): string[] {
  const tree = house.treeOf(file);
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
export function wideLines(house: House, file: string): string[] {
  return house
    .textOf(file)
    .split('\n')
    .flatMap((line, index) => (line.length > COLUMNS ? [`${file}:${index + 1}`] : []));
}
