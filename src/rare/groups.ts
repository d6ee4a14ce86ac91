import { clockField, clockOwner, FLEET, OWNER, type Program } from '../compile/program.ts';
import { fullLevel, places } from './level.ts';
import { drawMean } from '../random/draw-table.ts';
import { hasHazard } from '../random/hazard.ts';

/*
 * Clocks that are struck together: all members of a service by one failure mode are one group, each domain's and each
 * shock's clock is one of its own. And the services that the entry stands on, each of which is down by itself.
 */

/** Clocks that are alike, and what their failure takes with it. */
export interface Group {
  readonly index: number;
  /** Groups of services that are alike have one number: a strike costs as much for all of them as for one. */
  readonly alike: number;
  readonly kind: number;
  /** Of the first clock. */
  readonly owner: number;
  readonly cause: number;
  readonly firstClock: number;
  readonly clocks: number;
  /** Members: the first of them, in the order of the clocks; else −1. */
  readonly firstMember: number;
  /** Failures per second of each; 0: its times up are not exponential. */
  readonly rate: number;
  readonly upDraw: number;
  readonly downDraw: number;
  /** Services that it can bring nearer to their failure, and by how many members at most. */
  readonly services: readonly number[];
  readonly most: readonly number[];
}

export interface Structure {
  readonly program: Program;
  /** Those whose answers the entry's comes of. */
  readonly counted: readonly number[];
  /** What happens to one of them concerns others beyond what strikes both: they are looked at as one. */
  readonly isCoupled: boolean;
  /** Those that are looked at: counted, and where they are coupled all. */
  readonly services: readonly number[];
  /** [service] 1: how far it is from its failure is a matter of what strikes it, and not of what its sites are. */
  readonly isStruck: Uint8Array;
  readonly groups: readonly Group[];
  /** [service] groups that can bring it nearer to its failure. */
  readonly groupsOf: readonly (readonly Group[])[];
  /** [clock] its group; −1: nothing that the entry stands on. */
  readonly groupOf: Int32Array;
  /** So many kinds of groups (`Group.alike`), and the largest distance of any. */
  readonly likes: number;
  /** [service] the number that services have in common that are alike: `alike` of its members' first mode. */
  readonly likeOf: readonly number[];
  readonly levels: number;
}

/** @param program one that `scope.ts` lets pass */
export function structureOf(program: Program): Structure {
  const { counts } = program;
  const counted = countedServices(program);
  const isCoupled = areCoupled(program);
  const all = places(program);
  const services = isCoupled ? Array.from({ length: all }, (_, service) => service) : counted;
  const groups: Group[] = [];
  const alike = new Map<string, number>();
  const groupOf = new Int32Array(counts.clocks).fill(-1);
  for (let at = 0; at < program.fleets.length; at += FLEET.stride) {
    const first = program.fleets[at + FLEET.clock];
    const clocks = program.fleets[at + FLEET.clocks];
    if (!isStruck(program, at)) continue;
    for (const [firstClock, count] of groupsOfFleet(program, first, clocks)) {
      const group = groupAt(program, groups.length, firstClock, count, services);
      if (group.services.length === 0) continue;
      const key = likeness(program, group);
      if (!alike.has(key)) alike.set(key, alike.size);
      groups.push({ ...group, alike: alike.get(key)! });
      groupOf.fill(group.index, firstClock, firstClock + count);
    }
  }
  const groupsOf = Array.from({ length: all }, (_, service) =>
    groups.filter((group) => group.services.includes(service)),
  );
  return {
    program,
    counted,
    isCoupled,
    services,
    isStruck: Uint8Array.from(groupsOf, (own, service) =>
      own.length > 0 && !(program.memberCopy[program.serviceMembers[service]] >= 0) ? 1 : 0,
    ),
    groups,
    groupsOf,
    groupOf,
    likeOf: likesOf(groups, all, alike.size),
    likes: alike.size + all,
    levels: Math.max(...services.map((service) => fullLevel(program, service))) + 1,
  };
}

/** Those whose answers the entry's comes of. */
function countedServices({ answerOffsets, answerCode, entry }: Program): number[] {
  return [...new Set(answerCode.subarray(answerOffsets[entry], answerOffsets[entry + 1]))].filter((code) => code >= 0);
}

/**
 * People, parts, coordinators, needs of a failover, traffic, sites, backups, links and room elsewhere couple what has
 * them; and where the answer is not a product of all or nothing, two services that are not down may take the entry down
 * together.
 */
function areCoupled(p: Program): boolean {
  const { counts, entry, answerOffsets, answerCode } = p;
  return (
    counts.works + counts.stocks + counts.policies + p.coordinators.length + p.needs.length + p.routeLinks.length > 0 ||
    p.moveAfterDraw.some((draw) => draw >= 0) ||
    p.memberCopy.some((copy) => copy >= 0) ||
    p.loadWorth.some((worth) => worth > 0) ||
    answerCode.subarray(answerOffsets[entry], answerOffsets[entry + 1]).some((code) => code < 0)
  );
}

/** Whether its clocks have a hazard, by which they are struck; what has none is copied as it happens. */
export function isStruck({ draws, fleets }: Program, at: number): boolean {
  return fleets[at + FLEET.ownerKind] !== OWNER.deploy && hasHazard(draws, fleets[at + FLEET.upDraw]);
}

/** A service without failures of its own is like no other. */
function likesOf(groups: readonly Group[], services: number, first: number): number[] {
  return Array.from({ length: services }, (_, service) => {
    const own = groups.find((group) => group.firstMember >= 0 && group.services[0] === service);
    return own === undefined ? first + service : own.alike;
  });
}

/** A fleet of members is one group; domains and shocks are apart. */
function groupsOfFleet(p: Program, first: number, count: number): [first: number, clocks: number][] {
  if (clockField(p, first, FLEET.ownerKind) === OWNER.member) return [[first, count]];
  return Array.from({ length: count }, (_, i) => [first + i, 1]);
}

/**
 * Two services that only count are alike that need as many of as many members, in the same domains and under the same
 * shocks.
 */
function likeness(p: Program, { firstMember, firstClock, upDraw, downDraw, services }: Omit<Group, 'alike'>): string {
  if (firstMember < 0) return `clock ${firstClock}`;
  const [service] = services;
  if (p.serviceOnlyCounts[service] === 0) return `service ${service}, ${firstClock}`;
  const [first, end] = [p.serviceMembers[service], p.serviceMembers[service + 1]];
  const shocks = p.shockMembers.reduce<number[]>((found, member, at) => {
    if (member >= first && member < end) found.push(shockOf(p, at), member - first);
    return found;
  }, []);
  return JSON.stringify([
    [upDraw, downDraw, p.serviceRequired[service], ...p.memberDomain.subarray(first, end)],
    [...modesOf(p, first)],
    p.restartDraw[service],
    shocks,
  ]);
}

/** Times up and down of each failure mode of a member. */
function* modesOf(p: Program, member: number): Iterable<number> {
  for (let at = 0; at < p.fleets.length; at += FLEET.stride)
    if (p.fleets[at + FLEET.ownerKind] === OWNER.member && p.fleets[at + FLEET.owner] === member)
      yield* [p.fleets[at + FLEET.upDraw], p.fleets[at + FLEET.downDraw]];
}

function shockOf({ shockMemberOffsets }: Program, at: number): number {
  return shockMemberOffsets.findIndex(
    (first, i) => i + 1 < shockMemberOffsets.length && at < shockMemberOffsets[i + 1] && at >= first,
  );
}

function groupAt(
  p: Program,
  index: number,
  firstClock: number,
  clocks: number,
  counted: readonly number[],
): Omit<Group, 'alike'> {
  const kind = clockField(p, firstClock, FLEET.ownerKind);
  const owner = clockOwner(p, firstClock);
  const upDraw = clockField(p, firstClock, FLEET.upDraw);
  const most = new Map<number, number>(kind === OWNER.falsePositive && counted.includes(owner) ? [[owner, 0]] : []);
  for (const member of membersOf(p, kind, owner)) {
    const service = p.memberService[member];
    if (counted.includes(service)) most.set(service, (most.get(service) ?? 0) + 1);
  }
  if (kind === OWNER.link) most.set(p.counts.services + p.linkRoute[owner], 1);
  if (strikesDomains(p, kind, owner))
    // Whoever is started elsewhere may be anywhere.
    for (const service of counted)
      if (p.moveAfterDraw[service] >= 0) most.set(service, p.serviceMembers[service + 1] - p.serviceMembers[service]);
  // A loss of data may be copied to whoever follows.
  if (clockField(p, firstClock, FLEET.losesData) === 1)
    for (const service of most.keys()) most.set(service, p.serviceMembers[service + 1] - p.serviceMembers[service]);
  return {
    index,
    kind,
    owner,
    cause: clockField(p, firstClock, FLEET.cause),
    firstClock,
    clocks,
    firstMember: kind === OWNER.member ? owner : -1,
    rate: firstClock < p.counts.exponentialClocks ? 1 / drawMean(p.draws, upDraw) : 0,
    upDraw,
    downDraw: clockField(p, firstClock, FLEET.downDraw),
    services: [...most.keys()],
    most: [...most.values()],
  };
}

/** Members that a failure of the owner can take down. */
function membersOf(p: Program, kind: number, owner: number): Iterable<number> {
  if (kind === OWNER.member) return [owner];
  if (kind === OWNER.domain)
    return p.domainMembers.subarray(p.domainMemberOffsets[owner], p.domainMemberOffsets[owner + 1]);
  if (kind !== OWNER.shock && kind !== OWNER.commonCause) return [];
  return [...hitsOf(p, owner)].flatMap((hit) => (hit < 0 ? [...membersOf(p, OWNER.domain, ~hit)] : hit));
}

function strikesDomains(p: Program, kind: number, owner: number): boolean {
  if (kind !== OWNER.shock && kind !== OWNER.commonCause) return kind === OWNER.domain;
  return hitsOf(p, owner).some((hit) => hit < 0);
}

/** Members, and ~ domains. */
function hitsOf({ shockMembers, shockMemberOffsets }: Program, shock: number): Int32Array {
  return shockMembers.subarray(shockMemberOffsets[shock], shockMemberOffsets[shock + 1]);
}
