import { ExpressionError } from './error.ts';
import { evaluate } from './evaluate.ts';
import { expressionMessages } from './messages.ts';
import { nearest } from './nearest.ts';
import { parseExpression } from './parse.ts';
import type { Quantity } from './quantity.ts';
import { findUnit, UNITS } from './table.ts';

/** A quantity without any parameters in it, in SI units. @throws ExpressionError */
export function readQuantity(text: string, currency: string): Quantity {
  return evaluate(parseExpression(text), (name) => {
    const unit = findUnit(name, currency);
    if (unit !== undefined) return unit;
    throw new ExpressionError(expressionMessages.unknownName(name, nearest(name, [...UNITS.keys(), currency])));
  });
}
