import type { Distribution } from '../../random/distribution.ts';
import {
  evaluate,
  ExpressionError,
  expressionMessages,
  findUnit,
  FUNCTIONS,
  isCurrencyCode,
  UNIT_SLIPS,
  UNITS,
  type Expression,
  type Parse,
  type Quantity,
} from '../../units/index.ts';
import { messages } from '../messages/index.ts';
import { DISTRIBUTION_NAMES } from '../language/distributions.ts';
import { buildDistribution } from './distributions.ts';

/** What an expression can come to. */
export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'distribution'; readonly distribution: Distribution };

/** Thrown where an expression uses a parameter that is itself wrong: that has been reported already. */
export class AlreadyReported extends Error {}

/** Finds a parameter's value by its name, or undefined where there is none; may throw `AlreadyReported`. */
type ParameterLookup = (name: string) => Value | undefined;

/** How many different expressions a model may have: reading each takes time, and a model can come from a stranger. */
const MAX_EXPRESSIONS = 5_000;

/** What names mean inside a model's expressions: its currency, the units, its parameters. */
export class Scope {
  readonly #parsed = new Map<string, Expression>();

  constructor(
    readonly currency: string,
    private readonly parameter: ParameterLookup,
    /** The nearest word among the parameters and some others. */
    private readonly nearest: (word: string, others: readonly string[]) => string | null,
    private readonly parse: Parse,
  ) {}

  /** The value of an expression's text. Throws an `ExpressionError`, or `AlreadyReported`. */
  evaluate(text: string): Value {
    const expression = this.#parse(text);
    if (expression.kind === 'name') {
      const value = this.parameter(expression.name);
      if (value !== undefined) return value;
    }
    const lookup = (name: string) => this.#lookup(name);
    if (expression.kind === 'call' && DISTRIBUTION_NAMES.includes(expression.name)) {
      const args = expression.args.map((argument) => evaluate(argument, lookup, text));
      return { kind: 'distribution', distribution: buildDistribution(expression.name, args) };
    }
    return { kind: 'quantity', quantity: evaluate(expression, lookup, text) };
  }

  #parse(text: string): Expression {
    let expression = this.#parsed.get(text);
    if (expression === undefined) {
      if (this.#parsed.size >= MAX_EXPRESSIONS) throw new ExpressionError(expressionMessages.tooMany(MAX_EXPRESSIONS));
      expression = this.parse(text, DISTRIBUTION_NAMES);
      this.#parsed.set(text, expression);
    }
    return expression;
  }

  #lookup(name: string): Quantity {
    const value = this.parameter(name);
    if (value?.kind === 'quantity') return value.quantity;
    if (value?.kind === 'distribution') throw new ExpressionError(messages.parameterIsDistribution(name));
    const unit = findUnit(name, this.currency);
    if (unit !== undefined) return unit;
    const parameter = this.nearest(name, []);
    if (isCurrencyCode(name) && parameter === null) {
      throw new ExpressionError(expressionMessages.otherCurrency(name, this.currency));
    }
    const suggestion = UNIT_SLIPS.get(name) ?? parameter ?? this.nearest(name, [...UNITS.keys(), this.currency]);
    throw new ExpressionError(expressionMessages.unknownName(name, suggestion));
  }
}

/** Names that already mean something in every expression. */
export function isTakenName(name: string): boolean {
  return (FUNCTIONS as readonly string[]).includes(name) || DISTRIBUTION_NAMES.includes(name);
}
