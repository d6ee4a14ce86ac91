import { ExpressionError } from './error.ts';
import { type MathNode, parseMath } from './math-parser.ts';
import { expressionMessages, speakOfExpressionsWith } from './messages.ts';
import { nearest } from './nearest.ts';
import { parsePlain } from './plain.ts';
import { prepare } from './prepare.ts';
import { quote } from './problem.ts';
import { EXPRESSION_LIMITS, FUNCTIONS, isFunctionName, type BinaryOperator, type Expression } from './syntax.ts';
import { UNITS } from './table.ts';
import { expressionWords } from './words.ts';

// Whoever reads every expression can say what is wrong with it.
speakOfExpressionsWith(expressionWords);

const BINARY: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^']);

/**
 * Reads an expression into plain data, or throws an `ExpressionError`.
 * `topLevel` names functions that may be called too, but only as the whole expression (distributions).
 */
export function parseExpression(text: string, topLevel: readonly string[] = []): Expression {
  return parsePlain(text, topLevel) ?? parseArithmetic(text, topLevel);
}

/** What `parsePlain` leaves. @throws ExpressionError */
function parseArithmetic(text: string, topLevel: readonly string[]): Expression {
  const prepared = prepare(text);
  let tree: MathNode;
  try {
    tree = parseMath(prepared);
  } catch (error) {
    // Anything else is no fault of the text.
    if (!(error instanceof SyntaxError)) throw error;
    const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
    throw new ExpressionError(
      plain === text ? expressionMessages.syntax(text) : expressionMessages.thousands(text, plain),
    );
  }
  return new Converter(text, topLevel).convert(tree, true);
}

/** Copies the parser's tree into our own, letting pass only what is on the list. */
class Converter {
  #nodes = 0;
  constructor(
    private readonly text: string,
    private readonly topLevel: readonly string[],
  ) {}

  convert(node: MathNode, top: boolean): Expression {
    if (++this.#nodes > EXPRESSION_LIMITS.nodes)
      throw new ExpressionError(expressionMessages.tooLarge(EXPRESSION_LIMITS.nodes));
    switch (node.type) {
      case 'ConstantNode':
        if (typeof node.value !== 'number') break;
        if (!Number.isFinite(node.value)) throw new ExpressionError(expressionMessages.notFinite(this.text));
        return { kind: 'number', value: node.value };
      case 'SymbolNode':
        if (typeof node.name !== 'string') break;
        return { kind: 'name', name: node.name };
      case 'ParenthesisNode':
        if (node.content === undefined) break;
        return this.convert(node.content, top);
      case 'OperatorNode':
        return this.#operator(node);
      case 'FunctionNode':
        return this.#call(node, top);
      default:
    }
    throw new ExpressionError(expressionMessages.notArithmetic(quote(this.text)));
  }

  #operator(node: MathNode): Expression {
    const { op = '', args = [] } = node;
    if (args.length === 1) {
      if (op === '-') return { kind: 'negate', of: this.convert(args[0], false) };
      if (op === '+') return this.convert(args[0], false);
    }
    if (args.length !== 2 || !BINARY.has(op)) {
      throw new ExpressionError(expressionMessages.notArithmetic(`'${op}'`));
    }
    if (node.implicit) return this.#juxtaposed(node);
    return this.#binary(op as BinaryOperator, this.convert(args[0], false), this.convert(args[1], false));
  }

  /**
   * Things side by side. `30 s` and `2 x` are products; `2 h 30 min`, which the parser takes for a product
   * of four, is the sum that everybody means: numbers with ever smaller units of the same kind.
   */
  #juxtaposed(node: MathNode): Expression {
    const chain: MathNode[] = [];
    let left: MathNode = node;
    while (left.type === 'OperatorNode' && left.implicit && left.args !== undefined) {
      chain.unshift(left.args[1]);
      left = left.args[0];
    }
    chain.unshift(left);
    const parts = chain.map((part) => this.convert(part, false));
    if (parts.slice(1).every((part) => part.kind !== 'number')) {
      return parts.reduce((product, part) => this.#binary('*', product, part));
    }
    const terms = this.#terms(parts);
    if (terms === null) throw new ExpressionError(expressionMessages.juxtaposed(null));
    if (!terms.decreasing) throw new ExpressionError(expressionMessages.juxtaposed(terms.written));
    return terms.sum;
  }

  #terms(parts: readonly Expression[]): { sum: Expression; decreasing: boolean; written: string } | null {
    let sum: Expression | null = null;
    let before: { value: number; dimension: unknown } | null = null;
    let decreasing = true;
    const written: string[] = [];
    for (let i = 0; i < parts.length; i += 2) {
      const [amount, unit] = [parts[i], parts[i + 1]];
      const known = unit?.kind === 'name' ? UNITS.get(unit.name) : undefined;
      if (amount.kind !== 'number' || unit?.kind !== 'name' || known === undefined) return null;
      if (before !== null && (before.value <= known.value || before.dimension !== known.dimension)) decreasing = false;
      before = known;
      const term = this.#binary('*', amount, unit);
      sum = sum === null ? term : this.#binary('+', sum, term);
      written.push(`${amount.value} ${unit.name}`);
    }
    return sum === null ? null : { sum, decreasing, written: written.join(' + ') };
  }

  #call(node: MathNode, top: boolean): Expression {
    const { fn, args = [] } = node;
    const name = typeof fn === 'object' && fn.type === 'SymbolNode' ? (fn.name ?? '') : '';
    if (UNITS.has(name) && !isFunctionName(name)) throw new ExpressionError(expressionMessages.notAFunction(name));
    const distribution = this.topLevel.includes(name);
    if (distribution && !top) throw new ExpressionError(expressionMessages.nestedDistribution(name));
    if (!distribution && !isFunctionName(name)) {
      const known = [...FUNCTIONS, ...this.topLevel];
      throw new ExpressionError(expressionMessages.unknownFunction(name, known, nearest(name, known)));
    }
    return { kind: 'call', name, args: args.map((argument) => this.convert(argument, false)) };
  }

  #binary(op: BinaryOperator, left: Expression, right: Expression): Expression {
    return { kind: 'binary', op, left, right };
  }
}
