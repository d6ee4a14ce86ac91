import type { Mode } from '../model.ts';
import type { Location } from '../tree.ts';

/**
 * What a key's value can be. The description of the language is made of these; reading, suggestions,
 * the JSON Schema, the editor's completion and its hover texts all derive from it.
 *
 * `T` is the type that reading such a value gives; it exists for the type checker only.
 */
export type Kind<T = unknown> = KindData & { readonly [READS]?: T };
declare const READS: unique symbol;

type KindData =
  /** Free text. */
  | { readonly type: 'text' }
  /** One free word, such as the kind of a domain. */
  | { readonly type: 'word' }
  /** The language's version. */
  | { readonly type: 'version' }
  /** Three capitals. */
  | { readonly type: 'currency' }
  /** A number or a word that seeds the random streams. */
  | { readonly type: 'seed' }
  | { readonly type: 'flag' }
  /**
   * A whole number, `min` or more; `unlimited` may stand for any, or a percentage for so much of all, where that is
   * said.
   */
  | { readonly type: 'integer'; readonly min: number; readonly unlimited?: true; readonly orShare?: true }
  /** A whole number of years. */
  | { readonly type: 'years' }
  /** A fraction in [0, 1]; `open` excludes both ends; `above` lets it be more than all of it. */
  | { readonly type: 'share'; readonly open: boolean; readonly above?: true }
  /** A fixed time. */
  | { readonly type: 'duration' }
  /** A time drawn at random; `bare` is what a duration without a distribution's name means. */
  | { readonly type: 'draw'; readonly bare: 'exponential' | 'constant'; readonly positiveMean: boolean }
  /** Hours of a week: `Mon-Fri 09:00-17:00`. */
  | { readonly type: 'hours' }
  /** Money per time; `per` is the time that people quote it for. */
  | { readonly type: 'rate'; readonly per: 'h' | 'year' }
  /** An amount of data, how much of it passes, or what it costs. */
  | { readonly type: 'measure'; readonly of: Measure }
  | { readonly type: 'choice'; readonly words: Readonly<Record<string, string>> }
  /** The name of something else in the model. */
  | { readonly type: 'reference'; readonly to: ReferenceTarget }
  /** What an experiment strikes: a domain, a service, one of its members, or whoever is active; `whole`: no members. */
  | { readonly type: 'target'; readonly whole?: true }
  /** A list; a single value may stand for a list of one. */
  | { readonly type: 'list'; readonly of: Kind }
  /** A map from names that the author chooses. */
  | { readonly type: 'names'; readonly what: string; readonly of: Kind }
  /** A map of the keys that a shape describes. */
  | { readonly type: 'record'; readonly shape: () => Shape }
  /** A map is read as the record, anything else as the other. */
  | { readonly type: 'either'; readonly scalar: Kind; readonly record: Kind }
  /** A parameter: a number, a quantity, an expression or a distribution. */
  | { readonly type: 'parameter' };

/** The first in bytes, the second per second; then currency per byte, and per byte and second; per second. */
export type Measure = 'data' | 'data rate' | 'price of data' | 'price of storage' | 'chance per time';

/** What the names in a map of targets are. */
export const KIND_OF_DISRUPTION = 'kind of disruption';

export type ReferenceTarget = 'service' | 'domain' | 'domain kind' | 'component' | 'team';

/** A percentage where a number might stand as well. */
export interface ShareOfAll {
  readonly share: number;
}

/** One key of a map. */
export interface Key<T = unknown> {
  readonly kind: Kind<T>;
  /** One line for people. */
  readonly doc: string;
  readonly required?: boolean;
  /** On a service: the redundancy modes it belongs to; all of them when left out. */
  readonly modes?: readonly Mode[];
  /** On a service: it says something of the service's members, so that there have to be some. */
  readonly ofMembers?: boolean;
  /** What holds when the key is left out, in words or as the language writes it. */
  readonly default?: string;
  readonly examples?: readonly string[];
}

export type Keys = Readonly<Record<string, Key>>;

/** A map with fixed keys: the document itself, a service, a failure mode, … */
export interface Shape<K extends Keys = Keys> {
  /** As in `a failover`. */
  readonly name: string;
  readonly doc: string;
  readonly keys: K;
}

/** A key's value as read: `ok: false` is one already reported, which causes no further messages. */
export type Field<T> =
  { readonly ok: true; readonly value: T; readonly at: Location } | { readonly ok: false; readonly at: Location };

/** What reading a record gives: a field for each key that is there. */
export interface ReadRecord<F> {
  readonly at: Location;
  readonly fields: F;
  /** Where each key stands that is there; right keys only. */
  readonly keys: ReadonlyMap<string, Location>;
  /** There are keys that are unknown, or of a later version: what seems to be missing may be meant by them. */
  readonly incomplete: boolean;
}
export type FieldsOf<K extends Keys> = { readonly [N in keyof K]?: Field<K[N] extends Key<infer T> ? T : never> };

/** An entry of a `names` map. */
export interface Named<T> {
  readonly name: string;
  readonly at: Location;
  readonly field: Field<T>;
}

/** The kinds whose values are expressions. */
export type NumericKind = Extract<
  Kind,
  { type: 'integer' | 'years' | 'share' | 'duration' | 'draw' | 'rate' | 'measure' }
>;

export function isNumeric(kind: Kind): kind is NumericKind {
  return ['integer', 'years', 'share', 'duration', 'draw', 'rate', 'measure'].includes(kind.type);
}
