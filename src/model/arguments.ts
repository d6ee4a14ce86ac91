import { nearest, quote } from '../units/index.ts';
import type { ParseOptions } from './parsed.ts';

/*
 * What a caller without a type checker may get wrong. These are faults of the calling program, not of the model: they
 * throw, and are no diagnostics.
 */

const PARSE_OPTIONS = ['file', 'set'] as const satisfies readonly (keyof ParseOptions)[];

/** @throws TypeError naming the argument, what it must be and what it is */
export function checkParseArguments(text: unknown, options: unknown): void {
  if (typeof text !== 'string') {
    const decode = text instanceof Uint8Array ? ': decode it, as with new TextDecoder().decode(bytes)' : '';
    throw new TypeError(`text must be a string with the model in it, not ${describeArgument(text)}${decode}.`);
  }
  const { file, set } = knownOptions(options, PARSE_OPTIONS) as { file?: unknown; set?: unknown };
  if (file !== undefined && typeof file !== 'string')
    throw new TypeError(`file must be a string, not ${describeArgument(file)}.`);
  if (set === undefined) return;
  if (!isRecord(set))
    throw new TypeError(`set must be an object such as { zone_mtbf: '2 years' }, not ${describeArgument(set)}.`);
  for (const [name, value] of Object.entries(set)) {
    if (typeof value === 'number' || typeof value === 'string') continue;
    throw new TypeError(`set.${name} must be a number or a string such as '45 s', not ${describeArgument(value)}.`);
  }
}

/** The options as an object that holds nothing but what is known. */
export function knownOptions(options: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isRecord(options)) throw new TypeError(`options must be an object, not ${describeArgument(options)}.`);
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    const hint = meant === null ? `there are ${known.join(', ')}` : `did you mean '${meant}'?`;
    throw new TypeError(`unknown option '${name}': ${hint}`);
  }
  return options;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) && !ArrayBuffer.isView(value) && !(value instanceof Map);
}

/** A value of whatever kind, for a message: `null`, `the number 5`, `the string '5%'`, `a Uint8Array`. */
export function describeArgument(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'string') return `the string ${quote(value.trim())}`;
  const name =
    typeof value === 'object'
      ? ((Object.getPrototypeOf(value) as object | null)?.constructor?.name ?? 'object')
      : typeof value;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name === 'Object' || name === 'Array' ? name.toLowerCase() : name}`;
}
