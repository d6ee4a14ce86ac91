import type { Distribution } from '../random/distribution.ts';
import { mean } from '../random/moments.ts';

/**
 * The places in a type at which a time stands: a distribution, or a number of seconds (`…Seconds`), as keys joined by
 * dots; a list counts as each of its entries. A time that is added to the model is one more of them.
 */
export type TimePath<T> = T extends unknown
  ? {
      [K in keyof T & string]: [Entry<NonNullable<T[K]>>] extends [Distribution]
        ? K
        : K extends `${string}Seconds`
          ? K
          : `${K}.${Nested<Entry<NonNullable<T[K]>>>}`;
    }[keyof T & string]
  : never;

type Entry<T> = T extends readonly (infer E)[] ? E : T;
type Nested<T> = T extends object ? TimePath<T> : never;

/** Along a path without lists. Seconds are a constant; null: nothing stands there, or there is no end to it. */
export function timeAt(owner: object, path: string): Distribution | null {
  let at: unknown = owner;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  if (typeof at === 'number') return Number.isFinite(at) ? { kind: 'constant', value: at } : null;
  return (at as Distribution | null | undefined) ?? null;
}

/** The owner with another time in a place where there is one; null takes it away where the model allows that. */
export function withTime<T extends object>(owner: T, path: string, time: Distribution | null): T {
  const [key, ...rest] = path.split('.');
  const before = (owner as Readonly<Record<string, unknown>>)[key];
  if (before === null || before === undefined) return owner;
  if (rest.length > 0) return { ...owner, [key]: withTime(before, rest.join('.'), time) };
  return { ...owner, [key]: typeof before === 'number' && time !== null ? mean(time) : time };
}
