import type { Value } from './act.ts';
import { entriesOf, isList } from './plain.ts';

/** How a value is to be written: in braces, and as JSON has it. */
interface Style {
  readonly flow: boolean;
  readonly json: boolean;
  /** The quotes that stood there. */
  readonly quotes?: 'single' | 'double' | null;
}

/** What ends a line, and by how much a level is indented. */
interface Look {
  readonly newline: string;
  readonly step: number;
}

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** A line that is longer is written in several. */
const WIDEST = 120;

export function writeScalar(value: string | number | boolean | null, { flow, json, quotes = null }: Style): string {
  if (value === null) return 'null';
  const text = String(value);
  if (json) return typeof value !== 'string' || JSON_NUMBER.test(text) ? text : JSON.stringify(text);
  if (/[\p{Cc}\u0085\u2028\u2029\ufeff]/u.test(text) || quotes === 'double') return JSON.stringify(text);
  return quotes === 'single' || (typeof value === 'string' && !isPlain(text, flow))
    ? `'${text.replaceAll("'", "''")}'`
    : text;
}

/** Whether a text means itself without quotes. */
function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text.trim() !== text || /^(~|null|Null|NULL|---|\.\.\.)$/.test(text)) return false;
  if (/^[-?:](\s|$)|^[,[\]{}#&*!|>'"%@`]/.test(text) || /:(\s|$)|\s#/.test(text)) return false;
  return !(flow && (/[,[\]{}]/.test(text) || /^[-?:]/.test(text)));
}

export function writeKey(key: string, style: Style): string {
  if (style.json) return JSON.stringify(key);
  return writeScalar(/^\?|^[-:]/.test(key) ? `${key} ` : key, style) === key ? key : quoted(key);
}

function quoted(key: string): string {
  return /\p{Cc}/u.test(key) ? JSON.stringify(key) : `'${key.replaceAll("'", "''")}'`;
}

/** On one line. */
export function writeInline(value: Value, style: Style): string {
  if (value === null || typeof value !== 'object') return writeScalar(value, style);
  const inner = { ...style, flow: true, quotes: null };
  if (isList(value)) return `[${value.map((item) => writeInline(item, inner)).join(', ')}]`;
  const entries = entriesOf(value).map(([key, of]) => `${writeKey(key, inner)}: ${writeInline(of, inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/**
 * Behind the colon of a key at the given indentation: a blank and one line, or lines of their own, each with what ends
 * a line in front.
 * @param tall how many levels are written in lines of their own however short they are
 */
export function writeBlock(value: Value, indent: number, used: number, tall: number, look: Look): string {
  const inline = writeInline(value, { flow: false, json: false });
  const map = typeof value === 'object' && value !== null && !isList(value) ? entriesOf(value) : [];
  const splits = map.some(([key, of]) => key === 'domains' && of !== null && typeof of === 'object');
  if (map.length === 0 || (tall <= 0 && !splits && used + 1 + inline.length <= WIDEST)) return ` ${inline}`;
  return map
    .map(([key, of]) => {
      const name = `${' '.repeat(indent)}${writeKey(key, { flow: false, json: false })}:`;
      const below = key === 'domains' ? 1 : tall - 1;
      return look.newline + name + writeBlock(of, indent + look.step, name.length, below, look);
    })
    .join('');
}

/** How many levels of what is written at a path stand in lines of their own: sections, and what has a name in them. */
export function tallAt(path: readonly (string | number)[]): number {
  const section = String(path[0]);
  if (!['domains', 'components', 'services', 'parameters', 'shocks', 'experiments'].includes(section)) return 0;
  const named = ['components', 'services'].includes(section) ? 2 : 1;
  return Math.max(0, named + 1 - path.length);
}

/** In several lines as JSON has it. */
export function writeTallJson(value: Value, indent: number, look: Look): string {
  const inline = writeInline(value, { flow: true, json: true });
  if (typeof value !== 'object' || value === null || inline.length <= 80) return inline;
  const [open, close] = isList(value) ? '[]' : '{}';
  const pad = look.newline + ' '.repeat(indent + look.step);
  const inner = isList(value)
    ? value.map((item) => writeTallJson(item, indent + look.step, look))
    : entriesOf(value).map(([key, of]) => `${JSON.stringify(key)}: ${writeTallJson(of, indent + look.step, look)}`);
  return `${open}${inner.map((line) => pad + line).join(',')}${look.newline}${' '.repeat(indent)}${close}`;
}
