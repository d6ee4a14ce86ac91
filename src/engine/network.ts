import type { Engine } from './engine.ts';
import { hold, release } from './holds.ts';
import { loseWrites } from './losses.ts';
import { ATTENTION } from './probe.ts';

/*
 * Who reaches whom. A route is all links between the same two domains, and is cut while each of them is; then nothing
 * at or below its one end reaches anything at or below the other, and neither is down by that. Everything else is
 * reached. What a service does about it is its mode's, when all that happens in the instant has happened.
 */

export function linkFails(e: Engine, link: number): void {
  const { linkRoute, routeLinks } = e.program;
  const { linkDown, routeDown } = e.state;
  if (linkDown[link]++ > 0) return;
  const route = linkRoute[link];
  if (++routeDown[route] < routeLinks[route]) return;
  e.routesCut++;
  sidesMove(e, route);
}

export function linkReturns(e: Engine, link: number): void {
  const { linkRoute, routeLinks } = e.program;
  const { linkDown, routeDown } = e.state;
  if (--linkDown[link] > 0) return;
  const route = linkRoute[link];
  if (routeDown[route]-- < routeLinks[route]) return;
  e.routesCut--;
  sidesMove(e, route);
}

function sidesMove(e: Engine, route: number): void {
  const { partedOffsets, parted } = e.program;
  for (let i = partedOffsets[route]; i < partedOffsets[route + 1]; i++) e.state.isParted[parted[i]] = 1;
  e.sidesMoved = 1;
  e.attention |= ATTENTION.marked;
}

/** Whether what stands in one domain reaches what stands in the other; −1: outside all, whom everybody reaches. */
function reaches(e: Engine, from: number, to: number): boolean {
  if (e.routesCut === 0 || from < 0 || to < 0) return true;
  const { routeLinks, routeSides, counts } = e.program;
  const { routeDown } = e.state;
  for (let route = 0; route < routeLinks.length; route++) {
    const at = route * counts.domains;
    // One at the first end, the other at the second.
    if (routeDown[route] === routeLinks[route] && routeSides[at + from] + routeSides[at + to] === 3) return false;
  }
  return true;
}

/** Whether one member reaches the other. */
export function membersReach(e: Engine, a: number, b: number): boolean {
  return e.routesCut === 0 || reaches(e, e.program.memberDomain[a], e.program.memberDomain[b]);
}

/** Whether whoever answers for the service is reached from a domain: its active or leader, else anybody who works. */
export function reachesService(e: Engine, from: number, service: number): boolean {
  const { memberDomain, serviceMembers, serviceLeads } = e.program;
  const { active, holds } = e.state;
  const first = serviceMembers[service];
  const end = serviceMembers[service + 1];
  if (e.routesCut === 0 || first === end) return true;
  if (serviceLeads[service] === 1) return active[service] < 0 || reaches(e, from, memberDomain[active[service]]);
  for (let m = first; m < end; m++) if (holds[m] === 0 && reaches(e, from, memberDomain[m])) return true;
  return false;
}

/** Of those that work so many are reached from a member, itself among them. */
export function countReached(e: Engine, service: number, member: number): number {
  const { serviceMembers } = e.program;
  let reached = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (works(e, m) && membersReach(e, member, m)) reached++;
  return reached;
}

/** But for being on the side that does not go on. */
function works(e: Engine, member: number): boolean {
  return e.state.holds[member] - e.state.sideHeld[member] === 0;
}

/**
 * Members that all take writes go on where most of those are that work, and nowhere where no side has most of them:
 * the primary component of Galera (Weighted quorum, 2024).
 */
export function holdMinority(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { sideHeld } = e.state;
  const first = serviceMembers[service];
  const end = serviceMembers[service + 1];
  let working = 0;
  for (let m = first; m < end; m++) if (works(e, m)) working++;
  let lead = first;
  while (lead < end && !(works(e, lead) && 2 * countReached(e, service, lead) > working)) lead++;
  for (let m = first; m < end; m++) {
    const isOut = working > 0 && e.routesCut > 0 && (lead === end || !membersReach(e, lead, m)) ? 1 : 0;
    if (isOut === sideHeld[m]) continue;
    sideHeld[m] = isOut;
    if (isOut === 1) hold(e, m);
    else release(e, m);
  }
}

/** Shows those that a cut holds down on the side that does not go on. */
export function coversMinority(e: Engine, link: number, visit: (member: number) => void): void {
  const { linkRoute, partedOffsets, parted, serviceMembers } = e.program;
  const route = linkRoute[link];
  for (let i = partedOffsets[route]; i < partedOffsets[route + 1]; i++)
    for (let m = serviceMembers[parted[i]]; m < serviceMembers[parted[i] + 1]; m++)
      if (e.state.sideHeld[m] === 1) visit(m);
}

/**
 * Members that all take writes go on on every side, each side with its share of those that work. When all reach each
 * other again what was not written on the largest side is lost.
 */
export function followDivergence(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { divergesSince, smallerShare, diverged, divergeCause, divergeClock } = e.state;
  if (Number.isNaN(divergesSince[service])) {
    divergeCause[service] = e.cause;
    divergeClock[service] = e.causeClock;
  } else {
    diverged[service] += (e.now - divergesSince[service]) * smallerShare[service];
  }
  let working = 0;
  let largest = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (!works(e, m)) continue;
    working++;
    largest = Math.max(largest, countReached(e, service, m));
  }
  smallerShare[service] = working === 0 ? 0 : 1 - largest / working;
  divergesSince[service] = e.routesCut > 0 ? e.now : NaN;
  if (e.routesCut > 0 || diverged[service] === 0) return;
  e.cause = divergeCause[service];
  e.causeClock = divergeClock[service];
  loseWrites(e, service, diverged[service]);
  diverged[service] = 0;
}
