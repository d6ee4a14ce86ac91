import type { Model } from '../model/model.ts';
import { type CostItem, listCosts, memberRate } from './cost-items.ts';
import { reachOf } from './sites.ts';

/**
 * What the same system costs without its redundancy, currency per second: what published multiples (1.1× for backups,
 * 1.5× for a warm standby, 2× for two active sites) are multiples of.
 * Where the entry works on sites, or depends on what does: the first site alone, with all its members and what runs
 * outside of sites as it is; no backups, nothing sent between sites, and no domain that only the other sites use.
 * Otherwise: of each service as many members as are required (one, where it is active-passive), one copy of its data,
 * nothing replicated, no backups; what services and domains cost by themselves remains.
 */
export function rateWithoutRedundancy(model: Model): number {
  const reach = reachOf(model.services, model.entry);
  const onSites = [...reach].filter((index) => model.services[index].sites !== null);
  return onSites.length > 0 ? firstSiteAlone(model, onSites) : bareMembers(model);
}

function firstSiteAlone(model: Model, onSites: readonly number[]): number {
  const abandoned = otherSites(model, onSites);
  const remains = ({ kind, service, domain, isFirst }: CostItem): boolean => {
    if (kind === 'backup') return false;
    if (service < 0) return !abandoned.has(domain);
    const { inFirstSite, sites } = model.services[service];
    if (sites !== null && !isFirst) return false;
    return inFirstSite;
  };
  return listCosts(model).reduce((sum, item) => sum + (remains(item) ? item.rate : 0), 0);
}

/** The domains that nobody needs once there is but the first site of each service. */
function otherSites(model: Model, onSites: readonly number[]): Set<number> {
  const { domains, services } = model;
  const used = new Set<number>();
  const use = (domain: number) => {
    for (let d = domain; d >= 0 && !used.has(d); d = domains[d].parent) used.add(d);
  };
  const others = new Set<number>();
  services.forEach(({ placement, sites, inFirstSite }) => {
    if (inFirstSite) for (const domain of sites === null ? placement : placement.slice(0, 1)) use(domain);
  });
  for (const index of onSites) for (const domain of services[index].placement.slice(1)) others.add(domain);
  // Preorder: whether the domain around it goes is known before.
  domains.forEach(({ parent }, domain) => {
    if (others.has(parent)) others.add(domain);
  });
  return new Set([...others].filter((domain) => !used.has(domain)));
}

function bareMembers(model: Model): number {
  const services = model.services.reduce((sum, service) => {
    const { placement, siteCostShare, data, costPerSecond, shards } = service;
    // Of shards, as many members as it takes to hold the required copies.
    const required =
      shards === null ? service.required : Math.ceil((placement.length * service.required) / shards.copies);
    const storage = data === null || placement.length === 0 ? 0 : data.sizeBytes * data.costPerByteSecond;
    return sum + required * memberRate(model, service) * siteCostShare + storage + costPerSecond;
  }, 0);
  return model.domains.reduce((sum, { costPerSecond }) => sum + costPerSecond, services);
}
