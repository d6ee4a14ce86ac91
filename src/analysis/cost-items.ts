import { backupsOf } from '../model/backups.ts';
import { storedBytes, writtenBytesPerSecond } from '../compile/backup-volume.ts';
import type { Backup, Model, Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { backedUp, dataOf, standbysAreEmpty } from './data.ts';
import type { CostKind } from './report.ts';
import { sitesOf } from './sites.ts';

/** One thing that costs, or several alike in one place. */
export interface CostItem {
  readonly kind: CostKind;
  /** Index; −1 for what a domain costs by itself. */
  readonly service: number;
  /** Index of the innermost domain; −1 outside all. */
  readonly domain: number;
  /** Currency per second. */
  readonly rate: number;
  /** Runs only to stand by. */
  readonly isStandby: boolean;
  /** Belongs to the first member, or the first site, alone. */
  readonly isFirst: boolean;
}

/** Everything that costs, and members that cost nothing: their domains are part of the bill all the same. */
export function listCosts(model: Model): CostItem[] {
  return [
    ...model.services.flatMap((_, index) => [
      ...compute(model, index),
      ...storage(model, index),
      ...transfer(model, index),
    ]),
    ...backedUp(model).flatMap((index) => backups(model, index)),
    ...fixed(model),
  ];
}

/** What one member costs to run where it serves, currency per second. */
export function memberRate(model: Model, { component }: Service): number {
  return component < 0 ? 0 : model.components[component].costPerSecond;
}

/** The running cost of members: of passive ones their share, and of a site that stands by the site's. */
function compute(model: Model, index: number): CostItem[] {
  const service = model.services[index];
  if (service.component < 0) return [];
  const each = memberRate(model, service) * service.siteCostShare;
  return byDomain(service).map(({ domain, members, isFirst }) => {
    const isStandby = MODES[service.mode].standsBy && !isFirst;
    return {
      ...({ kind: 'compute', service: index, domain, isFirst } as const),
      rate: members * each * (isStandby ? service.passiveCostShare : 1),
      isStandby: isStandby || sitesOf(model).isPassive[index],
    };
  });
}

/** Each member keeps a copy, unless it is a standby that is restored from a backup. */
function storage(model: Model, index: number): CostItem[] {
  const service = model.services[index];
  const { data } = service;
  if (data === null || isRestoredWhole(model, index)) return [];
  const each = data.sizeBytes * data.costPerByteSecond;
  const onlyFirst = standbysAreEmpty(model, index);
  return costly(
    byDomain(service)
      .filter(({ isFirst }) => isFirst || !onlyFirst)
      .map(({ domain, members, isFirst }) => ({
        kind: 'storage',
        service: index,
        domain,
        rate: members * each,
        isStandby: false,
        isFirst,
      })),
  );
}

/** Stands in a site that holds nothing until it is restored. */
function isRestoredWhole(model: Model, index: number): boolean {
  return sitesOf(model).around[index].some(({ service, site }) => site > 0 && standbysAreEmpty(model, service));
}

/** What changes is sent to every member after the first, and paid for where it arrives. */
function transfer(model: Model, index: number): CostItem[] {
  const service = model.services[index];
  if (service.replication === null) return [];
  const each = service.replication.transferCostPerByte * dataOf(model, index).changeBytesPerSecond;
  return costly(
    byDomain(service)
      .filter(({ isFirst }) => !isFirst)
      .map(({ domain, members, isFirst }) => ({
        kind: 'transfer',
        service: index,
        domain,
        rate: members * each,
        isStandby: false,
        isFirst,
      })),
  );
}

function backups(model: Model, index: number): CostItem[] {
  return backupsOf(model.services[index]).flatMap((backup, policy) => costOfPolicy(model, index, backup, policy === 0));
}

/** Each copy is kept; each after the first is sent to where it is kept, and paid for there. */
function costOfPolicy(model: Model, index: number, backup: Backup, isFirst: boolean): CostItem[] {
  const data = dataOf(model, index);
  const keeping = storedBytes(backup, data) * backup.costPerByteSecond;
  const sending = writtenBytesPerSecond(backup, data) * backup.transferCostPerByte;
  const copies = backup.copies.length > 0 ? backup.copies : [-1];
  return costly(
    copies.map((domain, copy) => ({
      kind: 'backup',
      service: index,
      domain,
      rate: keeping + (copy > 0 ? sending : 0),
      isStandby: false,
      isFirst: isFirst && copy === 0,
    })),
  );
}

/** What services and domains cost whatever runs in them. */
function fixed(model: Model): CostItem[] {
  return costly([
    ...model.services.map((service, index) => ({
      ...({ kind: 'fixed', service: index, isStandby: false, isFirst: true } as const),
      domain: service.costPerSecond > 0 ? standsIn(model, index) : -1,
      rate: service.costPerSecond,
    })),
    ...model.domains.map(
      ({ costPerSecond }, domain) =>
        ({ kind: 'fixed', service: -1, domain, rate: costPerSecond, isStandby: false, isFirst: true }) as const,
    ),
  ]);
}

/** The innermost domain that holds all of a service's members; of one without, the site that it stands in. */
function standsIn(model: Model, index: number): number {
  const { placement } = model.services[index];
  if (placement.length > 0) return [...new Set(placement)].reduce((a, b) => commonDomain(model, a, b));
  const [site] = sitesOf(model).around[index];
  return site === undefined ? -1 : model.services[site.service].placement[site.site];
}

function commonDomain({ domains }: Model, a: number, b: number): number {
  // A domain's parent has a smaller index, and outside is −1.
  while (a !== b) {
    if (a > b) a = domains[a].parent;
    else b = domains[b].parent;
  }
  return a;
}

interface DomainMembers {
  readonly domain: number;
  readonly members: number;
  readonly isFirst: boolean;
}

/** A service's members: the first by itself, the others by their domain. */
function byDomain({ placement }: Service): DomainMembers[] {
  if (placement.length === 0) return [];
  const others = new Map<number, number>();
  for (let i = 1; i < placement.length; i++) others.set(placement[i], (others.get(placement[i]) ?? 0) + 1);
  return [
    { domain: placement[0], members: 1, isFirst: true },
    ...Array.from(others, ([domain, members]) => ({ domain, members, isFirst: false })),
  ];
}

function costly(items: readonly CostItem[]): CostItem[] {
  return items.filter(({ rate }) => rate > 0);
}
