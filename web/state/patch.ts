/** One stretch of a text replaced: `removed` stands at `at` before, `inserted` after. */
export interface Patch {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The shortest single patch from one text to another. */
export function diff(before: string, after: string): Patch {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  let same = 0;
  while (
    same < shorter - at &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { at, removed: before.slice(at, before.length - same), inserted: after.slice(at, after.length - same) };
}

export function apply(text: string, { at, removed, inserted }: Patch): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

export function invert({ at, removed, inserted }: Patch): Patch {
  return { at, removed: inserted, inserted: removed };
}
