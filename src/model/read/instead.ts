import type { Problem } from '../../units/index.ts';
import type { Kind } from '../language/kinds.ts';
import { messages } from '../messages/index.ts';
import type { MapSource, Source } from '../tree.ts';
import { mapOfNames } from './map-of-names.ts';
import { meantMap } from './meant-map.ts';

/** What to write in place of a value where a map with fixed keys is needed. */
export function mapInstead(shape: string, source: Source, got: string, currency: string): Problem {
  if (
    shape === 'sla' &&
    source.type === 'scalar' &&
    /^\d[\d.]* ?%$/.test(source.text) &&
    Number.parseFloat(source.text) >= 50
  )
    return messages.promise(source.text);
  if (source.type === 'list' && source.items.some(({ type }) => type === 'map'))
    return messages.needsMapNotItems(shape);
  return messages.needsMap(shape, got, meantMap(shape, source, currency));
}

/** What one of the things is that a map names, for a start. */
const EXAMPLES: Readonly<Record<string, string>> = {
  domain: '{ kind: zone }',
  component: '',
  'failure mode': '{ mtbf: 30 days, mttr: 1 h }',
};

/** What to write in place of a value where a map from names is needed. */
export function namesInstead(what: string, of: Kind, source: Source, got: string): Problem {
  const names = namesIn(source);
  if (of.type === 'share') return messages.needsWants(what, got, names === null ? null : mapOfNames(names, '80%'));
  if (source.type === 'list') {
    const name = source.items.map(nameOf).find((each) => each !== null);
    if (name !== undefined && name !== null) return messages.needsNamesNotItems(what, name);
  }
  return messages.needsNames(
    what,
    got,
    names === null || source.type !== 'list' || !Object.hasOwn(EXAMPLES, what)
      ? null
      : mapOfNames(names, EXAMPLES[what]),
  );
}

/** What to write in place of a map where a list of names is needed. */
export function listInstead(key: string, of: Kind, { entries }: MapSource): Problem {
  const names = entries.map((entry) => entry.key);
  if (
    key === 'needs' &&
    entries.length > 0 &&
    entries.every(({ value }) => value.type === 'scalar' && /^[\d.]+ ?%?$/.test(value.text))
  ) {
    const shares = entries.map(({ key: name, value }) => `${name}: ${value.type === 'scalar' ? value.text : ''}`);
    return messages.needsNotWants(key, `wants: { ${shares.join(', ')} }`);
  }
  return messages.needsList(key, of.type === 'reference' ? of.to : 'value', `[${names.slice(0, 8).join(', ')}]`);
}

/** The names in a list of plain names, or the one name, as a list is written; null for anything else. */
function namesIn(source: Source): string | null {
  const items = source.type === 'list' ? source.items : [source];
  const names = items.map((item) =>
    item.type === 'scalar' && typeof item.value === 'string' && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(item.value)
      ? item.value
      : null,
  );
  return names.length === 0 || names.length > 8 || names.includes(null) ? null : `[${names.join(', ')}]`;
}

/** The name that an item of a list gives itself. */
function nameOf(item: Source): string | null {
  const name = item.type === 'map' ? item.entries.find(({ key }) => key === 'name')?.value : undefined;
  return name?.type === 'scalar' && typeof name.value === 'string' ? name.value : null;
}
