import { backupsOf } from '../backups.ts';
import { checkLoads } from './check-loads.ts';
import { checkReschedules } from './check-reschedules.ts';
import { messages } from '../messages/index.ts';
import type { Model } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Parameters } from '../scope/parameters.ts';
import { suspectChecks } from './checks.ts';
import { enclosing, type DomainTree } from './domains.ts';
import { valueOr } from './fields.ts';
import { reachableFrom } from './graph.ts';
import { suspectShocks } from './shocks.ts';
import { suspectSla } from './sla.ts';
import { suspectTargets } from './targets.ts';
import type { Whole } from './whole.ts';
import { suspectStandbys } from './standby-failures.ts';
import { suspectLinks } from './network.ts';
import { suspectData } from './suspicions-data.ts';
import { suspectExperiments } from './suspicions-experiments.ts';
import { suspectPeople } from './suspicions-people.ts';
import { suspectMaintenance } from './suspicions-planned.ts';
import { suspectRedundancy } from './suspicions-redundancy.ts';

/** What is legal and yet hardly meant. Of a model without errors: only then does what nothing uses mean anything. */
export function findSuspicions(model: Model, whole: Whole, parameters: Parameters, report: Report): void {
  checkLoads(model, whole, report);
  checkReschedules(model, whole, report);
  const { named, fields, tree, graph, instances, drafts, writtenEntry } = whole;
  for (const { name, at } of parameters.unused()) report.warning(at, messages.unusedParameter(name));
  const needed = withTools(reachableFrom(graph, writtenEntry), model, whole);
  named.forEach(({ name, at }, i) => {
    // What stands in sites only matters by the service that works on them.
    if (!needed.has(i) && instances.outside(i) !== undefined)
      report.warning(at, messages.unneededService(name, named[writtenEntry].name));
  });
  const used = new Set(model.services.map(({ component }) => component));
  valueOr(fields.components, []).forEach(({ name, at }, i) => {
    if (!used.has(i)) report.warning(at, messages.unusedComponent(name));
  });
  suspectStandbys(model, fields, report);
  suspectChecks(model, fields, named, report);
  suspectMaintenance(model, whole, report);
  unusedDomains(model, tree, report);
  sitesWithinSites(model, whole, report);
  model.services.forEach((service, i) => {
    if (service.replication?.mode !== 'sync' || MODES[service.mode].agrees) return;
    const { fields: given, at } = drafts[instances.all[i].written];
    if (MODES[service.mode].spreads && service.sites === null && service.data === null) return;
    const regions = new Set(service.placement.map((domain) => enclosing(tree, domain, 'region')));
    if (regions.size < 2) return;
    const names = [...regions].map((region) => (region < 0 ? 'none' : tree.list[region].name));
    report.warning(given.replication?.at ?? at, messages.syncAcrossRegions(names));
  });
  suspectLinks(model, whole, report);
  suspectShocks(model, whole, report);
  suspectRedundancy(model, whole, report);
  suspectData(model, whole, report);
  suspectExperiments(model, whole, report);
  suspectTargets(model, fields, report);
  suspectSla(model, fields, report);
  suspectPeople(model, whole, report);
}

/** The same, and all without which nobody can repair something, with what that needs. */
function withTools(needed: ReadonlySet<number>, { components, domains, links, shocks, services }: Model, whole: Whole) {
  const failures = [...[...components, ...domains, ...links].flatMap((owner) => owner.failures), ...shocks];
  const tools = new Set(failures.flatMap(({ work }) => work?.needs ?? []).map((i) => services[i].written));
  const all = new Set(needed);
  whole.drafts.forEach(({ name }, i) => {
    if (tools.has(name)) for (const each of reachableFrom(whole.graph, i)) all.add(each);
  });
  return all;
}

/** Sites of one service of which one lies in another. */
function sitesWithinSites({ services }: Model, { instances, drafts, tree }: Whole, report: Report): void {
  services.forEach(({ sites, placement }, i) => {
    if (sites === null) return;
    const all = new Set(placement);
    for (const domain of placement) {
      for (let at = tree.list[domain].parent; at >= 0; at = tree.list[at].parent) {
        if (!all.has(at)) continue;
        const { sites: wish, at: name } = drafts[instances.all[i].written];
        report.warning(wish?.at ?? name, messages.siteWithinSite(tree.list[domain].name, tree.list[at].name));
        break;
      }
    }
  });
}

/** Domains in which, or below which, neither a member nor a backup is placed: the outermost ones. */
function unusedDomains(model: Model, tree: DomainTree, report: Report): void {
  const used = new Set<number>();
  for (const service of model.services) {
    for (const domain of [...service.placement, ...backupsOf(service).flatMap(({ copies }) => copies)]) {
      for (let at = domain; at >= 0 && !used.has(at); at = tree.list[at].parent) used.add(at);
    }
  }
  tree.list.forEach(({ name, kind, parent }, i) => {
    if (!used.has(i) && (parent < 0 || used.has(parent)))
      report.warning(tree.places[i], messages.unusedDomain(kind, name));
  });
}
