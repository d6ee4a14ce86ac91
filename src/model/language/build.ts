import type { Distribution } from '../../random/distribution.ts';
import type {
  Field,
  FieldsOf,
  Key,
  Keys,
  Kind,
  Named,
  ReadRecord,
  ReferenceTarget,
  Shape,
  ShareOfAll,
} from './kinds.ts';

/** The words in which the language is described. Each gives a kind together with the type that it reads as. */
export const text: Kind<string> = { type: 'text' };
export const word: Kind<string> = { type: 'word' };
export const version: Kind<number> = { type: 'version' };
export const currency: Kind<string> = { type: 'currency' };
export const seed: Kind<string> = { type: 'seed' };
export const flag: Kind<boolean> = { type: 'flag' };
export const years: Kind<number> = { type: 'years' };
export const share: Kind<number> = { type: 'share', open: false };
/** Strictly between 0 and 1. */
export const properShare: Kind<number> = { type: 'share', open: true };
/** Of something of which there may be more than one: 400%. */
export const multiple: Kind<number> = { type: 'share', open: false, above: true };
/** In seconds. */
export const duration: Kind<number> = { type: 'duration' };
/** In currency per second. */
export const rate: Kind<number> = { type: 'rate', per: 'h' };
/** In bytes. */
export const amount: Kind<number> = { type: 'measure', of: 'data' };
/** In bytes per second. */
export const throughput: Kind<number> = { type: 'measure', of: 'data rate' };
/** In currency per byte. */
export const transferPrice: Kind<number> = { type: 'measure', of: 'price of data' };
/** In currency per byte and second. */
export const storagePrice: Kind<number> = { type: 'measure', of: 'price of storage' };
/** Of something that happens by chance: per second. */
export const frequency: Kind<number> = { type: 'measure', of: 'chance per time' };
export const yearlyRate: Kind<number> = { type: 'rate', per: 'year' };
export const target: Kind<string> = { type: 'target' };
/** One of them as a whole. */
export const serviceOrDomain: Kind<string> = { type: 'target', whole: true };
export const parameter: Kind<null> = { type: 'parameter' };

/** A drawn time whose bare duration is exponential: `mttr`. */
export const exponentialTime: Kind<Distribution> = { type: 'draw', bare: 'exponential', positiveMean: false };
/** The same, which cannot be 0: `mtbf`. */
export const timeBetween: Kind<Distribution> = { type: 'draw', bare: 'exponential', positiveMean: true };
/** A drawn time whose bare duration is constant: everything else. */
export const time: Kind<Distribution> = { type: 'draw', bare: 'constant', positiveMean: false };

/** One of several stretches of a week, as it is written. */
export const hours: Kind<string> = { type: 'hours' };
/** A whole number, or Infinity for `unlimited`. */
export function count(min: number): Kind<number> {
  return { type: 'integer', min, unlimited: true };
}

/** So many, or a percentage of all. */
export const numberOrShare: Kind<number | ShareOfAll> = { type: 'integer', min: 0, orShare: true };

export function integer(min: number): Kind<number> {
  return { type: 'integer', min };
}

export function choice<W extends string>(words: Readonly<Record<W, string>>): Kind<W> {
  return { type: 'choice', words };
}

export function reference(to: ReferenceTarget): Kind<string> {
  return { type: 'reference', to };
}

export function list<T>(of: Kind<T>): Kind<readonly Field<T>[]> {
  return { type: 'list', of };
}

/** `what` is what one of the entries is: `domain`, `service`. */
export function names<T>(what: string, of: Kind<T>): Kind<readonly Named<T>[]> {
  return { type: 'names', what, of };
}

export function record<K extends Keys>(shape: Shape<K>): Kind<ReadRecord<FieldsOf<K>>> {
  return { type: 'record', shape: () => shape };
}

/** Which of the two it was is told by its type where it is used. */
export function either<T, M>(scalar: Kind<T>, of: Kind<M>): Kind<T | M> {
  return { type: 'either', scalar, record: of };
}

export function key<T>(kind: Kind<T>, doc: string, more: Omit<Key<T>, 'kind' | 'doc'> = {}): Key<T> {
  return { kind, doc, ...more };
}

export function shape<K extends Keys>(name: string, doc: string, keys: K): Shape<K> {
  return { name, doc, keys };
}
