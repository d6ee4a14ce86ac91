import type { ParsedModel } from '../model/index.ts';

/**
 * What a search over one model varies where nothing is said: its decisions that say where they may lie, as `vary` takes
 * them. How the world is nobody can choose. What is set from outside stays as it is set.
 */
export function decisionsOf(
  { parameterMeanings }: ParsedModel,
  set: Readonly<Record<string, unknown>> = {},
): Record<string, null> {
  return Object.fromEntries(
    Object.entries(parameterMeanings)
      .filter(
        ([name, { is, from, to }]) => is === 'decision' && from !== null && to !== null && !Object.hasOwn(set, name),
      )
      .map(([name]) => [name, null]),
  );
}
