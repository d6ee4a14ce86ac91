import { DISTRIBUTION_NAMES, type ParsedModel } from '../model/index.ts';
import { messages } from '../model/messages/index.ts';
import {
  describeDimension,
  type Dimension,
  evaluate,
  ExpressionError,
  expressionMessages,
  findUnit,
  isPlainZero,
  nearest,
  parseExpression,
  PLAIN,
  quote,
  type Quantity,
  sameDimension,
  siUnit,
  TIME,
  UNITS,
  writeQuantity,
} from '../units/index.ts';

/**
 * What a parameter is varied over: a list of values, a range in equal steps, or either as on the command line
 * (`3,4,6`, `10 s..5 min:8`). A value is a number or a text, as in `set`; where it uses other parameters, they are as
 * without the sweep. null: from where to where the model says that it may lie.
 */
export type Variation =
  null | string | readonly Value[] | { readonly from: Value; readonly to: Value; readonly steps?: number };
export type Value = number | string;

/** A parameter and all that it will be. */
export interface Axis {
  readonly name: string;
  /** SI numbers; the text of a distribution. */
  readonly values: readonly Value[];
  /** The SI unit as the language writes it; null where a value is a distribution. */
  readonly unit: string | null;
  /** Of a range: how finely it may be divided, and whether into whole numbers only. */
  readonly range: { readonly steps: number | null; readonly isWhole: boolean } | null;
}

/** The sweep itself makes no sense: one parameter's variation, or, with `parameter` null, all of them together. */
export class VaryError extends RangeError {
  override readonly name = 'VaryError';
  constructor(
    readonly parameter: string | null,
    /** Without saying whose it is. */
    readonly problem: string,
  ) {
    super(parameter === null ? problem : `vary.${parameter}: ${problem}`);
  }
}

export const MOST_POINTS = 1_000;
const DEFAULT_STEPS = 5;
/** Whole numbers of a parameter's own range that are all tried. */
const MOST_WHOLE = 13;
/** Of parameters in a message. */
const MOST_NAMES = 20;

/** @throws VaryError */
export function readAxis(base: ParsedModel, name: string, variation: Variation): Axis {
  if (!Object.hasOwn(base.parameters, name)) throw new VaryError(name, unknownParameter(base, name));
  const wish = variation === null ? ownRange(base, name) : readVariation(name, variation);
  const written = wish.kind === 'list' ? wish.values : [wish.from, wish.to];
  if (written.length > MOST_POINTS)
    throw new VaryError(name, `${written.length} values are too many: at most ${MOST_POINTS} points`);
  const quantities = written.map((text) => evaluateIn(base, name, text));
  const dimension = dimensionOf(base, name, written, quantities);
  const unit = dimension === null ? null : siUnit(dimension, base.currency);
  const values = quantities.map((quantity) => (typeof quantity === 'string' ? quantity : quantity.value));
  if (wish.kind === 'list') return { name, values: distinct(name, values, written), unit, range: null };
  const [from, to] = values;
  if (typeof from === 'string' || typeof to === 'string')
    throw new VaryError(
      name,
      "a range lies between two quantities, not between distributions: list them, as in 'exponential(1 " +
        "h),constant(1 h)'",
    );
  if (from === to)
    throw new VaryError(name, `the range begins where it ends: write '${wish.from}' alone, or another end`);
  const isWhole =
    unit === '' &&
    [from, to, base.parameters[name]].every(Number.isInteger) &&
    written.every((end) => !String(end).includes('%'));
  return {
    name,
    values: divide(from, to, (wish.steps ?? stepsOf(variation, to - from, isWhole)) - 1, isWhole),
    unit,
    range: { steps: wish.steps, isWhole },
  };
}

/** Of a range that does not say; of a parameter's own, all whole numbers where they are few. */
function stepsOf(variation: Variation, length: number, isWhole: boolean): number {
  return variation === null && isWhole && length < MOST_WHOLE ? length + 1 : DEFAULT_STEPS;
}

/** From where to where the model says that a parameter may lie. */
function ownRange({ parameters, parameterMeanings, parameterUnits }: ParsedModel, name: string): Wish {
  const { from = null, to = null } = Object.hasOwn(parameterMeanings, name) ? parameterMeanings[name] : {};
  const unit = parameterUnits[name];
  if (from !== null && to !== null)
    return { kind: 'range', from: settingOf(from, unit), to: settingOf(to, unit), steps: null };
  const value = typeof parameters[name] === 'string' ? null : settingOf(parameters[name], unit);
  throw new VaryError(
    name,
    `the model does not say from where to where it may lie: ${FORMS}` +
      (value === null ? '' : `; or say it there, as in '${name}: { value: ${value}, from: …, to: … }'`),
  );
}

/** A value as `set` takes it: the very same number is read from it. */
export function settingOf(value: Value, unit: string | null): Value {
  if (typeof value === 'string' || unit === '') return value;
  // Beside distributions, which are of times.
  if (unit === null) return `${value} s`;
  return unit.startsWith('1/') ? `${value}${unit.slice(1)}` : `${value} ${unit}`;
}

/** From one end to the other in equal steps; whole numbers each once. */
function divide(from: number, to: number, cells: number, isWhole: boolean): number[] {
  return [...new Set(Array.from({ length: cells + 1 }, (_, i) => between(from, to, i, cells, isWhole)))];
}

/**
 * The ends are exact; what lies between is rounded to the digits that a double has for sure: 0.3, and not
 * 0.30000000000000004.
 */
export function between(from: number, to: number, step: number, steps: number, isWhole: boolean): number {
  if (step === 0) return from;
  if (step === steps) return to;
  const value = from + ((to - from) * step) / steps;
  return isWhole ? Math.round(value) : Number(value.toPrecision(15));
}

type Wish =
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'range'; readonly from: Value; readonly to: Value; readonly steps: number | null };

const FORMS = "a range is written like '10 s..5 min' or '10 s..5 min:8', a list like '3,4,6'";

function readVariation(name: string, variation: Exclude<Variation, null>): Wish {
  if (typeof variation === 'string')
    return variation.includes('..') ? readRange(name, variation) : readList(name, variation);
  if (Array.isArray(variation)) return list(name, variation as readonly Value[]);
  const { from, to, steps } = variation as Exclude<Variation, null | string | readonly Value[]>;
  return { kind: 'range', ...withUnit(from, to), steps: steps === undefined ? null : readSteps(name, steps) };
}

function readRange(name: string, text: string): Wish {
  const [, from = '', to = '', steps] = /^(.*?)\.\.(.*?)(?::(.*))?$/s.exec(text) ?? [];
  if (splitList(text).length > 1) throw new VaryError(name, `this is a list and a range in one: ${FORMS}`);
  if (from.trim() === '' || to.trim() === '' || to.includes('..'))
    throw new VaryError(name, `a range has a beginning and an end: ${FORMS}`);
  return {
    kind: 'range',
    ...withUnit(from, to),
    steps: steps === undefined ? null : readSteps(name, /^\s*\d+\s*$/.test(steps) ? Number(steps) : steps),
  };
}

function readSteps(name: string, steps: unknown): number {
  if (typeof steps === 'number' && Number.isInteger(steps) && steps >= 2 && steps <= MOST_POINTS) return steps;
  throw new VaryError(
    name,
    `a range has from 2 to ${MOST_POINTS} values in equal steps, such as ':8', not '${String(steps)}'`,
  );
}

function readList(name: string, text: string): Wish {
  if (text.includes(':')) throw new VaryError(name, `':' belongs to a range: ${FORMS}`);
  const parts = splitList(text).map((part) => part.trim());
  if (parts.length > 1 && parts.includes('')) throw new VaryError(name, 'a value is missing before or after a comma');
  const last = parts.at(-1)!;
  return list(
    name,
    parts.map((part) => withUnit(part, last).from),
  );
}

function list(name: string, values: readonly Value[]): Wish {
  if (values.length === 0 || values[0] === '') throw new VaryError(name, `there is no value: ${FORMS}`);
  return { kind: 'list', values };
}

/** At commas that are in no parentheses: `exponential(1 h),uniform(1 h, 2 h)` are two. */
function splitList(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth <= 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;

/** `10..300 s` begins at 10 s: a unit behind the end serves a beginning that has none. */
function withUnit(from: Value, to: Value): { readonly from: Value; readonly to: Value } {
  const [first, last] = [String(from).trim(), String(to)];
  if (first === '' || first.replace(NUMBER, '') !== '' || !NUMBER.test(last)) return { from, to };
  const unit = last.replace(NUMBER, '').trim();
  return { from: /^(%|[A-Za-z][A-Za-z/]*)$/.test(unit) ? `${first} ${unit}` : from, to };
}

/** What a value comes to in the model; a distribution is its text. */
function evaluateIn(base: ParsedModel, name: string, text: Value): Quantity | string {
  try {
    if (typeof text === 'number') {
      if (!Number.isFinite(text)) throw new ExpressionError(messages.notFinite(String(text)));
      return { value: text, dimension: PLAIN };
    }
    const expression = parseExpression(text, DISTRIBUTION_NAMES);
    if (expression.kind === 'call' && DISTRIBUTION_NAMES.includes(expression.name)) return text.trim();
    if (expression.kind === 'name' && typeof base.parameters[expression.name] === 'string') return text.trim();
    return evaluate(expression, (word) => lookUp(base, word), text);
  } catch (error) {
    if (error instanceof ExpressionError) throw new VaryError(name, error.problem.message);
    throw error;
  }
}

function lookUp(base: ParsedModel, word: string): Quantity {
  const unit = findUnit(word, base.currency);
  if (unit !== undefined) return unit;
  if (!Object.hasOwn(base.parameters, word)) {
    throw new ExpressionError(
      expressionMessages.unknownName(
        word,
        nearest(word, [...UNITS.keys(), base.currency, ...Object.keys(base.parameters)]),
      ),
    );
  }
  const value = base.parameters[word];
  if (typeof value === 'string') throw new ExpressionError(messages.parameterIsDistribution(word));
  return { value, dimension: declaredDimension(base, word) };
}

/** Of a parameter as the model has it; a distribution is one of times. */
function declaredDimension({ parameterUnits, currency }: ParsedModel, name: string): Dimension {
  const unit = parameterUnits[name];
  if (unit === null) return TIME;
  return unit === '' ? PLAIN : evaluate(parseExpression(unit), (word) => findUnit(word, currency)!).dimension;
}

/** What all values are quantities of, which is what the parameter is; null where one is a distribution. */
function dimensionOf(
  base: ParsedModel,
  name: string,
  written: readonly Value[],
  quantities: readonly (Quantity | string)[],
): Dimension | null {
  const declared = base.parameters[name];
  // A plain 0 is nothing of anything.
  const isOpen = declared === 0 && base.parameterUnits[name] === '';
  const first = quantities.find((each): each is Quantity => typeof each !== 'string' && !isPlainZero(each));
  const wanted = isOpen ? (first?.dimension ?? PLAIN) : declaredDimension(base, name);
  quantities.forEach((each, i) => {
    if (typeof each !== 'string' && !isPlainZero(each) && !sameDimension(each.dimension, wanted)) {
      throw new VaryError(name, mismatch(base, name, wanted, written[i], each));
    }
  });
  return quantities.some((each) => typeof each === 'string') ? null : wanted;
}

function mismatch(
  { parameters, currency }: ParsedModel,
  name: string,
  wanted: Dimension,
  written: Value,
  given: Quantity,
): string {
  const declared = parameters[name];
  const is =
    typeof declared === 'string' ? 'a distribution' : writeQuantity({ value: declared, dimension: wanted }, currency);
  const isPlain = sameDimension(given.dimension, PLAIN);
  const unit = /^[\d.]+ ([A-Za-z/]+)$/.exec(is)?.[1] ?? siUnit(wanted, currency);
  const got = isPlain
    ? `the plain number ${given.value}`
    : `${quote(String(written).trim())}, ${describeDimension(given.dimension)}`;
  return messages.setDimension(
    name,
    `${describeDimension(wanted)} (${is})`,
    got,
    isPlain && unit !== '' ? `${given.value} ${unit}` : null,
  ).message;
}

function distinct(name: string, values: readonly Value[], written: readonly Value[]): readonly Value[] {
  values.forEach((value, i) => {
    const before = values.indexOf(value);
    if (before === i) return;
    const same = written[i] === written[before] ? '' : `, as '${written[before]}'`;
    throw new VaryError(name, `'${written[i]}' is there twice${same}: list each value once`);
  });
  return values;
}

/** Of a parameter that the model does not have. */
function unknownParameter({ parameters }: ParsedModel, name: string): string {
  const names = Object.keys(parameters);
  if (names.length === 0)
    return (
      "the model has no parameters: give a value a name under 'parameters:', write the name in its place, and " +
      'vary that'
    );
  const known = names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')}, …` : names.join(', ');
  const { message, suggestion } = messages.unknownParameter(name, nearest(name, names));
  return suggestion === null ? `${message}: there are ${known}` : message;
}
