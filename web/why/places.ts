import type { SensitivityInput } from '../../src/analysis/report-explanation.ts';
import { UNITS } from '../../src/units/table.ts';
import { type Amount, amountOf, write } from '../text/amount.ts';
import { type Entry, outlineOf, unquote } from '../text/outline.ts';
import { rewrite } from '../text/parameters.ts';

/** Where an input of the tornado stands in the model's text. */
interface InputPlace {
  /** The value as typed, without its quotes. */
  readonly written: string;
  /**
   * The amount in it, alone or as the one argument of `exponential( )` or `constant( )`; null for what only the text
   * can say.
   */
  readonly amount: Amount | null;
  /** The value as it would be typed with another amount. */
  readonly with: (amount: Amount) => string;
  readonly entry: Entry & { readonly style: 'plain' | 'single' | 'double' };
}

type Named = Pick<SensitivityInput, 'name' | 'kind'>;

/** The place of an input; null where its value is not written as one text: it follows from others, or is an alias. */
export function placeOf(text: string, input: Named): InputPlace | null {
  const paths = pathsOf(input);
  const there = outlineOf(text).entries.filter(({ path }) => paths.some((wanted) => matches(path, wanted)));
  // Of a parameter that says what it is, the value within.
  const entry = there.find(({ path }) => path[0] === 'parameters' && path.length === 3) ?? there[0];
  if (entry === undefined || (entry.style !== 'plain' && entry.style !== 'single' && entry.style !== 'double'))
    return null;
  const { style } = entry;
  const raw = text.slice(entry.valueFrom, entry.valueTo);
  const written = style === 'plain' ? raw : unquote(raw);
  const inside = /^(exponential|constant)\(\s*([^,()]+?)\s*\)$/.exec(written.trim());
  const amount = amountOf(inside?.[2] ?? written);
  return {
    written,
    amount,
    with: (next) => (inside === null ? write(next) : `${inside[1]}(${write(next)})`),
    entry: { ...entry, style },
  };
}

/** The text with another value for the input; null where it has none of its own. */
export function rewriteInput(text: string, input: Named, written: string): string | null {
  const place = placeOf(text, input);
  if (place === null) return null;
  const { valueFrom: from, valueTo: to, style, flow } = place.entry;
  return rewrite(text, { from, to, style, flow }, written);
}

/**
 * What a path has to begin with, and what has to follow in this order, the last one last. A name may be of a domain or
 * of a component: both kinds of paths are tried.
 */
interface Wanted {
  readonly head: readonly string[];
  readonly rest: readonly string[];
}

/**
 * `detect`, `eu-west-1a/outage mtbf`, `bad deploy mttr`, `postgres restart`, `db failover.promote`, `db false-positive
 * mtbf`.
 */
function pathsOf({ name, kind }: Named): readonly Wanted[] {
  if (kind === 'parameter') {
    return [
      { head: ['parameters', name], rest: ['value'] },
      { head: ['parameters'], rest: [name] },
    ];
  }
  const at = name.lastIndexOf(' ');
  const [owner, key] = [name.slice(0, at), name.slice(at + 1)];
  if (kind === 'delay' || kind === 'people' || kind === 'stock')
    return ['services', 'components', 'teams'].map((section) => ({ head: [section, owner], rest: key.split('.') }));
  const slash = owner.lastIndexOf('/');
  if (slash >= 0) {
    const [thing, mode] = [owner.slice(0, slash), owner.slice(slash + 1)];
    return [
      { head: ['components', thing], rest: ['failures', mode, key] },
      { head: ['domains'], rest: [thing, 'failures', mode, key] },
    ];
  }
  if (owner.endsWith(' false-positive'))
    return [{ head: ['services', owner.slice(0, -' false-positive'.length)], rest: ['false-positive', key] }];
  return [{ head: ['shocks', owner], rest: [key] }];
}

function matches(path: readonly string[], { head, rest }: Wanted): boolean {
  if (path.length < head.length + rest.length || !head.every((name, i) => path[i] === name)) return false;
  if (head[0] === 'parameters' && path.length !== head.length + rest.length) return false;
  // Domains nest: what is wanted ends the path. Of services and components the parts come in order, the last one last.
  if (head[0] === 'domains') return rest.every((name, i) => path[path.length - rest.length + i] === name);
  let next = 0;
  for (let i = head.length; i < path.length && next < rest.length; i++) if (path[i] === rest[next]) next++;
  return next === rest.length && path[path.length - 1] === rest[rest.length - 1];
}

/** An amount in SI; money counts as it is. */
export function siValue({ value, unit }: Amount): number {
  const factors = unit
    .trim()
    .split('/')
    .map((part) => part.trim());
  if (factors[0] === '%') return value / 100;
  return factors.reduce((product, part, i) => {
    const factor = part === '' ? 1 : (UNITS.get(part)?.value ?? 1);
    return i === 0 ? product * factor : product / factor;
  }, value);
}
