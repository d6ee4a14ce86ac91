import { describeDimension, type Dimension } from './dimension.ts';
import { problem, quote } from './problem.ts';

/** Everything that can be wrong with an expression by itself. */
export const expressionWords = {
  empty: () => problem('an expression is missing here'),
  tooLong: (length: number, limit: number) =>
    problem(`an expression of ${length} characters is too long (at most ${limit})`),
  tooDeep: (limit: number) => problem(`parentheses are nested too deeply (at most ${limit})`),
  tooLarge: (limit: number) => problem(`an expression has too many parts (at most ${limit})`),
  tooMany: (limit: number) => problem(`the model has too many different expressions (at most ${limit})`),
  unclosed: (text: string) => problem(`a parenthesis is not closed in ${quote(text)}`),
  unopened: (text: string) => problem(`a ')' without its '(' in ${quote(text)}`),
  character: (character: string) =>
    problem(
      `${quote(character)} cannot stand in an expression: there are numbers, units, parameters, + - * / ^ ( ) ` +
        'and a few functions',
    ),
  percent: () => problem("'%' must follow a number, as in '99.95%'; there is no remainder operator"),
  syntax: (text: string) => problem(`${quote(text)} is not an expression that can be read`),
  thousands: (text: string, suggestion: string) => ({
    message: `${quote(text)}: numbers have no commas in them: write '${suggestion}'`,
    suggestion,
  }),
  notArithmetic: (what: string) =>
    problem(`${what} cannot stand in an expression, which is arithmetic and nothing else`),
  juxtaposed: (suggestion: string | null) =>
    suggestion === null
      ? problem("two quantities stand side by side: write an operator between them, as in '2 h + 30 min'")
      : { message: `two quantities stand side by side: write '${suggestion}'`, suggestion },
  unknownFunction: (name: string, known: readonly string[], suggestion: string | null) =>
    problem(`unknown function '${name}' (there are ${known.join(', ')})`, suggestion),
  notAFunction: (name: string) => problem(`'${name}' is not a function: write an operator before the parenthesis`),
  missingCall: (name: string) => problem(`'${name}' is a function: its values follow in parentheses`),
  nestedDistribution: (name: string) =>
    problem(`a distribution is a whole value by itself: '${name}(…)' cannot be part of an expression`),
  argumentCount: (name: string, wants: string, got: number) => problem(`'${name}' takes ${wants}, got ${got}`),
  unknownName: (name: string, suggestion: string | null) => problem(`unknown unit or parameter '${name}'`, suggestion),
  otherCurrency: (name: string, currency: string) => ({
    message: `unknown unit '${name}': this model reckons in ${currency}; convert the amount, or change 'currency'`,
    suggestion: null,
  }),
  mismatch: (verb: string, left: Dimension, right: Dimension) =>
    problem(`cannot ${verb} ${describeDimension(left)} and ${describeDimension(right)}`),
  needsPlain: (what: string, got: Dimension) => problem(`${what} needs a plain number, got ${describeDimension(got)}`),
  notFinite: (text: string) => problem(`${quote(text)} is not a finite number`),
};
