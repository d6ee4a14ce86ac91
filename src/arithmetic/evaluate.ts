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
import { ARITHMETIC, ArithmeticFault, type ArithmeticName, type Operand } from './functions.ts';
import { decimalShare, type Share, shareOf } from './share.ts';

const NAMES = Object.keys(ARITHMETIC) as ArithmeticName[];
const KNOWN: readonly string[] = [...NAMES, ...FUNCTIONS];
const CALL = /(?<![\w.])([A-Za-z_]\w*)\s*\(/g;
const NINES = /(?<![\w.])(\d+(?:\.\d+)?)\s*nines?(?![\w(])/g;
/** `downtime 52.6 min/year`, and the same without the word. */
const DOWNTIME = /^\s*(?:downtime\s+(?!\()(.+)|([^()%]+\/\s*(?:year|quarter|month|week|day))\s*)$/;
/** A decimal of more digits than a number holds, as it may stand for a share. */
const LONG_DECIMAL = /(?<![\w.])(\d*\.\d{13,})\s*(%?)(?![\w.])/g;
const QUARTER: Quantity = { value: SECONDS_PER_YEAR / 4, dimension: TIME };

/**
 * The availability that an expression comes to, in [0, 1]: `series(99.9%, parallel(99.95%, 2))`, `3.5 nines`,
 * `availability(30 days, 4 h)`, `52.6 min/year`, or plain arithmetic on shares.
 * With the unavailability, which has digits of its own where the availability is next to 1.
 * @throws ExpressionError
 */
export function evaluateShare(text: string): Share {
  if (text.length > EXPRESSION_LIMITS.characters) {
    throw new ExpressionError(expressionMessages.tooLong(text.length, EXPRESSION_LIMITS.characters));
  }
  const [, worded, bare] = DOWNTIME.exec(text) ?? [];
  const downtime = worded ?? bare;
  const prepared = (downtime === undefined ? text : `downtime(${downtime})`).replace(NINES, 'nines($1)');
  const { value, down, dimension } = reduce(prepared, 0);
  if (!sameDimension(dimension, PLAIN)) throw fault(`${quote(text)} is not an availability`);
  if (value >= 0 && value <= 1) return { up: value, down: Math.min(1, Math.max(0, down)) };
  const meant = value > 1 && value <= 100 && /^[\d.\s]+$/.test(text) ? `${text.trim()}%` : null;
  throw fault(`${quote(text)} is not an availability, which lies between 0 and 100%`, meant);
}

/**
 * The expression reader of the language calls functions of numbers only. The calls of this arithmetic are therefore
 * taken out of the text from the inside, each replaced by a name for its value.
 */
function reduce(text: string, depth: number): Operand {
  if (depth > EXPRESSION_LIMITS.depth) throw new ExpressionError(expressionMessages.tooDeep(EXPRESSION_LIMITS.depth));
  const values: Operand[] = [];
  const named = ({ up, down }: Share) => ` result${values.push({ value: up, down, dimension: PLAIN })} `;
  let rest = '';
  let position = 0;
  for (const match of text.matchAll(CALL)) {
    const name = match[1];
    if (match.index < position || FUNCTIONS.some((each) => each === name)) continue;
    if (!isArithmetic(name))
      throw new ExpressionError(expressionMessages.unknownFunction(name, KNOWN, nearest(name, KNOWN)));
    const open = match.index + match[0].length;
    const { args, end } = argumentsFrom(text, open);
    rest += text.slice(position, match.index) + named(compute(name, args, depth));
    position = end;
  }
  rest += text.slice(position);
  rest = rest.replace(LONG_DECIMAL, (written, digits: string, percent: string) => {
    const share = decimalShare(digits, percent === '' ? 0 : 2);
    return share === null ? written : named(share);
  });
  const expression = parseExpression(rest);
  const find = (name: string) => lookup(name, values);
  // This one finds whatever is wrong.
  const { value, dimension } = evaluate(expression, find, text);
  const share = shareOf(expression, (name) => ofOperand(find(name)));
  return Number.isFinite(share.up) && Number.isFinite(share.down)
    ? { value: share.up, down: share.down, dimension }
    : { value, down: 1 - value, dimension };
}

function ofOperand({ value, down }: Operand): Share {
  return { up: value, down };
}

function compute(name: ArithmeticName, args: readonly string[], depth: number): Share {
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

function lookup(name: string, values: readonly Operand[]): Operand {
  const result = /^result(\d+)$/.exec(name);
  const unit = name === 'quarter' ? QUARTER : findUnit(name, 'USD');
  const found = result === null ? unit && { ...unit, down: 1 - unit.value } : values[Number(result[1]) - 1];
  if (found !== undefined) return found;
  throw new ExpressionError(expressionMessages.unknownName(name, nearest(name, [...UNITS.keys(), ...NAMES])));
}

function isArithmetic(name: string): name is ArithmeticName {
  return Object.hasOwn(ARITHMETIC, name);
}

function fault(message: string, suggestion: string | null = null): ExpressionError {
  const problem: Problem = {
    message: suggestion === null ? message : `${message}: did you mean '${suggestion}'?`,
    suggestion,
  };
  return new ExpressionError(problem);
}
