/** Second channel beside the colours `--c1` … `--c6`. The first is for what matters most. */
export const DASHES: readonly string[] = ['none', '7 3', '2 3', '10 3 2 3', '14 4', '5 2 1 2 1 2'];

/**
 * Gives each name a slot from 0 on. A name keeps the slot that it had, so that colours stay while causes change places
 * as a run goes on.
 * @param before slots of names as last given out
 */
export function assignSlots(
  names: readonly string[],
  before: ReadonlyMap<string, number>,
  slots: number,
): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of names) {
    const slot = before.get(name);
    if (slot === undefined || slot >= slots || taken.has(slot)) continue;
    given.set(name, slot);
    taken.add(slot);
  }
  let next = 0;
  for (const name of names) {
    if (given.has(name)) continue;
    while (taken.has(next)) next++;
    given.set(name, next);
    taken.add(next);
  }
  return given;
}
