/** What breaks a rule of the house all the same → why. */
export type Exceptions = Readonly<Record<string, string>>;

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
