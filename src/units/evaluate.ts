import { combine, PLAIN, raise, sameDimension, type Dimension } from './dimension.ts';
import { ExpressionError } from './error.ts';
import { expressionMessages } from './messages.ts';
import type { Quantity } from './quantity.ts';
import { isFunctionName, type Expression, type FunctionName } from './syntax.ts';

/** Gives a name its value, or throws an `ExpressionError`. */
type Lookup = (name: string) => Quantity;

/** The value of an expression; every step of it is finite and its dimensions fit, or an `ExpressionError` is thrown. */
export function evaluate(expression: Expression, lookup: Lookup, text = ''): Quantity {
  const result = step(expression, lookup, text);
  // −0 is 0 to everybody but `Object.is`.
  const value = result.value === 0 ? 0 : result.value;
  if (!Number.isFinite(value)) throw new ExpressionError(expressionMessages.notFinite(text));
  return { value, dimension: result.dimension };
}

function step(expression: Expression, lookup: Lookup, text: string): Quantity {
  switch (expression.kind) {
    case 'number':
      return plain(expression.value);
    case 'name':
      if (isFunctionName(expression.name) && expression.name !== 'min') {
        throw new ExpressionError(expressionMessages.missingCall(expression.name));
      }
      return lookup(expression.name);
    case 'negate': {
      const { value, dimension } = evaluate(expression.of, lookup, text);
      return { value: -value, dimension };
    }
    case 'binary':
      return binary(expression.op, evaluate(expression.left, lookup, text), evaluate(expression.right, lookup, text));
    case 'call':
      return call(
        expression.name,
        expression.args.map((argument) => evaluate(argument, lookup, text)),
      );
  }
}

function binary(op: '+' | '-' | '*' | '/' | '^', a: Quantity, b: Quantity): Quantity {
  switch (op) {
    case '+':
      return { value: a.value + b.value, dimension: common(a, b, 'add') };
    case '-':
      return { value: a.value - b.value, dimension: common(a, b, 'subtract') };
    case '*':
      return { value: a.value * b.value, dimension: combine(a.dimension, b.dimension, 1) };
    case '/':
      return { value: a.value / b.value, dimension: combine(a.dimension, b.dimension, -1) };
    case '^':
      requirePlain('an exponent', b);
      return { value: a.value ** b.value, dimension: raise(a.dimension, b.value) };
  }
}

function call(name: string, args: readonly Quantity[]): Quantity {
  if (!isFunctionName(name)) throw new ExpressionError(expressionMessages.nestedDistribution(name));
  if (name === 'min' || name === 'max') {
    if (args.length < 2)
      throw new ExpressionError(expressionMessages.argumentCount(name, 'two or more values', args.length));
    const { dimension } = args.reduce((a, b) => ({
      value: a.value === 0 ? b.value : a.value,
      dimension: common(a, b, 'compare'),
    }));
    return { value: Math[name](...args.map((a) => a.value)), dimension };
  }
  if (args.length !== 1) throw new ExpressionError(expressionMessages.argumentCount(name, 'one value', args.length));
  return single(name, args[0]);
}

function single(name: Exclude<FunctionName, 'min' | 'max'>, a: Quantity): Quantity {
  if (name === 'abs') return { value: Math.abs(a.value), dimension: a.dimension };
  if (name === 'sqrt') return { value: Math.sqrt(a.value), dimension: raise(a.dimension, 0.5) };
  requirePlain(`'${name}'`, a);
  return plain(Math[name](a.value));
}

/** The dimension that two terms share. A plain 0 is nothing of anything, and fits everywhere. */
function common(a: Quantity, b: Quantity, verb: string): Dimension {
  if (sameDimension(a.dimension, b.dimension)) return a.dimension;
  if (isPlainZero(a)) return b.dimension;
  if (isPlainZero(b)) return a.dimension;
  throw new ExpressionError(expressionMessages.mismatch(verb, a.dimension, b.dimension));
}

/** A 0 without unit, which may stand for no time, no data and no money alike. */
export function isPlainZero(a: Quantity): boolean {
  return a.value === 0 && sameDimension(a.dimension, PLAIN);
}

function requirePlain(what: string, a: Quantity): void {
  if (!sameDimension(a.dimension, PLAIN)) throw new ExpressionError(expressionMessages.needsPlain(what, a.dimension));
}

function plain(value: number): Quantity {
  return { value, dimension: PLAIN };
}
