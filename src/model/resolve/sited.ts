import type { ReadRecord } from '../language/kinds.ts';
import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { isBad, valueOr } from './fields.ts';
import type { Links } from './links.ts';
import type { Surroundings } from './surroundings.ts';

/** Where the sites of a service are: single domains, and all domains of a kind. */
export interface SitesWish {
  /** Where that is written, or the service's name. */
  readonly at: Location;
  readonly named: readonly (number | string)[];
  /** Some of it is wrong, so that nothing follows from what is missing. */
  readonly unknown: boolean;
}

/** Keys that say of members what `sites` and the services in the sites say. */
const INSTEAD = {
  component: 'its members are copies: give the component to the service that `of` names, or to one that this one needs',
  replicas: 'it has one copy in each of its sites; replicas within a site belong to the services that stand there',
  across: '`sites` says where its copies stand, and takes a kind of domain as well, as in `sites: zone`',
  in: '`sites` says where its copies stand',
  check: 'it is said of replicas: give it to the component, or to the service that stands in the sites',
  'standby-failures': 'it is said of replicas: what stands in a site fails there as it does in any other',
} as const;

/** Whether `of`, `sites` and `strategy` go together, and with the other keys. */
export function checkSited(
  { at: whole, fields, keys, incomplete }: ReadRecord<ServiceFields>,
  links: Links,
  { services, links: all }: Surroundings,
  report: Report,
): void {
  const { of, sites, strategy } = fields;
  if (of === undefined && sites === undefined) {
    if (strategy !== undefined && !incomplete)
      report.error(keys.get('strategy') ?? whole, messages.strategyWithoutOf());
    return;
  }
  if (!incomplete && sites === undefined) report.error(keys.get('of') ?? whole, messages.ofWithoutSites());
  if (!incomplete && of === undefined) report.error(keys.get('sites') ?? whole, messages.sitesWithoutOf());
  for (const [key, why] of Object.entries(INSTEAD)) {
    const at = keys.get(key);
    if (at !== undefined) report.error(at, messages.besideSites(key, why));
  }
  if (of?.ok === true && links.of >= 0 && all[links.of].fixed)
    report.error(of.at, messages.ofFixed(services[links.of].name));
}

export function resolveSites(
  fields: ServiceFields,
  at: Location,
  { domains, kinds }: Surroundings,
  report: Report,
): SitesWish {
  const { sites } = fields;
  if (sites?.ok === true && sites.value.length === 0) report.error(sites.at, messages.noSites());
  const seen = new Set<number | string>();
  let unknown = sites === undefined || isBad(sites);
  for (const site of valueOr(sites, [])) {
    if (!site.ok) {
      unknown = true;
      continue;
    }
    const domain = domains.indexOf(site.value);
    const named = domain >= 0 ? domain : kinds.has(site.value) ? site.value : null;
    if (named === null) {
      domains.unknown(site.value, site.at, kinds);
      unknown = true;
      continue;
    }
    if (seen.has(named)) report.error(site.at, messages.listedTwice(site.value));
    seen.add(named);
  }
  return { at: sites?.at ?? at, named: [...seen], unknown };
}
