import { backupsOf } from '../../model/backups.ts';
import type { Model } from '../../model/model.ts';
import { reliesOn } from '../../model/relies.ts';

/** What the entry's answer can depend on. */
interface Reach {
  /** Indices of services. */
  readonly services: ReadonlySet<number>;
  /** Domains in which one of their members, or a backup of theirs, stands, and those around them. */
  readonly domains: ReadonlySet<number>;
  readonly components: ReadonlySet<number>;
}

export function reachOf({ services, domains, entry }: Model): Reach {
  const reached = new Set([entry]);
  for (const index of reached) {
    for (const next of [...reliesOn(services[index]), ...(services[index].sites ?? [])]) reached.add(next);
  }
  const around = new Set<number>();
  const components = new Set<number>();
  for (const index of reached) {
    const { placement, component } = services[index];
    if (component >= 0) components.add(component);
    for (const domain of [...placement, ...backupsOf(services[index]).flatMap(({ copies }) => copies)]) {
      for (let d = domain; d >= 0 && !around.has(d); d = domains[d].parent) around.add(d);
    }
  }
  return { services: reached, domains: around, components };
}
