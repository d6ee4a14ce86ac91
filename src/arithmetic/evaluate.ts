import {
  evaluate,
  EXPRESSION_LIMITS,
  ExpressionError,
  expressionMessages,
  findUnit,
  FUNCTIONS,
  nearest,
  parseExpression,
  PLAIN,
  type Problem,
  type Quantity,
  quote,
  sameDimension,
  SECONDS_PER_YEAR,
  TIME,
  UNITS,
} from '../units/index.ts';
import { ARITHMETIC, ArithmeticFault, type ArithmeticName } from './functions.ts';

const NAMES = Object.keys(ARITHMETIC) as ArithmeticName[];
const KNOWN: readonly string[] = [...NAMES, ...FUNCTIONS];
const CALL = /(?<![\w.])([A-Za-z_]\w*)\s*\(/g;
const NINES = /(?<![\w.])(\d+(?:\.\d+)?)\s*nines?(?![\w(])/g;
/** `downtime 52.6 min/year`, and the same without the word. */
const DOWNTIME = /^\s*(?:downtime\s+(?!\()(.+)|([^()%]+\/\s*(?:year|quarter|month|week|day))\s*)$/;
const QUARTER: Quantity = { value: SECONDS_PER_YEAR / 4, dimension: TIME };

/**
 * The availability that an expression comes to, in [0, 1]: `series(99.9%, parallel(99.95%, 2))`, `3.5 nines`,
 * `availability(30 days, 4 h)`, `52.6 min/year`, or plain arithmetic on shares.
 * @throws ExpressionError
 */
export function evaluateAvailability(text: string): number {
  if (text.length > EXPRESSION_LIMITS.characters) {
    throw new ExpressionError(expressionMessages.tooLong(text.length, EXPRESSION_LIMITS.characters));
  }
  const [, worded, bare] = DOWNTIME.exec(text) ?? [];
  const downtime = worded ?? bare;
  const prepared = (downtime === undefined ? text : `downtime(${downtime})`).replace(NINES, 'nines($1)');
  const { value, dimension } = reduce(prepared, 0);
  if (!sameDimension(dimension, PLAIN)) throw fault(`${quote(text)} is not an availability`);
  if (value >= 0 && value <= 1) return value;
  const meant = value > 1 && value <= 100 && /^[\d.\s]+$/.test(text) ? `${text.trim()}%` : null;
  throw fault(`${quote(text)} is not an availability, which lies between 0 and 100%`, meant);
}

/**
 * The expression reader of the language calls functions of numbers only. The calls of this arithmetic are therefore
 * taken out of the text from the inside, each replaced by a name for its value.
 */
function reduce(text: string, depth: number): Quantity {
  if (depth > EXPRESSION_LIMITS.depth) throw new ExpressionError(expressionMessages.tooDeep(EXPRESSION_LIMITS.depth));
  const values: Quantity[] = [];
  let rest = '';
  let position = 0;
  for (const match of text.matchAll(CALL)) {
    const name = match[1];
    if (match.index < position || FUNCTIONS.some((each) => each === name)) continue;
    if (!isArithmetic(name)) throw new ExpressionError(expressionMessages.unknownFunction(name, KNOWN, nearest(name, KNOWN)));
    const open = match.index + match[0].length;
    const { args, end } = argumentsFrom(text, open);
    const value = compute(name, args, depth);
    rest += `${text.slice(position, match.index)} result${values.push({ value, dimension: PLAIN })} `;
    position = end;
  }
  rest += text.slice(position);
  return evaluate(parseExpression(rest), (name) => lookup(name, values), text);
}

function compute(name: ArithmeticName, args: readonly string[], depth: number): number {
  const read = args.map((text) => ({ ...reduce(text, depth + 1), text }));
  try {
    if (read.length === 0) throw new ArithmeticFault();
    return ARITHMETIC[name].compute(read);
  } catch (error) {
    if (!(error instanceof ArithmeticFault)) throw error;
    throw fault(`'${name}' is written ${ARITHMETIC[name].signature}, got ${quote(`${name}(${args.join(',')})`)}`);
  }
}

/** The arguments of a call, split at its own commas, and where it ends. */
function argumentsFrom(text: string, open: number): { args: string[]; end: number } {
  const args: string[] = [];
  let depth = 0;
  let start = open;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ',' && depth === 0) {
      args.push(text.slice(start, i));
      start = i + 1;
    }
    if (text[i] === ')' && depth-- === 0) {
      const last = text.slice(start, i);
      return { args: args.length === 0 && last.trim() === '' ? [] : [...args, last], end: i + 1 };
    }
  }
  throw new ExpressionError(expressionMessages.unclosed(text));
}

function lookup(name: string, values: readonly Quantity[]): Quantity {
  const result = /^result(\d+)$/.exec(name);
  const found = result === null ? (name === 'quarter' ? QUARTER : findUnit(name, 'USD')) : values[Number(result[1]) - 1];
  if (found !== undefined) return found;
  throw new ExpressionError(expressionMessages.unknownName(name, nearest(name, [...UNITS.keys(), ...NAMES])));
}

function isArithmetic(name: string): name is ArithmeticName {
  return Object.hasOwn(ARITHMETIC, name);
}

function fault(message: string, suggestion: string | null = null): ExpressionError {
  const problem: Problem = { message: suggestion === null ? message : `${message}: did you mean '${suggestion}'?`, suggestion };
  return new ExpressionError(problem);
}
