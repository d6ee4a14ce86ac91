import type { Model } from '../../src/model/model.ts';

/** Columns beyond which nobody follows an arrow. */
export const MOST_DRAWN = 40;

/**
 * The services that are drawn: all of them, or in a large model those whose failure is felt at the entry first, by the
 * number of needs and wants between. Copies in several sites count once, as they share a column.
 */
export function drawnServices({ services, entry }: Pick<Model, 'services' | 'entry'>): ReadonlySet<number> {
  const copies = new Map<string, number[]>();
  services.forEach(({ written }, i) => {
    const all = copies.get(written);
    if (all === undefined) copies.set(written, [i]);
    else all.push(i);
  });
  if (copies.size <= MOST_DRAWN) return new Set(services.keys());
  const names = new Set<string>();
  // Read to the end while it grows; what the entry does not reach follows as it is written.
  const waiting = [entry];
  const asked = new Set(waiting);
  for (const service of [...walk(), ...services.keys()]) {
    if (names.size === MOST_DRAWN) break;
    names.add(services[service].written);
  }
  return new Set([...names].flatMap((name) => copies.get(name)!));

  function* walk(): Generator<number> {
    for (const service of waiting) {
      yield service;
      const { needs, wants, sites } = services[service];
      for (const next of [...needs, ...wants.map((want) => want.service), ...(sites ?? [])]) {
        if (asked.has(next)) continue;
        asked.add(next);
        waiting.push(next);
      }
    }
  }
}
