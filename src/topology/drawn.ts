import type { Model } from '../model/model.ts';
import { reliesOn } from '../model/relies.ts';

/** Columns beyond which nobody follows an arrow. */
export const MOST_DRAWN = 40;
/** Arrows beyond which a large model's are a tangle: then fewer services are drawn. */
const MOST_LINKS = 120;

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
  const linked = linksByService(services);
  let links = 0;
  // Read to the end while it grows; what the entry does not reach follows as it is written.
  const waiting = [entry];
  const asked = new Set(waiting);
  for (const service of [...walk(), ...services.keys()]) {
    if (names.size === MOST_DRAWN || links > MOST_LINKS) break;
    if (names.has(services[service].written)) continue;
    links += linked[service].filter((other) => names.has(services[other].written)).length;
    names.add(services[service].written);
  }
  return new Set([...names].flatMap((name) => copies.get(name)!));

  function* walk(): Generator<number> {
    for (const service of waiting) {
      yield service;
      for (const next of [...reliesOn(services[service]), ...(services[service].sites ?? [])]) {
        if (asked.has(next)) continue;
        asked.add(next);
        waiting.push(next);
      }
    }
  }
}

/** [service] the services that it needs or wants, and those that need or want it. */
function linksByService(services: Model['services']): number[][] {
  const linked: number[][] = services.map(() => []);
  services.forEach((service, from) => {
    for (const to of reliesOn(service)) {
      linked[from].push(to);
      linked[to].push(from);
    }
  });
  return linked;
}
