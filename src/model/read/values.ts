import type { Advice } from '../advice.ts';
import type { Distribution } from '../../random/distribution.ts';
import { mean } from '../../random/moments.ts';
import {
  DATA,
  DATA_PRICE,
  DATA_RATE,
  ExpressionError,
  FREQUENCY,
  isPlainZero,
  MONEY,
  MONEY_RATE,
  PLAIN,
  quote,
  sameDimension,
  SECONDS_PER_YEAR,
  STORAGE_PRICE,
  TIME,
  type Dimension,
  type Problem,
  type Quantity,
} from '../../units/index.ts';
import type { Kind, Measure, NumericKind } from '../language/kinds.ts';
import { describeQuantity, describeValue, messages } from '../messages/index.ts';
import { bareTime } from '../scope/distributions.ts';
import { AlreadyReported, type Scope, type Value } from '../scope/scope.ts';
import type { ScalarSource } from '../tree.ts';

/** A value that does not fit; `null` where that has been said already. */
export class Misfit extends Error {
  constructor(readonly problem: Problem | null) {
    super(problem?.message);
  }
}

const MEASURES: Readonly<Record<Measure, Dimension>> = {
  data: DATA,
  'data rate': DATA_RATE,
  'price of data': DATA_PRICE,
  'price of storage': STORAGE_PRICE,
  'chance per time': FREQUENCY,
};

/** The value of a scalar where a kind of number is needed, in SI units; throws a `Misfit`. */
export function readNumber(
  kind: NumericKind,
  source: ScalarSource,
  scope: Scope,
  advice: Advice,
): number | Distribution {
  try {
    return readPlainly(kind, source, scope);
  } catch (error) {
    if (!(error instanceof Misfit) || error.problem === null || typeof source.value !== 'string') throw error;
    const { currency } = scope;
    throw new Misfit(
      (kind.type === 'integer' ? advice.spare(source.value) : null) ??
        advice.notation(source.value, kind, currency, (text) => reads(text, kind, source, scope)) ??
        error.problem,
    );
  }
}

/** Whether another text would do in this place. */
function reads(text: string, kind: NumericKind, { at }: ScalarSource, scope: Scope): boolean {
  try {
    readPlainly(kind, { type: 'scalar', at, text, value: /^\d+(\.\d+)?$/.test(text) ? Number(text) : text }, scope);
    return true;
  } catch (error) {
    if (error instanceof Misfit) return false;
    throw error;
  }
}

function readPlainly(kind: NumericKind, source: ScalarSource, scope: Scope): number | Distribution {
  const value = evaluate(kind, source, scope);
  if (kind.type === 'draw') return readDraw(kind, value, source);
  if (value.kind === 'distribution')
    throw new Misfit(mismatch(kind, scope.currency, `the distribution ${quote(source.text)}`, null));
  const { quantity } = value;
  const got = describe(source, quantity);
  switch (kind.type) {
    case 'duration':
      return readTime(quantity, source);
    case 'rate':
      requireDimension(kind, MONEY_RATE, quantity, source, scope.currency);
      if (quantity.value < 0) throw new Misfit(messages.negative(quote(source.text)));
      return quantity.value;
    case 'measure':
      requireDimension(kind, MEASURES[kind.of], quantity, source, scope.currency);
      if (quantity.value < 0) throw new Misfit(messages.negative(quote(source.text)));
      return quantity.value;
    case 'share':
      requireDimension(kind, PLAIN, quantity, source, scope.currency);
      return inside(kind, quantity.value, source);
    case 'integer': {
      requireDimension(kind, PLAIN, quantity, source, scope.currency);
      return whole(quantity.value, kind.min) ?? complain(messages.needsInteger(kind.min, got));
    }
    case 'years': {
      const years = sameDimension(quantity.dimension, TIME) ? quantity.value / SECONDS_PER_YEAR : quantity.value;
      if (!sameDimension(quantity.dimension, TIME)) requireDimension(kind, PLAIN, quantity, source, scope.currency);
      return whole(years, 1) ?? complain(messages.needsYears(quote(source.text)));
    }
  }
}

function evaluate(kind: NumericKind, source: ScalarSource, scope: Scope): Value {
  const { value } = source;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Misfit(messages.notFinite(source.text));
    return { kind: 'quantity', quantity: { value, dimension: PLAIN } };
  }
  if (typeof value !== 'string') throw new Misfit(mismatch(kind, scope.currency, describeValue(value), null));
  try {
    return scope.evaluate(value);
  } catch (error) {
    if (error instanceof ExpressionError) throw new Misfit(error.problem);
    if (error instanceof AlreadyReported) throw new Misfit(null);
    throw error;
  }
}

function readDraw(kind: Extract<Kind, { type: 'draw' }>, value: Value, source: ScalarSource): Distribution {
  const drawn =
    value.kind === 'distribution' ? value.distribution : bareTime(readTime(value.quantity, source), kind.bare);
  if (kind.positiveMean && !(mean(drawn) > 0)) throw new Misfit(messages.zeroMean());
  return drawn;
}

function readTime(quantity: Quantity, source: ScalarSource): number {
  if (isPlainZero(quantity)) return 0;
  if (!sameDimension(quantity.dimension, TIME)) {
    throw new Misfit(
      messages.needsTime(describe(source, quantity), typeof source.value === 'number' ? source.value : null),
    );
  }
  if (quantity.value < 0) throw new Misfit(messages.negativeTime(quote(source.text)));
  return quantity.value;
}

function inside({ open, above }: Extract<Kind, { type: 'share' }>, value: number, source: ScalarSource): number {
  if (above === true && value > 0) return value;
  if (above === true) throw new Misfit(messages.notAMultiple(quote(source.text)));
  if (value > 0 && value < 1) return value;
  if (!open && (value === 0 || value === 1)) return value;
  const percent = value > 1 && value <= 100 && typeof source.value === 'number' ? `${value}%` : null;
  throw new Misfit(
    open ? messages.notAnOpenShare(quote(source.text), percent) : messages.notAShare(quote(source.text), percent),
  );
}

/** The whole number that `value` is, but for the rounding of arithmetic; null where it is none or too small. */
function whole(value: number, min: number): number | null {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) <= 1e-9 && rounded >= min && Number.isSafeInteger(rounded) ? rounded : null;
}

function requireDimension(
  kind: NumericKind,
  wanted: Dimension,
  quantity: Quantity,
  source: ScalarSource,
  currency: string,
): void {
  if (sameDimension(quantity.dimension, wanted) || isPlainZero(quantity)) return;
  throw new Misfit(mismatch(kind, currency, describe(source, quantity), quantity));
}

/** What is needed, said by what was found. */
function mismatch(kind: NumericKind, currency: string, got: string, quantity: Quantity | null): Problem {
  switch (kind.type) {
    case 'duration':
    case 'draw':
      return messages.needsTime(got, null);
    case 'rate': {
      const money =
        quantity !== null && (sameDimension(quantity.dimension, MONEY) || sameDimension(quantity.dimension, PLAIN));
      return messages.needsRate(currency, got, money ? `${quantity.value} ${currency}/${kind.per}` : null);
    }
    case 'measure': {
      const plain = quantity !== null && sameDimension(quantity.dimension, PLAIN) ? quantity.value : null;
      return messages.needsMeasure(kind.of, currency, got, plain);
    }
    case 'share':
      return messages.needsShare(got);
    case 'integer':
      return messages.needsInteger(kind.min, got);
    case 'years':
      return messages.needsYears(got);
  }
}

function describe(source: ScalarSource, { value, dimension }: Quantity): string {
  const described = describeQuantity(value, dimension);
  return typeof source.value === 'number' ? described : `${quote(source.text)}, ${described}`;
}

function complain(problem: Problem): never {
  throw new Misfit(problem);
}
