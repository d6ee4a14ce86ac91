import { backupsOf } from '../model/backups.ts';
import type { Backup, Failover, Model, Service } from '../model/model.ts';
import { reliesOn } from '../model/relies.ts';
import { writeConstant } from '../model/print/times.ts';
import { formatDuration, formatPercent } from '../units/format.ts';
import { writeTime } from '../units/write.ts';

/** What a disaster-recovery plan says of a model, in words: rows of its tables. */
export interface PlanFacts {
  readonly entry: string;
  readonly description: string;
  /** Where each service stands, how it is redundant, what it needs. */
  readonly topology: readonly (readonly [
    service: string,
    members: string,
    mode: string,
    where: string,
    needs: string,
  ])[];
  /** How data are kept: replication, backups, restores. */
  readonly data: readonly (readonly [service: string, what: string, how: string])[];
  /** Steps of each failover, with the time that the model gives each. */
  readonly failover: readonly (readonly [service: string, step: string, time: string])[];
  /** Backups that are never tried though they may not restore. */
  readonly untried: readonly string[];
}

export function planFacts(model: Model): PlanFacts {
  const { services, entry } = model;
  const written = services.filter((each, i) => services.findIndex((other) => other.written === each.written) === i);
  return {
    entry: services[entry].written,
    description: model.description,
    topology: written.map((service) => [service.written, ...placeOf(service, model)] as const),
    data: written.flatMap((service) => dataRows(service, model)),
    failover: written.flatMap(({ written: name, failover }) =>
      failover === null ? [] : failoverSteps(failover).map(([step, time]) => [name, step, time] as const),
    ),
    untried: written.flatMap((service) =>
      backupsOf(service).some(({ drillSeconds, restorable }) => drillSeconds === null && restorable < 1)
        ? [service.written]
        : [],
    ),
  };
}

function placeOf(service: Service, { components, domains, services }: Model) {
  const { placement, component, mode, sites, required, shards } = service;
  const kind = component < 0 ? '' : ` ${components[component].name}`;
  const places = [...new Set(placement.map((domain) => (domain < 0 ? 'outside all domains' : domains[domain].name)))];
  const names = reliesOn(service).map((i) => services[i].written);
  const count = placement.length;
  return [
    sites !== null ? `${count} sites` : count === 0 ? 'none of its own' : `${count}${kind}`,
    count < 2 ? 'alone' : `${mode}, ${required} of ${shards === null ? count : `${shards.copies} copies`} needed`,
    places.join(', ') || '–',
    [...new Set(names)].join(', ') || '–',
  ] as const;
}

function dataRows(service: Service, model: Model): PlanFacts['data'] {
  const { written, replication, data } = service;
  const policies = backupsOf(service);
  const rows: [string, string, string][] = [];
  if (replication !== null)
    rows.push([
      written,
      'replication',
      replication.mode === 'sync' ? 'synchronous' : `${replication.mode}, lag ${writeConstant(replication.lag)}`,
    ]);
  for (const backup of policies)
    rows.push([written, 'backups', backupText(backup, model)], [written, 'restore', restoreText(backup)]);
  if (data !== null && replication === null && policies.length === 0)
    rows.push([written, 'data', 'no copy and no backup']);
  return rows;
}

function backupText(
  { fullSeconds, differentialSeconds, incrementalSeconds, logSeconds, retentionSeconds, copies }: Backup,
  { domains }: Model,
): string {
  const kinds = [
    ['full', fullSeconds],
    ['differential', differentialSeconds],
    ['incremental', incrementalSeconds],
    ['log', logSeconds],
  ] as const;
  const every = kinds.flatMap(([name, seconds]) =>
    seconds === null || seconds === Infinity ? [] : [`${name} every ${formatDuration(seconds)}`],
  );
  const where = copies.length === 0 ? 'outside all domains' : `in ${copies.map((i) => domains[i].name).join(', ')}`;
  return `${every.join(', ')}; kept ${writeTime(retentionSeconds)} ${where}`;
}

function restoreText({ provision, restorable, drillSeconds }: Backup): string {
  const tried = drillSeconds === null ? 'never tried' : `tried every ${formatDuration(drillSeconds)}`;
  return `a machine in ${writeConstant(provision)}; ${formatPercent(restorable)} of them restore; ${tried}`;
}

function failoverSteps({ detect, decide, promote, redirect, success, retry }: Failover): (readonly [string, string])[] {
  return [
    ['detect', detect === null ? 'by its health check' : writeConstant(detect)],
    ['decide', writeConstant(decide)],
    ['promote a standby', writeConstant(promote)],
    [
      'redirect clients',
      redirect.kind === 'dns' ? `DNS, up to ${formatDuration(redirect.ttlSeconds)}` : writeConstant(redirect.delay),
    ],
    ...(success < 1
      ? [[`if it fails (${formatPercent(1 - success)})`, `try again after ${writeConstant(retry)}`] as const]
      : []),
  ];
}
