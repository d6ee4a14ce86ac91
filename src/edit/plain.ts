import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { Refusal, type Path, type Value } from './act.ts';

/**
 * What a text says, without how: scalars as they are written. What an edit of the text has done is held against what
 * was meant, done to this.
 */
export type Plain = string | null | Plain[] | Map<string, Plain>;

/** Aliases can double a text with every line. */
const MAX_NODES = 50_000;

/** Who knows what an alias stands for. */
interface Aliases {
  targetOf(alias: object): object;
}

export function plainOf(node: unknown, aliases: Aliases): Plain {
  let nodes = 0;
  const convert = (from: unknown, depth: number): Plain => {
    if (++nodes > MAX_NODES || depth > 200)
      throw new Refusal('This text is too deep for a change by pointing: edit it.');
    if (isAlias(from)) return convert(aliases.targetOf(from), depth + 1);
    if (isMap(from))
      return new Map(
        from.items.map(({ key, value }) => [
          isScalar(key) ? textOf(key) : JSON.stringify(key),
          convert(value, depth + 1),
        ]),
      );
    if (isSeq(from)) return from.items.map((item) => convert(item, depth + 1));
    return isScalar(from) && from.value !== null ? textOf(from) : null;
  };
  return convert(node, 0);
}

export function textOf(node: { value: unknown; source?: string }): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

export function plainValue(value: Value): Plain {
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.map(plainValue);
  return new Map(entriesOf(value).map(([key, of]) => [key, plainValue(of)]));
}

export function valueOf(plain: Plain): Value {
  if (plain instanceof Map) return Object.fromEntries([...plain].map(([key, of]) => [key, valueOf(of)]));
  return Array.isArray(plain) ? plain.map(valueOf) : plain;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Keys that are not left undefined. */
export function entriesOf(value: { readonly [key: string]: Value | undefined }): [string, Value][] {
  return Object.entries(value).flatMap(([key, of]) => (of === undefined ? [] : [[key, of]]));
}

export function at(plain: Plain | undefined, path: Path): Plain | undefined {
  let found = plain;
  for (const step of path) {
    if (found instanceof Map) found = found.get(String(step));
    else if (Array.isArray(found) && typeof step === 'number') found = found[step];
    else return undefined;
  }
  return found;
}

/** The same but for what stands at the path; undefined: nothing is to stand there. */
export function changed(plain: Plain | undefined, path: Path, to: Plain | undefined): Plain | undefined {
  if (path.length === 0) return to;
  const [step, ...rest] = path;
  if (Array.isArray(plain) && typeof step === 'number') {
    const inner = changed(plain[step], rest, to);
    return inner === undefined ? plain.filter((_, i) => i !== step) : Object.assign([...plain], { [step]: inner });
  }
  const map = new Map(plain instanceof Map ? plain : []);
  const inner = changed(map.get(String(step)), rest, to);
  if (inner === undefined) map.delete(String(step));
  else map.set(String(step), inner);
  return map;
}

/** Whether two say the same. The order of keys means nothing to this; that of lists does. */
export function same(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  return a === b;
}
