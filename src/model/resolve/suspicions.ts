import type { Named, ReadRecord } from '../language/kinds.ts';
import type { DocumentFields, ServiceFields } from '../language/types.ts';
import { messages } from '../messages.ts';
import type { Model } from '../model.ts';
import type { Report } from '../report.ts';
import type { Parameters } from '../scope/parameters.ts';
import { enclosing, type DomainTree } from './domains.ts';
import { valueOr } from './fields.ts';
import { reachableFrom, type Graph } from './graph.ts';

export interface Suspects {
  readonly fields: DocumentFields;
  readonly tree: DomainTree;
  readonly graph: Graph;
  readonly named: readonly Named<ReadRecord<ServiceFields>>[];
  /** No errors: only then does what nothing uses mean anything. */
  readonly complete: boolean;
}

/** What is legal and yet hardly meant. */
export function findSuspicions(model: Model, suspects: Suspects, parameters: Parameters, report: Report): void {
  const { complete, named, fields, tree, graph } = suspects;
  if (!complete) return;
  for (const { name, at } of parameters.unused()) report.warning(at, messages.unusedParameter(name));
  const needed = reachableFrom(graph, model.entry);
  named.forEach(({ name, at }, i) => {
    if (!needed.has(i)) report.warning(at, messages.unneededService(name, named[model.entry].name));
  });
  const used = new Set(model.services.map(({ component }) => component));
  valueOr(fields.components, []).forEach(({ name, at }, i) => {
    if (!used.has(i)) report.warning(at, messages.unusedComponent(name));
  });
  unusedDomains(model, tree, report);
  model.services.forEach((service, i) => {
    const { field } = named[i];
    if (service.replication?.mode !== 'sync' || service.mode !== 'active-passive' || !field.ok) return;
    const regions = new Set(service.placement.map((domain) => enclosing(tree, domain, 'region')));
    if (regions.size < 2) return;
    const at = field.value.fields.replication?.at ?? field.at;
    report.warning(at, messages.syncAcrossRegions([...regions].map((region) => (region < 0 ? 'none' : tree.list[region].name))));
  });
}

/** Domains in which, or below which, nothing is placed: the outermost ones. */
function unusedDomains(model: Model, tree: DomainTree, report: Report): void {
  const used = new Set<number>();
  for (const { placement } of model.services) {
    for (const domain of placement) {
      for (let at = domain; at >= 0 && !used.has(at); at = tree.list[at].parent) used.add(at);
    }
  }
  tree.list.forEach(({ name, kind, parent }, i) => {
    if (!used.has(i) && (parent < 0 || used.has(parent))) report.warning(tree.places[i], messages.unusedDomain(kind, name));
  });
}
