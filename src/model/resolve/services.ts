import type { Distribution } from '../../random/distribution.ts';
import type { Named, ReadRecord } from '../language/kinds.ts';
import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages.ts';
import type { Mode, Service } from '../model.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';
import type { Names } from './names.ts';
import type { PlacementWish } from './placement.ts';
import { checkKeys, resolveFailover, resolveHealthCheck, resolveReplication } from './redundancy.ts';

const NOW: Distribution = { kind: 'constant', value: 0 };

/** A service before its members are placed, which depends on the services that need it. */
export interface Draft {
  readonly service: Omit<Service, 'placement'>;
  readonly replicas: number;
  readonly wish: PlacementWish;
}

/** The names that a service's fields may mention. */
export interface Known {
  readonly services: Names;
  readonly components: Names;
  readonly domains: Names;
}

export function resolveService({ name, at, field }: Named<ReadRecord<ServiceFields>>, known: Known, report: Report): Draft {
  const fields: ServiceFields = field.ok ? field.value.fields : {};
  const hasComponent = fields.component !== undefined;
  const mode: Mode = valueOr(fields.mode, 'active-active');
  const knownMode = isBad(fields.mode) ? null : mode;
  const settled = field.ok && knownMode !== null && (hasComponent || !field.value.incomplete);
  if (settled) checkKeys(field.value.keys, mode, fields.mode !== undefined, hasComponent, report);

  const needs = known.services.findAll(valueOr(fields.needs, []));
  const wants = resolveWants(fields, needs, known.services, report);
  if (settled && !hasComponent && fields.needs === undefined && fields.wants === undefined) report.warning(at, messages.nothingInService());

  const replicas = valueOr(fields.replicas, 1);
  const passive = mode === 'active-passive' && hasComponent ? resolveFailover(fields, report) : null;
  if (passive !== null && replicas === 1 && !isBad(fields.replicas)) report.warning(at, messages.oneReplicaPassive());
  return {
    service: {
      name,
      component: fields.component === undefined ? -1 : known.components.find(fields.component),
      mode: hasComponent ? mode : 'active-active',
      required: hasComponent ? resolveRequired(fields, mode, replicas, report) : 0,
      belowRequired: valueOr(fields['below-required'], 'down'),
      retry: valueOr(fields.retry, false),
      healthCheck: hasComponent ? resolveHealthCheck(fields, knownMode, report) : null,
      failover: passive?.failover ?? null,
      replication: hasComponent ? resolveReplication(fields, knownMode, report) : null,
      elect: valueOr(fields.elect, NOW),
      passiveCostShare: passive?.passiveCostShare ?? 1,
      needs,
      wants,
    },
    replicas: hasComponent ? replicas : 0,
    wish: {
      at: fields.in?.at ?? at,
      in: fields.in === undefined ? 'inherit' : isBad(fields.in) ? 'unknown' : placedIn(fields, known.domains),
      across: fields.across?.ok === true ? { kind: fields.across.value, at: fields.across.at } : null,
    },
  };
}

function placedIn(fields: ServiceFields, domains: Names): readonly number[] | 'unknown' {
  const named = valueOr(fields.in, []);
  const found = domains.findAll(named);
  return found.length === 0 && named.length > 0 ? 'unknown' : found;
}

function resolveWants(fields: ServiceFields, needs: readonly number[], services: Names, report: Report): Service['wants'] {
  return valueOr(fields.wants, []).flatMap(({ name, at, field }) => {
    const service = services.find({ ok: true, value: name, at });
    if (service < 0) return [];
    if (needs.includes(service)) report.error(at, messages.needsAndWants(name));
    return [{ service, without: valueOr(field, 1) }];
  });
}

/** k of n, and whether there can ever be so many. */
function resolveRequired(fields: ServiceFields, mode: Mode, replicas: number, report: Report): number {
  const majority = Math.floor(replicas / 2) + 1;
  const known = !isBad(fields.replicas) && !isBad(fields.mode);
  if (mode === 'active-passive') return 1;
  if (mode === 'quorum' && known && replicas % 2 === 0 && fields.replicas !== undefined) {
    report.warning(fields.replicas.at, messages.evenQuorum(replicas));
  }
  const otherwise = mode === 'quorum' ? majority : 1;
  if (fields.required?.ok !== true) return otherwise;
  const required = fields.required.value;
  if (known && required > replicas) report.error(fields.required.at, messages.requiredAboveReplicas(required, replicas));
  else if (known && mode === 'quorum' && required < majority) report.warning(fields.required.at, messages.smallQuorum(required, replicas));
  return required;
}
