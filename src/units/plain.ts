import { shareOfPercent } from './percent.ts';
import { type Expression, RESERVED_WORDS } from './syntax.ts';
import { isCurrencyCode, UNITS } from './table.ts';

/**
 * Reads an expression into plain data. `topLevel` names functions that may be called too, but only as the whole
 * expression (distributions).
 * @throws ExpressionError
 */
export type Parse = (text: string, topLevel: readonly string[]) => Expression;

/** Longer texts are not plain. */
const MAX_PLAIN = 60;
const CALL = /^\s*([a-z]+)\(([^()]*)\)\s*$/;
const AMOUNT = /^\s*(\d+(?:\.\d+)?)(?:\s*(%)|\s*([A-Za-z]+))?((?:\/[A-Za-z]+)*)\s*$/;
const NAME = /^\s*([A-Za-z_]\w*)\s*$/;

/**
 * Most values are `30 s`, `6`, `99.9%`, `0.08 USD/GB/month`, `zone_mtbf` or a distribution of such: those need no
 * parser. Null for anything else; a test compares it with the parser.
 */
export function parsePlain(text: string, topLevel: readonly string[]): Expression | null {
  if (text.length > MAX_PLAIN) return null;
  const [, name, args] = CALL.exec(text) ?? [];
  if (name === undefined) return parseAtom(text);
  if (!topLevel.includes(name)) return null;
  const read = args.split(',').map(parseAtom);
  return read.some((each) => each === null) ? null : { kind: 'call', name, args: read as Expression[] };
}

function parseAtom(text: string): Expression | null {
  const word = NAME.exec(text)?.[1];
  if (word !== undefined) return RESERVED_WORDS.has(word) ? null : named(word);
  const [, number, percent, unit, per = ''] = AMOUNT.exec(text) ?? [];
  if (number === undefined) return null;
  const units = per.split('/').slice(1);
  if (![...(unit === undefined ? [] : [unit]), ...units].every((each) => UNITS.has(each) || isCurrencyCode(each)))
    return null;
  const value: Expression = {
    kind: 'number',
    value: Number(percent === undefined ? number : shareOfPercent(number)),
  };
  return units.reduce<Expression>(
    (left, each) => ({ kind: 'binary', op: '/', left, right: named(each) }),
    unit === undefined ? value : { kind: 'binary', op: '*', left: value, right: named(unit) },
  );
}

function named(name: string): Expression {
  return { kind: 'name', name };
}
