import type TS from 'typescript';
import { type House, walk } from './sources.ts';
import { ts } from './typescript.ts';

/**
 * `file:line` wherever one redundancy mode is told from the others by its name: what is said of the others there is said
 * of every mode that is still to come, and the compiler cannot see it. A table of all modes, a trait of
 * `model/modes.ts`, or a switch without a default can be checked for completeness.
 */
export function namedModes(house: House, file: string, modes: readonly string[]): string[] {
  const tree = house.treeOf(file);
  const found: string[] = [];
  const isName = (node: TS.Node) =>
    (ts.isStringLiteralLike(node) && modes.includes(node.text)) ||
    (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'MODE');
  walk(tree, (node) => {
    const isCompared = ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind) && [node.left, node.right].some(isName);
    const isChosen = ts.isSwitchStatement(node) && hasDefault(node) && node.caseBlock.clauses.some((one) => ts.isCaseClause(one) && isName(one.expression));
    if (isCompared || isChosen) found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
  });
  return found;
}

const EQUALITIES = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
const isEquality = (kind: TS.SyntaxKind) => EQUALITIES.has(kind);
const hasDefault = ({ caseBlock }: TS.SwitchStatement) => caseBlock.clauses.some((one) => ts.isDefaultClause(one));
