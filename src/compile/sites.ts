import type { Model, Service } from '../model/model.ts';
import { answersBy } from '../model/relies.ts';
import { memberServices } from './members.ts';

/** Which services stand in which site. */
export interface SiteMap {
  /** [member] the copy that a site stands for; −1 for replicas. */
  readonly memberCopy: Int32Array;
  /** [service] the sites that stand for it. */
  readonly sitesOf: readonly (readonly number[])[];
  /** [service] the innermost site (member) in which it stands, −1. */
  readonly serviceSite: readonly number[];
  /** [member] the services in each site, those of sites within it included; empty for replicas. */
  readonly within: readonly (readonly number[])[];
}

/** Of all the members that are no sites. */
const NOTHING: readonly number[] = [];

/**
 * Sites are members of the service that works on them. A copy's name says where it stands: `web@us-east-1`, one more
 * `@` for each site within a site.
 * @param firstMember [service], as in `Program.serviceMembers`
 */
export function mapSites({ services, domains }: Model, firstMember: readonly number[]): SiteMap {
  const members = firstMember[services.length];
  const memberCopy = new Int32Array(members).fill(-1);
  const sitesOf = services.map((): number[] => []);
  const serviceSite = services.map(() => -1);
  const within = new Array<readonly number[]>(members).fill(NOTHING);
  const put = (member: number, service: number) => {
    if (within[member] === NOTHING) within[member] = [service];
    else (within[member] as number[]).push(service);
  };
  const bySuffix = new Map<string, number[]>();
  services.forEach((service, i) => {
    const suffix = suffixOf(service);
    if (suffix === '') return;
    const row = bySuffix.get(suffix);
    if (row === undefined) bySuffix.set(suffix, [i]);
    else row.push(i);
  });
  services.forEach((service, i) => {
    service.sites?.forEach((copy, site) => {
      const member = firstMember[i] + site;
      memberCopy[member] = copy;
      // Two services may work on the same copies.
      sitesOf[copy].push(member);
      const suffix = `${suffixOf(service)}@${domains[service.placement[site]].name}`;
      const inside = reach(services, copy);
      for (const index of bySuffix.get(suffix) ?? []) {
        if (!inside.has(index)) continue;
        serviceSite[index] = member;
        put(member, index);
      }
    });
  });
  // What stands in a site within a site stands in both.
  const memberService = memberServices(firstMember);
  const outer = (site: number) => (site < 0 ? -1 : serviceSite[memberService[site]]);
  services.forEach((_, i) => {
    for (let member = outer(serviceSite[i]); member >= 0; member = outer(member)) put(member, i);
  });
  return { memberCopy, sitesOf, serviceSite, within };
}

function suffixOf({ name, written }: Service): string {
  return name.slice(written.length);
}

/** What a service needs or wants, directly or not, itself included. */
function reach(services: readonly Service[], root: number): Set<number> {
  const seen = new Set([root]);
  for (const index of seen) for (const other of answersBy(services[index])) seen.add(other);
  return seen;
}
