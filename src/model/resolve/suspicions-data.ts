import { backupsOf } from '../backups.ts';
import { valueOr } from './fields.ts';
import { messages } from '../messages/index.ts';
import type { Model, Service } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Instance } from './instantiate.ts';
import { isWithin, type DomainTree } from './domains.ts';
import type { Whole } from './whole.ts';
import type { Draft } from './services.ts';

/** What is hardly meant of data and backups, service by service as they are written. */
export function suspectData(model: Model, whole: Whole, report: Report): void {
  const { drafts, stacks, tree } = whole;
  const { all, ofWritten } = whole.instances;
  drafts.forEach(({ at, fields, service, replicas, sites, links }, written) => {
    const own = ofWritten[written].map((i) => model.services[i]);
    if (own.length === 0) return;
    const stack = [...stacks[written]].map((each) => drafts[each]);
    const holds = fields.data !== undefined || stack.some((each) => each.fields.data !== undefined);
    const backedUp =
      service.backup !== null ||
      stack.some((each) => each.service.backup !== null) ||
      ofWritten[written].some((i) => around(all[i], whole).some(hasBackup));
    const several = sites === null ? replicas > 1 : own.some(({ placement }) => placement.length > 1);
    if (holds && MODES[service.mode].standsBy && several && service.replication === null && !backedUp) {
      report.warning(
        fields.data?.at ?? (links.of < 0 ? at : (fields.of?.at ?? at)),
        messages.sharedData(sites !== null),
      );
    }
    const policies = backupsOf(service);
    if (fields.backup !== undefined && policies.every(({ copies }) => copies.length > 0)) {
      const shared = sharedFate(
        own.flatMap(({ placement }) => placement),
        policies.flatMap(({ copies }) => copies),
        tree,
      );
      const [first] = valueOr(fields.backup, []);
      const copiesAt = (first?.ok === true ? first.value.fields.copies?.at : undefined) ?? fields.backup.at;
      if (shared >= 0)
        report.warning(
          copiesAt,
          messages.backupsInOnePlace(tree.list[shared].kind, tree.list[shared].name, elsewhere(shared, tree)),
        );
    }
    if (fields.data === undefined || service.backup !== null || sites !== null) return;
    const lost = ofWritten[written].map((i) => lostFor(i, all[i], model, whole)).find((name) => name !== null);
    if (lost !== undefined && lost !== null) report.warning(fields.data.at, messages.permanentLoss(lost));
  });
}

/** The innermost domain that can fail with all of these in it; −1 where there is none. */
function sharedFate(members: readonly number[], copies: readonly number[], tree: DomainTree): number {
  if (copies.length === 0 || members.length === 0 || members.includes(-1)) return -1;
  const all = [...new Set([...members, ...copies])];
  for (let domain = all[0]; domain >= 0; domain = tree.list[domain].parent) {
    if (tree.list[domain].failures.length > 0 && all.every((each) => isWithin(tree, each, domain))) return domain;
  }
  return -1;
}

/** The first domain outside of another, of its kind where there is one: its own failure leaves the other alone. */
function elsewhere(domain: number, tree: DomainTree): string | null {
  const apart = tree.list.filter((_, i) => !isWithin(tree, i, domain) && !isWithin(tree, domain, i));
  const root = outermost(domain, tree);
  // As far away as there is one: outside of all that holds it.
  const far = apart.filter(
    ({ name }) =>
      !isWithin(
        tree,
        tree.list.findIndex((each) => each.name === name),
        root,
      ),
  );
  return ((far.length > 0 ? far : apart)[0] ?? null)?.name ?? null;
}

function outermost(domain: number, { list }: DomainTree): number {
  let at = domain;
  while (list[at].parent >= 0) at = list[at].parent;
  return at;
}

/** A failure by itself that destroys all data of a service that nothing backs up or holds elsewhere; null: none. */
function lostFor(index: number, instance: Instance, model: Model, whole: Whole): string | null {
  const service = model.services[index];
  if (isHeldElsewhere(instance, model, whole)) return null;
  const shock = model.shocks.find(({ losesData, hits }) => losesData && hits.includes(index));
  if (shock !== undefined) return `the shock '${shock.name}'`;
  if (service.placement.length === 1) {
    const mode = model.components[service.component].failures.find(({ losesData }) => losesData);
    if (mode !== undefined) return `'${mode.name}'`;
  }
  return domainThatLoses(service, model, whole.tree);
}

function domainThatLoses({ placement }: Service, { domains }: Model, tree: DomainTree): string | null {
  for (let domain = placement[0] ?? -1; domain >= 0; domain = domains[domain].parent) {
    const mode = domains[domain].failures.find(({ losesData }) => losesData);
    if (mode !== undefined && placement.every((each) => isWithin(tree, each, domain)))
      return `'${mode.name}' of '${domains[domain].name}'`;
  }
  return null;
}

/** A service that works on sites around it backs it up, or replicates it to another of its sites. */
function isHeldElsewhere(instance: Instance, model: Model, whole: Whole): boolean {
  return around(instance, whole).some(
    (service) => hasBackup(service) || (hasReplication(service) && severalSites(service, model)),
  );
}

/** The services that work on the sites in which a copy stands, as they are written. */
function around({ site, written }: Instance, { drafts, stacks }: Whole): Draft[] {
  const found: Draft[] = [];
  for (let at = site; at.around !== null; at = at.around) {
    for (const { service } of at.owners) if (stacks[service].has(written)) found.push(drafts[service]);
  }
  return found;
}

const hasBackup = ({ service }: Draft): boolean => service.backup !== null;
const hasReplication = ({ service }: Draft): boolean => service.replication !== null;

function severalSites({ name }: Draft, { services }: Model): boolean {
  return services.some(({ written, placement }) => written === name && placement.length > 1);
}
