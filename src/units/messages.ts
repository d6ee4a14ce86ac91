import { describeDimension, type Dimension } from './dimension.ts';

/** What is wrong, for people, without saying where; and the nearest right thing, ready to be typed. */
export interface Problem {
  readonly message: string;
  readonly suggestion: string | null;
}

/** A problem whose message asks whether the nearest right word was meant. */
export function problem(message: string, suggestion: string | null = null): Problem {
  return { message: suggestion === null ? message : `${message}: did you mean '${suggestion}'?`, suggestion };
}

/**
 * Controls and marks of direction, which could hide or reorder what stands around them; the joiners that emoji are made
 * with are none.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The same text with what cannot be seen spelt out: `\\u202e`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** Long or multi-line text would drown the message that quotes it. */
export function quote(text: string): string {
  const flat = visible(text.replace(/\s+/g, ' '));
  return `'${flat.length > 60 ? `${flat.slice(0, 57)}…` : flat}'`;
}

/** Everything that can be wrong with an expression by itself. */
export const expressionMessages = {
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
