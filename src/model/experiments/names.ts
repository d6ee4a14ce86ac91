import type { Problem } from '../../units/index.ts';

/** More names than these help nobody. */
export const MOST_NAMES = 8;

/** One name, or a list of a few, as they can be typed; null where there are none, or too many. */
export function oneOrList(names: readonly string[]): string | null {
  if (names.length === 0 || names.length > MOST_NAMES) return null;
  return names.length === 1 ? names[0] : `[${names.join(', ')}]`;
}

/** A list that is suggested where only one name fits, in a list or alone, can be read but not typed in its place. */
export function asTyped(problem: Problem, isOne: boolean): Problem {
  return isOne && problem.suggestion?.startsWith('[') === true ? { ...problem, suggestion: null } : problem;
}
