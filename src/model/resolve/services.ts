import { AT_ONCE } from '../../random/distribution.ts';
import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Mode, Service } from '../model.ts';
import type { Reschedule } from '../reschedule.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { resolveCheck } from './checks.ts';
import { resolveBackups, resolveData } from './data.ts';
import { resolveDeploy } from './deploys.ts';
import { isBad, valueOr } from './fields.ts';
import type { Links } from './links.ts';
import type { Names } from './names.ts';
import type { PlacementWish } from './placement.ts';
import { checkKeys, presetOf, resolveFailover, resolveHealthCheck, resolveReplication } from './redundancy.ts';
import { resolveLoad } from './load.ts';
import { resolvePartition } from './partition.ts';
import { resolveReschedule } from './reschedule.ts';
import { checkSharded, resolveShards } from './shards.ts';
import { resolveCostShares, type CostShares } from './running-cost.ts';
import { checkSited, resolveSites, type SitesWish } from './sited.ts';
import { resolveStandbyFailures, resolveStandbysAnswer } from './standby-failures.ts';
import { withStrategy } from './strategy.ts';
import type { Surroundings } from './surroundings.ts';
import { membersOf, resolveMaintenance } from './maintenance.ts';
import { backsUpNothing, fillBackup, volumeOf } from './volume.ts';

/** A service as it is written, before its members are placed and before there are instances of it. */
export interface Draft {
  readonly name: string;
  readonly at: Location;
  /** As given, and as filled in by its strategy. */
  readonly fields: ServiceFields;
  /** What all instances of it have in common. */
  readonly service: Omit<
    Service,
    | 'name'
    | 'placement'
    | 'sites'
    | 'required'
    | 'siteCostShare'
    | 'inFirstSite'
    | 'needs'
    | 'anyOf'
    | 'within'
    | 'wants'
    | 'coordinators'
    | 'reschedule'
  > & { readonly reschedule: Omit<Reschedule, 'among'> | null };
  readonly links: Links;
  readonly replicas: number;
  readonly wish: PlacementWish;
  /** Where its sites are; null for a service that does not work on sites. */
  readonly sites: SitesWish | null;
  readonly costShares: CostShares;
}

export function resolveService(index: number, around: Surroundings, report: Report): Draft {
  const { name, at, field } = around.services[index];
  const links = around.links[index];
  const given: ServiceFields = field.ok ? field.value.fields : {};
  const sited = given.of !== undefined || given.sites !== undefined;
  if (field.ok) checkSited(field.value, links, around, report);
  const fields = sited ? fillBackup(withStrategy(given, report), index, around, report) : given;
  const hasComponent = given.component !== undefined && !sited;
  const hasMembers = hasComponent || sited;
  const mode: Mode = valueOr(fields.mode, 'active-active');
  const knownMode = isBad(fields.mode) ? null : mode;
  const settled = field.ok && knownMode !== null && (hasMembers || !field.value.incomplete);
  if (settled) checkKeys(field.value.keys, mode, fields.mode !== undefined, hasMembers, report);
  if (settled && !hasMembers && given.needs === undefined && given.wants === undefined)
    report.warning(at, messages.nothingInService());

  const replicas = valueOr(fields.replicas, 1);
  const passive = MODES[mode].standsBy && hasMembers;
  if (passive && hasComponent && replicas === 1 && !isBad(fields.replicas))
    report.warning(at, messages.oneReplicaPassive());
  if (hasMembers && fields.backup?.ok === true && backsUpNothing(fields, index, around))
    report.error(field.ok ? (field.value.keys.get('backup') ?? at) : at, messages.backupWithoutData(sited));
  if (settled) checkSharded(fields, mode, sited, report);
  const costShares = resolveCostShares(fields, index, around, report);
  const component = hasComponent && given.component !== undefined ? around.components.find(given.component) : -1;
  return {
    name,
    at,
    fields,
    service: {
      written: name,
      component,
      mode: hasMembers ? mode : 'active-active',
      belowRequired: valueOr(fields['below-required'], 'down'),
      retry: valueOr(fields.retry, false),
      healthCheck: hasMembers ? resolveHealthCheck(fields, knownMode, report) : null,
      failover: passive ? resolveFailover(fields, around.teams, report) : null,
      replication: hasMembers ? resolveReplication(fields, knownMode, around.isLinked, report) : null,
      load: resolveLoad(fields, sited, report),
      shards: hasComponent ? resolveShards(fields, replicas, knownMode, report) : null,
      ...resolvePartition(fields, knownMode, report),
      elect: valueOr(fields.elect, AT_ONCE),
      standbysAnswer: passive ? resolveStandbysAnswer(fields, report) : 0,
      passiveCostShare: passive && hasComponent ? (costShares.all ?? presetOf(fields).passiveCostShare) : 1,
      standbyFailures: passive && hasComponent ? resolveStandbyFailures(fields, around.parts[component]) : 1,
      costPerSecond: valueOr(fields.cost, 0),
      check: hasComponent ? resolveCheck(fields.check, around.checks[component], report) : null,
      deploy: hasMembers ? resolveDeploy(fields.deploy, around.teams, report) : null,
      maintenance: hasComponent ? resolveMaintenance(fields.maintenance, membersOf(fields.replicas), report) : null,
      reschedule: resolveReschedule(fields, sited, report),
      data: resolveData(fields),
      ...resolveBackups(fields, volumeOf(fields, index, around), around.domains, report),
    },
    links,
    replicas: hasComponent ? replicas : 0,
    wish: {
      at: fields.in?.at ?? at,
      in:
        fields.in === undefined
          ? 'inherit'
          : isBad(fields.in)
            ? 'unknown'
            : placedIn(fields, around.domains, hasComponent && fields.across === undefined),
      across: sited ? [] : acrossOf(fields),
    },
    sites: sited ? resolveSites(given, at, around, report) : null,
    costShares,
  };
}

/** The kinds that are read, each where it stands. */
function acrossOf({ across }: ServiceFields): PlacementWish['across'] {
  return valueOr(across, []).flatMap((kind) => (kind.ok ? [{ kind: kind.value, at: kind.at }] : []));
}

/** @param hasTurns members stand in the domains themselves, one after the other */
function placedIn(fields: ServiceFields, domains: Names, hasTurns: boolean): readonly number[] | 'unknown' {
  const named = valueOr(fields.in, []);
  const found = domains.findAll(named, hasTurns ? 'again' : 'warning');
  return found.length === 0 && named.length > 0 ? 'unknown' : found;
}

/** The members of a service: replicas, or sites. */
export interface Members {
  readonly are: 'replicas' | 'sites';
  readonly count: number;
  /** Where their number is given; null where it is not, or not known. */
  readonly at: Location | null;
  readonly known: boolean;
}

/** k of n, and whether there can ever be so many. */
export function resolveRequired(
  fields: ServiceFields,
  mode: Mode,
  { are, count, at, known }: Members,
  report: Report,
): number {
  const majority = Math.floor(count / 2) + 1;
  const certain = known && !isBad(fields.mode);
  const { standsBy, agrees } = MODES[mode];
  if (standsBy) return 1;
  if (agrees && certain && count % 2 === 0 && at !== null) report.warning(at, messages.evenQuorum(count, are));
  const otherwise = agrees ? majority : 1;
  if (fields.required?.ok !== true) return otherwise;
  const required = fields.required.value;
  // Of copies, not of members (`shards.ts`).
  if (MODES[mode].holdsShards) return required;
  if (certain && required > count) report.error(fields.required.at, messages.requiredAbove(required, count, are));
  else if (certain && agrees && required < majority)
    report.warning(fields.required.at, messages.smallQuorum(required, count));
  return required;
}
