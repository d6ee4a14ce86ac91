/**
 * An expression as plain data: arithmetic over numbers and names. Names are parameters or units,
 * which only evaluation tells apart.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly op: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

/** The functions that an expression may call: this is the whole published list. */
export const FUNCTIONS = ['min', 'max', 'abs', 'sqrt', 'floor', 'ceil', 'round', 'exp', 'log'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export function isFunctionName(name: string): name is FunctionName {
  return (FUNCTIONS as readonly string[]).includes(name);
}

/** Words that the parser gives a meaning of its own, so that nothing can be called by them. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  'and',
  'end',
  'false',
  'in',
  'Infinity',
  'mod',
  'NaN',
  'not',
  'null',
  'or',
  'to',
  'true',
  'undefined',
  'xor',
  '__proto__',
]);

/** What a model may cost to read: a model can come from a stranger. */
export const EXPRESSION_LIMITS = { characters: 500, depth: 40, nodes: 1_000 } as const;

/** The names that an expression uses: parameters and units alike, not functions. */
export function namesIn(expression: Expression, into: Set<string> = new Set()): Set<string> {
  switch (expression.kind) {
    case 'number':
      break;
    case 'name':
      into.add(expression.name);
      break;
    case 'negate':
      namesIn(expression.of, into);
      break;
    case 'binary':
      namesIn(expression.left, into);
      namesIn(expression.right, into);
      break;
    case 'call':
      for (const argument of expression.args) namesIn(argument, into);
      break;
  }
  return into;
}
