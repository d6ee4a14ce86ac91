import { unavailability } from '../../compile/clocks.ts';
import type { FailureMode, Model } from '../../model/model.ts';
import { membersWithin } from './within.ts';

/** Something that fails as a whole: a domain, a member, a shock. */
export interface Element {
  readonly name: string;
  readonly unavailability: number;
  /** The services it strikes, and how many members of each. */
  readonly services: readonly number[];
  readonly struck: readonly number[];
  /** The sites it takes out whole, by the service that works on them; their copies are struck beside that. */
  readonly sites: readonly Site[];
  /** Where it stands in the domain tree, −1 outside; a domain holds whatever stands from there to before `end`. */
  readonly domain: number;
  readonly end: number;
  /** Members of one service are alike: what is true of one, alone or with something beside it, is true of all. */
  readonly kind: number;
}

interface Site {
  readonly service: number;
  readonly site: number;
}

/** Members that are all alike, before each gets a name. */
export interface Members {
  readonly service: number;
  readonly replicas: number;
  /** Long-run share of time in which one of them is down by itself. */
  readonly down: number;
}

/** The members of every service that matters and can fail. A site is no member: what stands in it is. */
export function listMembers({ services, components }: Model, matters: Uint8Array): Members[] {
  return services.flatMap(({ component, placement }, service) => {
    const down =
      matters[service] === 1 && component >= 0 && placement.length > 0 ? together(components[component].failures) : 0;
    return down > 0 ? [{ service, replicas: placement.length, down }] : [];
  });
}

export function memberElement(
  { services, domains, shocks }: Model,
  { service, down }: Members,
  replica: number,
): Element {
  const { name, placement } = services[service];
  return {
    name: placement.length === 1 ? name : `${name}[${replica}]`,
    unavailability: down,
    services: [service],
    struck: [1],
    sites: [],
    domain: placement[replica],
    end: -1,
    kind: domains.length + shocks.length + service,
  };
}

/** Domains that strike something that matters. */
export function listDomains({ domains, services: all }: Model, matters: Uint8Array): Element[] {
  const services = domains.map((): number[] => []);
  const struck = domains.map((): number[] => []);
  const sites = domains.map((): Site[] => []);
  all.forEach(({ placement, sites: copies }, service) => {
    if (matters[service] === 0) return;
    if (copies !== null) {
      placement.forEach((domain, site) => {
        for (let d = domain; d >= 0; d = domains[d].parent) sites[d].push({ service, site });
      });
      return;
    }
    for (const [domain, members] of membersWithin(domains, placement)) {
      services[domain].push(service);
      struck[domain].push(members);
    }
  });
  // Preorder: what is in a domain follows it in one run.
  const ends = domains.map((_, i) => i + 1);
  for (let i = domains.length - 1; i >= 0; i--) {
    const { parent } = domains[i];
    if (parent >= 0) ends[parent] = Math.max(ends[parent], ends[i]);
  }
  return domains
    .map(({ name, failures }, i) => ({
      ...{ name, unavailability: together(failures), services: services[i], struck: struck[i], sites: sites[i] },
      ...{ domain: i, end: ends[i], kind: i },
    }))
    .filter(strikes);
}

/** Shocks that strike something that matters, and never miss it: others are no cut by themselves. */
export function listShocks({ shocks, services: all, domains }: Model, matters: Uint8Array): Element[] {
  return shocks
    .map((shock, i): Element => {
      const hits = shock.probability === 1 ? shock.hits.filter((service) => matters[service] === 1) : [];
      const services = hits.filter((service) => all[service].sites === null && all[service].placement.length > 0);
      return {
        name: shock.name,
        unavailability: together([shock]),
        services,
        struck: services.map((service) => all[service].placement.length),
        sites: hits.flatMap((service) => (all[service].sites ?? []).map((_, site) => ({ service, site }))),
        domain: -1,
        end: -1,
        kind: domains.length + i,
      };
    })
    .filter(strikes);
}

function strikes({ unavailability, struck, sites }: Element): boolean {
  return unavailability > 0 && struck.length + sites.length > 0;
}

/** Share of time in which any of the modes is down; keeps the digits of small shares. */
export function together(modes: readonly FailureMode[]): number {
  return modes.reduce((down, mode) => {
    const also = unavailability(mode.up, mode.down);
    return down + also - down * also;
  }, 0);
}
