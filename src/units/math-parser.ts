import { createParse } from 'mathjs/number';

/*
 * mathjs's parser by itself. Its factory takes the node classes that it builds trees of; given these, which only keep
 * what they are given, nothing that evaluates or compiles is in reach, and the rest of the library is not bundled.
 */

/** A node of the parsed tree; which of the fields it has follows from `type`. */
export interface MathNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly content?: MathNode;
  readonly op?: string;
  readonly args?: readonly MathNode[];
  readonly fn?: MathNode | string;
  /** Two things side by side, without an operator. */
  readonly implicit?: boolean;
}

type NodeClass = new (...args: never[]) => object;

/** A class of nodes as the parser tells them apart: by `isNode` and `is…` on their prototype. */
function nodeClass(type: string, fields: (...args: readonly unknown[]) => object): NodeClass {
  const Node = class {
    readonly type = type;
    constructor(...args: unknown[]) {
      Object.assign(this, fields(...args));
    }
  };
  Object.defineProperty(Node.prototype, 'isNode', { value: true });
  Object.defineProperty(Node.prototype, `is${type}`, { value: true });
  return Node;
}

const KEPT: Readonly<Record<string, NodeClass>> = {
  ConstantNode: nodeClass('ConstantNode', (value) => ({ value })),
  SymbolNode: nodeClass('SymbolNode', (name) => ({ name })),
  ParenthesisNode: nodeClass('ParenthesisNode', (content) => ({ content })),
  OperatorNode: nodeClass('OperatorNode', (op, fn, args, implicit) => ({ op, fn, args, implicit: implicit === true })),
  FunctionNode: nodeClass('FunctionNode', (fn, args) => ({ fn, args })),
};

/** Known to the parser and refused by us: their contents do not matter. */
const REFUSED = [
  'AccessorNode',
  'ArrayNode',
  'AssignmentNode',
  'BlockNode',
  'ConditionalNode',
  'FunctionAssignmentNode',
  'IndexNode',
  'ObjectNode',
  'RangeNode',
  'RelationalNode',
];

const build = createParse as unknown as (dependencies: Readonly<Record<string, unknown>>) => (text: string) => MathNode;

/** Parses an expression; throws a SyntaxError. */
export const parseMath = build({
  ...KEPT,
  ...Object.fromEntries(REFUSED.map((type) => [type, nodeClass(type, () => ({}))])),
  // Its dispatcher by types of arguments: we only ever pass text.
  typed: Object.assign((_: string, signatures: Readonly<Record<string, unknown>>) => signatures.string, {
    addConversion: () => undefined,
  }),
  numeric: (text: string) => Number(text),
  config: { number: 'number', numberFallback: 'number' },
});
