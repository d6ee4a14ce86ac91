/** What breaks a rule of the house all the same → why. */
export type Exceptions = Readonly<Record<string, string>>;

/** Files that import each other in a circle, or folders and files of one folder that do: each member of it. */
export interface Circle {
  readonly members: readonly string[];
  readonly why: string;
}

export interface Beyond {
  wrong: string[];
  'excepted for nothing': string[];
}

export const NOTHING: Beyond = { wrong: [], 'excepted for nothing': [] };

/** What breaks a rule and is not excepted, and exceptions that nothing needs any more. */
export function beyond(found: readonly string[], exceptions: Exceptions): Beyond {
  return {
    wrong: found.filter((name) => !(name in exceptions)),
    'excepted for nothing': Object.keys(exceptions).filter((name) => !found.includes(name)),
  };
}

/** The same of circles: an exception is for one circle with just these members, so that it shrinks as the circle does. */
export function beyondCircles(found: readonly (readonly string[])[], exceptions: readonly Circle[]): Beyond {
  const written = (members: readonly string[]) => [...members].sort().join(', ');
  return beyond(found.map(written), Object.fromEntries(exceptions.map(({ members, why }) => [written(members), why])));
}
