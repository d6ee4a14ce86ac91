import { laterIn } from '../language/later.ts';
import type { Kind, Shape } from '../language/kinds.ts';
import { homeOf } from '../language/lookup.ts';
import { messages } from '../messages/index.ts';
import type { Meant, Nearest } from '../advice.ts';
import { periodOf, timeBetweenOf } from '../language/notations.ts';
import { keySynonyms } from '../language/synonyms.ts';
import type { Source } from '../tree.ts';
import { meantMap } from './meant-map.ts';

/** What is wrong with a key that the shape does not have, and which of its keys was meant, if any. */
export function unknownKey(shape: Shape, key: string, value: Source, currency: string, nearest: Nearest): Meant {
  const later = laterIn(shape.name, key);
  if (later !== undefined) return { problem: messages.later(key, later), meant: null };
  const keys = Object.keys(shape.keys);
  const [, name, rest] = /^([\w-]+):(.+)$/s.exec(key) ?? [];
  if (name !== undefined && keys.includes(name))
    return { problem: messages.closeColon(key, `${name}: ${rest.trim()}`), meant: name };
  const same = nearest(key, keys, 0);
  if (same !== null) return { problem: messages.unknownKey(key, shape.name, same, null), meant: same };
  const synonyms = keySynonyms(key);
  const synonym = chosen(
    synonyms.filter((each) => Object.hasOwn(shape.keys, each)),
    value,
  );
  if (synonym === 'in' && synonyms.includes('across'))
    return { problem: messages.placeSynonym(key, shape.name), meant: synonym };
  if (synonym !== undefined)
    return {
      problem: messages.synonym(key, shape.name, withValue(key, synonym, shape.keys[synonym].kind, value, currency)),
      meant: synonym,
    };
  for (const each of synonyms) {
    const what = laterIn(shape.name, each);
    if (what !== undefined) return { problem: messages.synonymLater(key, each, what), meant: null };
  }
  const elsewhere = homeOf(key, shape);
  // A word of the field is no slip: `slo` is not `slow-start`.
  if (elsewhere === null && synonyms.length > 0) {
    return {
      problem: messages.synonymElsewhere(key, shape.name, synonyms[0], homeOf(synonyms[0], shape) ?? 'model'),
      meant: null,
    };
  }
  // A right key in the wrong place is moved rather than respelt, unless it is but one letter away.
  const meant = nearest(key, keys, elsewhere === null ? undefined : 1);
  return { problem: messages.unknownKey(key, shape.name, meant, elsewhere), meant };
}

/** An amount of data, which no number of replicas is. */
const DATA = /^\d[\d.,]* ?[kKMGTP]i?B$/;

/**
 * Names of domains are where something stands; a kind of them is over what it is spread; a size in bytes is of data.
 */
function chosen(synonyms: readonly string[], value: Source): string | undefined {
  if (synonyms.includes('data') && value.type === 'scalar' && DATA.test(value.text)) return 'data';
  const isPlace = value.type === 'list' && value.items.length > 1;
  return isPlace && synonyms[0] === 'across' ? 'in' : synonyms[0];
}

/** Keys whose bare numbers are of failures a year. */
const A_YEAR = /^(afr|arr)$|annual|year/i;

/**
 * The key alone, or with its value where that has to change as well: `rate: 3/year` is `mtbf: 1 year / 3`.
 * @param typed the word in place of the key
 */
function withValue(typed: string, key: string, kind: Kind, value: Source, currency: string): string {
  const period = kind.type === 'draw' || kind.type === 'duration' || kind.type === 'either' ? periodOf(typed) : null;
  if (period !== null) return `${key}: ${period}`;
  if (value.type !== 'scalar' || value.value === null) return key;
  if (key === 'across') return value.value === true || typeof value.value === 'number' ? 'across: zone' : key;
  if (key === 'mtbf') {
    const rate =
      typeof value.value !== 'number' ? String(value.value) : A_YEAR.test(typed) ? `${value.text} per year` : '';
    const between = timeBetweenOf(rate);
    return between === null ? key : `${key}: ${between}`;
  }
  if (key === 'failures') {
    const component = meantMap('component', value, currency);
    return component?.startsWith('{ failures: ') === true ? component.slice(2, -2) : key;
  }
  const one = kind.type === 'list' ? kind.of : kind;
  const map = one.type === 'record' ? meantMap(one.shape().name, value, currency) : null;
  return map === null ? key : `${key}: ${map}`;
}
