import { evaluate } from './markov-answers.ts';
import { type Chance, createChance } from './markov-chance.ts';
import { FLAG, KEPT, type Layout, MEMBER, OWN } from './markov-layout.ts';
import type { ChainService, System } from './markov-system.ts';

/** One state, while something happens in it. */
export interface Instant {
  readonly system: System;
  readonly layout: Layout;
  readonly cells: Uint16Array;
  /** [member] 1: nothing holds it. */
  readonly works: Uint8Array;
  /** [service] members of a quorum that work, as far as it has noticed. */
  readonly healthy: Int32Array;
  /** [service] share that it answers by itself. */
  readonly share: Float64Array;
  readonly chance: Chance;
  /** Services that wait, and look again when all else in the instant has happened. */
  readonly looks: Set<number>;
  /** Services whose failback waits no time. */
  readonly goingHome: readonly number[];
  /** Services whose promotions wait for others. */
  readonly needing: readonly number[];
  /** What happens in the instant asks for own shares: of sites, or of who takes writes. */
  readonly asksForShares: boolean;
  /** Times that the counted service has lost everything, since somebody set it to 0. */
  losses: number;
}

/** Of an active-passive service. */
export const STAGE = {
  serving: 0,
  detecting: 1,
  deciding: 2,
  waiting: 3,
  between: 4,
  promoting: 5,
  redirecting: 6,
} as const;
/** Of a quorum. */
export const QUORUM = { serving: 0, electing: 1, stopped: 2 } as const;
/**
 * Bits of a service: the promotion is a planned switch; any copy will do; the wait before a failback is on; no copy is
 * left.
 */
export const BIT = { planned: 1, desperate: 2, home: 4, allLost: 8 } as const;

export function createInstant(system: System, layout: Layout): Instant {
  const services = system.services.length;
  return {
    system,
    layout,
    cells: new Uint16Array(layout.width),
    works: new Uint8Array(system.members.length),
    healthy: new Int32Array(services),
    share: new Float64Array(services),
    chance: createChance(),
    looks: new Set(),
    goingHome: [...system.services.keys()].filter(
      (s) => system.services[s].failover?.failback?.afterPerSecond === Infinity,
    ),
    needing: [...system.services.keys()].filter((s) => system.services[s].needs.length > 0),
    asksForShares:
      system.onSites.length > 0 ||
      system.services.some(
        ({ failover, needs }) => needs.length > 0 || (failover !== null && failover.replication !== 'none'),
      ),
    losses: 0,
  };
}

/** Everything up, the first member active, everybody following. */
export function fillFirst({ system: { services }, layout, cells }: Instant): void {
  cells.fill(0);
  services.forEach(({ mode, first, end, failover }, s) => {
    const { leads } = KEPT[mode];
    if (leads >= 0) cells[layout.service[s] + leads] = first + 1;
    if (failover === null) return;
    for (let m = first; m < end; m++) cells[layout.flags[m]] = FLAG.connected | FLAG.hasData;
  });
}

/** What follows from the cells, after they have been loaded. */
export function look(i: Instant): void {
  const { services, members } = i.system;
  for (let m = 0; m < members.length; m++) i.works[m] = isWorking(i, m) ? 1 : 0;
  for (let s = 0; s < services.length; s++) {
    const { mode, first, end } = services[s];
    if (KEPT[mode].counts) i.healthy[s] = count(i.works, first, end);
  }
  i.looks.clear();
}

export function isBlocked({ system: { domains, members }, layout, cells }: Instant, member: number): boolean {
  for (let d = members[member].domain; d >= 0; d = domains[d].parent) if (cells[layout.domain[d]] !== 0) return true;
  return false;
}

export function isWorking(i: Instant, member: number): boolean {
  const { layout, cells } = i;
  if ((cells[layout.member[member]] & ~MEMBER.returns) !== 0) return false;
  if (layout.struck[member] >= 0 && cells[layout.struck[member]] !== 0) return false;
  if (layout.flags[member] >= 0 && (cells[layout.flags[member]] & FLAG.siteHeld) !== 0) return false;
  return !isBlocked(i, member);
}

export function hasFlag({ layout, cells }: Instant, member: number, flag: number): boolean {
  return (cells[layout.flags[member]] & flag) !== 0;
}

export function setFlag({ layout, cells }: Instant, member: number, flag: number, isOn: boolean): void {
  const at = layout.flags[member];
  cells[at] = isOn ? cells[at] | flag : cells[at] & ~flag;
}

export function hasBit({ layout, cells }: Instant, service: number, bit: number): boolean {
  return (cells[layout.service[service] + OWN.bits] & bit) !== 0;
}

export function setBit({ layout, cells }: Instant, service: number, bit: number, isOn: boolean): void {
  const at = layout.service[service] + OWN.bits;
  cells[at] = isOn ? cells[at] | bit : cells[at] & ~bit;
}

/** A member out of a service's cells; −1: none. */
export function roleOf({ layout, cells }: Instant, service: number, role: number): number {
  return cells[layout.service[service] + role] - 1;
}

export function setRole({ layout, cells }: Instant, service: number, role: number, member: number): void {
  cells[layout.service[service] + role] = member + 1;
}

export function stageOf({ layout, cells }: Instant, service: number): number {
  return cells[layout.service[service] + OWN.stage];
}

export function setStage({ layout, cells }: Instant, service: number, stage: number): void {
  cells[layout.service[service] + OWN.stage] = stage;
}

function count(works: Uint8Array, first: number, end: number): number {
  let sum = 0;
  for (let m = first; m < end; m++) sum += works[m];
  return sum;
}

/** Own shares as the cells have them; a service on sites answers what its sites do. */
export function updateShares(i: Instant): void {
  const { services, onSites } = i.system;
  for (let s = 0; s < services.length; s++) if (!services[s].isOnSites) i.share[s] = ownShare(i, s);
  for (const s of onSites) i.share[s] = ownShare(i, s);
}

const OWN_SHARES: Readonly<Record<ChainService['mode'], (i: Instant, service: number) => number>> = {
  none: () => 1,
  'active-active': shareOfWorking,
  'active-passive': shareOfActive,
  quorum: (i, service) => (stageOf(i, service) === QUORUM.serving ? 1 : 0),
};

function ownShare(i: Instant, service: number): number {
  return OWN_SHARES[i.system.services[service].mode](i, service);
}

function shareOfActive(i: Instant, service: number): number {
  const { first, end, failover, isOnSites } = i.system.services[service];
  if (stageOf(i, service) !== STAGE.serving) return 0;
  const active = roleOf(i, service, OWN.active);
  if (failover!.isStrict && count(i.works, first, end) === i.works[active]) return 0;
  return isOnSites ? copyAnswer(i, active) : 1;
}

function shareOfWorking(i: Instant, service: number): number {
  const { first, end, required, degrades, isOnSites } = i.system.services[service];
  let healthy = 0;
  let answers = 0;
  for (let m = first; m < end; m++) {
    if (i.works[m] === 0 || (i.cells[i.layout.member[m]] & MEMBER.returns) !== 0) continue;
    healthy++;
    if (isOnSites) answers += copyAnswer(i, m);
  }
  if (healthy === 0 || (healthy < required && !degrades)) return 0;
  return Math.min(1, healthy / required) * (isOnSites ? answers / healthy : 1);
}

/** None of the services that it needs is down, as the shares have it. */
export function needsAreMet({ system: { services, downBelow }, share }: Instant, service: number): boolean {
  return services[service].needs.every((need) => evaluate(need, share) >= downBelow);
}

export function copyAnswer(i: Instant, site: number): number {
  const { services, members } = i.system;
  return evaluate(services[members[site].copy].answer, i.share);
}
