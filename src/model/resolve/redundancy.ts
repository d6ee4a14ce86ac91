import type { Field, Key } from '../language/kinds.ts';
import { serviceShape } from '../language/service.ts';
import type { DecisionRecord, DnsRecord, FailbackRecord, ReplicationFields, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Failover, HealthCheck, Mode, Replication } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { AT_ONCE, type Distribution } from '../../random/distribution.ts';
import { isConstantZero } from '../../random/parameters.ts';
import { isBad, valueOr } from './fields.ts';
import type { Names } from './names.ts';
import { NO_PRESET, PRESETS, type Preset } from './presets.ts';

const RETRY: Distribution = { kind: 'constant', value: 15 * 60 };

/** Keys that do not fit the service's mode, or a service without members. */
export function checkKeys(
  keys: ReadonlyMap<string, Location>,
  mode: Mode,
  modeGiven: boolean,
  hasMembers: boolean,
  report: Report,
): void {
  for (const [name, at] of keys) {
    const { modes, ofMembers }: Key = serviceShape.keys[name as keyof typeof serviceShape.keys];
    if (!hasMembers) {
      if (ofMembers === true) report.error(at, messages.needsComponent(name));
    } else if (modes !== undefined && !modes.includes(mode)) {
      report.error(at, messages.otherMode(name, modes, mode, !modeGiven));
    }
  }
}

/** The one of several places where a key may stand in which it does; a second one is an error. */
function once<T>(
  name: string,
  report: Report,
  ...fields: readonly (readonly [where: string, field: Field<T> | undefined])[]
): Field<T> | undefined {
  const given = fields.flatMap(([where, field]) => (field === undefined ? [] : [{ where, field }]));
  given.sort((a, b) => a.field.at.line - b.field.at.line || a.field.at.column - b.field.at.column);
  for (const { where, field } of given.slice(1)) {
    report.error(field.at, messages.givenTwice(`${where}${name}`, `${given[0].where}${name}`, given[0].field.at.line));
  }
  return given[0]?.field;
}

/** `mode` is null where it is wrong: then nothing is said of what fits it. */
export function resolveHealthCheck(service: ServiceFields, mode: Mode | null, report: Report): HealthCheck | null {
  const record = service['health-check']?.ok === true ? service['health-check'].value : null;
  const fields = record?.fields ?? {};
  const slowStart = once('slow-start', report, ['', service['slow-start']], ['health-check.', fields['slow-start']]);
  if (record === null && slowStart === undefined) return null;
  if (fields['slow-start'] !== undefined && mode !== null && !MODES[mode].spreads) {
    report.error(fields['slow-start'].at, messages.otherMode('slow-start', ['active-active'], mode, false));
  }
  if (mode !== null && MODES[mode].holdsShards && record !== null) {
    const why = 'whoever asks for a shard knows who of those that hold it works';
    report.warning(record.at, messages.noEffect('health-check', why));
    return null;
  }
  if (mode !== null && MODES[mode].agrees && record !== null) {
    report.warning(record.at, messages.noEffect('health-check', 'a quorum notices by itself, which takes `elect`'));
  }
  if (fields.interval?.ok === true && fields.interval.value === 0)
    report.warning(fields.interval.at, messages.zeroInterval());
  return {
    // Without a health check everything is noticed at once, which a check every 0 s does.
    intervalSeconds: valueOr(fields.interval, 0),
    timeoutSeconds: valueOr(fields.timeout, 0),
    unhealthyThreshold: valueOr(fields['unhealthy-threshold'], 3),
    healthyThreshold: valueOr(fields['healthy-threshold'], 2),
    slowStart: valueOr(slowStart, AT_ONCE),
  };
}

/** @param isLinked there is a network that may part them */
export function resolveReplication(
  service: ServiceFields,
  mode: Mode | null,
  isLinked: boolean,
  report: Report,
): Replication | null {
  const failover = service.failover?.ok === true ? service.failover.value.fields : {};
  const record = service.replication?.ok === true ? service.replication.value : null;
  const fields: ReplicationFields = record?.fields ?? {};
  const maxLag = once('max-lag', report, ['replication.', fields['max-lag']], ['failover.', failover['max-lag']]);
  if (record === null) {
    if (maxLag !== undefined && !isBad(service.replication))
      report.error(maxLag.at, messages.maxLagWithoutReplication());
    return null;
  }
  // Members that all serve replicate their data to each other.
  const among =
    mode !== null && MODES[mode].spreads && (isLinked || service.of !== undefined || service.data !== undefined);
  if (mode !== null && !MODES[mode].standsBy && !among) {
    report.warning(
      record.at,
      messages.noEffect('replication', `it feeds the standbys of an active-passive service, this one is ${mode}`),
    );
  }
  const how = valueOr(fields.mode, 'async');
  if (fields.mode?.ok === true && how !== 'sync' && fields.strict !== undefined)
    report.error(fields.strict.at, messages.strictNotSync(how));
  if (fields.mode?.ok === true && how === 'sync') {
    const why = 'with synchronous replication a standby that is behind is not promoted';
    if (fields.lag !== undefined) report.warning(fields.lag.at, messages.noEffect('lag', why));
    if (maxLag !== undefined) report.warning(maxLag.at, messages.noEffect('max-lag', why));
  }
  return {
    mode: how,
    lag: valueOr(fields.lag, AT_ONCE),
    maxLagSeconds: valueOr(maxLag, Infinity),
    strict: valueOr(fields.strict, false),
    transferCostPerByte: valueOr(fields['transfer-cost'], 0),
  };
}

/** What `standby` fills in. */
export function presetOf({ standby }: ServiceFields): Preset {
  return standby?.ok === true ? PRESETS[standby.value] : NO_PRESET;
}

/** How a failover goes; the time of a promotion that is unsaid comes from `standby`. */
export function resolveFailover(service: ServiceFields, teams: Names, report: Report): Failover {
  const fields = service.failover?.ok === true ? service.failover.value.fields : {};
  const replication = service.replication?.ok === true ? service.replication.value.fields : {};
  const rebuild = once(
    'rebuild',
    report,
    ['', service.rebuild],
    ['failover.', fields.rebuild],
    ['replication.', replication.rebuild],
  );
  const failback = once('failback', report, ['', service.failback], ['failover.', fields.failback]);
  const falsePositive = once(
    'false-positive',
    report,
    ['', service['false-positive']],
    ['failover.', fields['false-positive']],
  );
  if (fields.success?.ok === true && fields.success.value === 0)
    report.warning(fields.success.at, messages.neverSucceeds());
  if (valueOr(fields.success, 1) < 1 && fields.retry?.ok === true && isConstantZero(fields.retry.value)) {
    report.error(fields.retry.at, messages.retriesInNoTime());
  }
  if (fields.drill?.ok === true && fields.drill.value === 0) report.error(fields.drill.at, messages.drillsInNoTime());
  return {
    detect: valueOr(fields.detect, null),
    ...decision(fields.decide, teams),
    promote: valueOr(fields.promote, presetOf(service).promote),
    redirect: redirection(fields.redirect),
    success: valueOr(fields.success, 1),
    retry: valueOr(fields.retry, RETRY),
    rebuild: valueOr(rebuild, AT_ONCE),
    driftPerSecond: valueOr(fields.drift, 0),
    drillSeconds: valueOr(fields.drill, null),
    demoteAfter: valueOr(fields['demote-after'], null),
    failback: moveBack(failback),
    falsePositive: falsePositive?.ok === true ? valueOr(falsePositive.value.fields.mtbf, null) : null,
  };
}

function decision(
  field: Field<Distribution | DecisionRecord> | undefined,
  teams: Names,
): Pick<Failover, 'decide' | 'decidedBy'> {
  if (field?.ok !== true) return { decide: AT_ONCE };
  if (!('fields' in field.value)) return { decide: field.value };
  const { by, takes } = field.value.fields;
  return { decide: valueOr(takes, AT_ONCE), decidedBy: by === undefined ? 0 : Math.max(0, teams.find(by)) };
}

function redirection(field: Field<Distribution | DnsRecord> | undefined): Failover['redirect'] {
  if (field?.ok !== true) return { kind: 'delay', delay: AT_ONCE };
  return 'fields' in field.value
    ? { kind: 'dns', ttlSeconds: valueOr(field.value.fields['dns-ttl'], 0) }
    : { kind: 'delay', delay: field.value };
}

function moveBack(field: Field<'never' | 'auto' | FailbackRecord> | undefined): Failover['failback'] {
  if (field?.ok !== true || field.value === 'never') return null;
  if (field.value === 'auto') return { after: AT_ONCE, takes: null };
  return { after: valueOr(field.value.fields.after, AT_ONCE), takes: valueOr(field.value.fields.takes, null) };
}
