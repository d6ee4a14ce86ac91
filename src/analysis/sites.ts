import { firstMembers } from '../compile/members.ts';
import { mapSites } from '../compile/sites.ts';
import type { Model, Service } from '../model/model.ts';
import { reliesOn } from '../model/relies.ts';
import { MODES } from '../model/modes.ts';

/** Sites as the figures need them: by service and number of the site, where the engine has members. */
interface Sites {
  /** The services that stand in one site of a service that works on sites, those of sites within it included. */
  within(service: number, site: number): readonly number[];
  /**
   * [service] The sites around each service, innermost first: the service that works on them, and which of its sites.
   */
  readonly around: readonly (readonly { readonly service: number; readonly site: number }[])[];
  /** [service] Whether it stands in a site that only stands by. */
  readonly isPassive: readonly boolean[];
}

const known = new WeakMap<Model, Sites>();

export function sitesOf(model: Model): Sites {
  let sites = known.get(model);
  if (sites === undefined) known.set(model, (sites = lookUp(model)));
  return sites;
}

function lookUp(model: Model): Sites {
  const { services } = model;
  const firstMember = firstMembers(services);
  const around = services.map((): { service: number; site: number }[] => []);
  const rows = new Map<number, readonly number[]>();
  if (services.some(({ sites }) => sites !== null)) {
    const { within } = mapSites(model, firstMember);
    services.forEach(({ sites }, service) =>
      sites?.forEach((_, site) => {
        const row = within[firstMember[service] + site];
        rows.set(firstMember[service] + site, row);
        for (const index of row) around[index].push({ service, site });
      }),
    );
    // The fewer stand in a site, the further in it is.
    for (const row of around)
      row.sort(
        (a, b) => rows.get(firstMember[a.service] + a.site)!.length - rows.get(firstMember[b.service] + b.site)!.length,
      );
  }
  return {
    within: (service, site) => rows.get(firstMember[service] + site) ?? [],
    around,
    isPassive: around.map((row) => row.some(({ service, site }) => site > 0 && MODES[services[service].mode].standsBy)),
  };
}

/** What a service depends on, directly or not, itself and the copies in its sites included. */
export function reachOf(services: readonly Service[], root: number): Set<number> {
  const seen = new Set([root]);
  for (const index of seen) {
    for (const other of reliesOn(services[index])) seen.add(other);
    for (const copy of services[index].sites ?? []) seen.add(copy);
  }
  return seen;
}
