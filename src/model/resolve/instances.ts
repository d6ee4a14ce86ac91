import { messages } from '../messages/index.ts';
import type { Service } from '../model.ts';
import type { Reschedule } from '../reschedule.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { isInFirstSite, siteCostShare, type Instance, type Instances } from './instantiate.ts';
import { isBad } from './fields.ts';
import { resolveMaintenance } from './maintenance.ts';
import type { Placer, PlacementScope } from './placement.ts';
import { resolveRequired, type Draft, type Members } from './services.ts';
import type { Stack } from './stacks.ts';

interface Making {
  readonly drafts: readonly Draft[];
  readonly stacks: readonly Stack[];
  readonly scopes: readonly PlacementScope[];
  readonly placer: Placer;
  /** Too many members even to be listed. */
  readonly crowded: boolean;
  readonly report: Report;
}

/** The services as they stand, each with its members in their places. */
export function resolveInstances(instances: Instances, making: Making): Service[] {
  const { drafts, stacks, scopes, placer, crowded, report } = making;
  const indices = new Map(instances.all.map((instance, i) => [instance, i]));
  const indexOf = (instance: Instance | undefined): number =>
    instance === undefined ? 0 : (indices.get(instance) ?? 0);
  const names = new Set<string>();
  return instances.all.map((instance): Service => {
    const { name: written, at, service, links, wish, replicas, sites } = drafts[instance.written];
    const { site } = instance;
    const name = `${written}${site.suffix}`;
    if (names.has(name)) report.error(at, messages.copyName(name));
    names.add(name);
    const scope = site.around === null ? scopes[instance.written] : site.scope;
    const placement = sites !== null ? instance.domains : placer.place(wish, scope, crowded ? 0 : replicas);
    return {
      ...service,
      name,
      placement,
      reschedule: placedAnew(service.reschedule, placement, placer, scope, site.around !== null),
      sites: sites === null ? null : instance.inSites.map(indexOf),
      required: requiredOf(instance, drafts[instance.written], report),
      maintenance: sites === null ? service.maintenance : maintenanceOf(instance, drafts[instance.written], report),
      siteCostShare: siteCostShare(instance, drafts, stacks),
      inFirstSite: isInFirstSite(instance, stacks),
      needs: links.needs.map((target) => indexOf(instances.meantBy(instance, target))),
      anyOf: links.anyOf.map((group) => group.map((target) => indexOf(instances.meantBy(instance, target)))),
      within: links.within.map(({ service: target, kind }) => ({
        service: indexOf(instances.meantBy(instance, target)),
        kind,
      })),
      coordinators: links.coordinators.map((target) => indexOf(instances.meantBy(instance, target))),
      wants: links.wants.map(({ service: target, without }) => ({
        service: indexOf(instances.meantBy(instance, target)),
        without,
      })),
    };
  });
}

function placedAnew(
  reschedule: Draft['service']['reschedule'],
  placement: readonly number[],
  placer: Placer,
  scope: PlacementScope,
  isInSite: boolean,
): Reschedule | null {
  return reschedule === null ? null : { ...reschedule, among: placer.elsewhere(placement, scope, isInSite) };
}

/** Planned work on whole sites, which are its members. */
function maintenanceOf({ domains }: Instance, { fields, sites }: Draft, report: Report) {
  const members = sites?.unknown === true || domains.length === 0 ? null : domains.length;
  return resolveMaintenance(fields.maintenance, { are: 'sites', members }, report);
}

function requiredOf(
  { domains }: Instance,
  { fields, service: { mode }, replicas, sites }: Draft,
  report: Report,
): number {
  if (sites !== null) {
    const members: Members = {
      are: 'sites',
      count: domains.length,
      at: sites.at,
      known: !sites.unknown && domains.length > 0,
    };
    if (MODES[mode].standsBy && members.known && domains.length === 1)
      report.warning(sites.at, messages.oneSitePassive());
    return resolveRequired(fields, mode, members, report);
  }
  if (replicas === 0) return 0;
  return resolveRequired(
    fields,
    mode,
    { are: 'replicas', count: replicas, at: fields.replicas?.at ?? null, known: !isBad(fields.replicas) },
    report,
  );
}
