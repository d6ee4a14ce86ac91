import { REPLICATION } from '../compile/program.ts';
import type { Engine } from './engine.ts';
import { markMember, markSite } from './marks.ts';
import { membersReach } from './network.ts';
import { forgetLag } from './replication.ts';

/*
 * Copies of the data. A failure with `data: lost` destroys the copy of the member that it strikes; a surviving copy
 * heals it. When too few survive, another site or a backup gives the data back; where there is neither they are lost
 * for good, and whoever can serve first begins anew with nothing.
 */

/**
 * Destroys the member's copy, and with the last one in a site the site's: all that one failure destroys is gone before
 * anybody reacts.
 */
export function destroyCopy(e: Engine, member: number): void {
  const { hasData, hasLost } = e.state;
  const service = e.program.memberService[member];
  if (hasData[member] === 0 || e.program.serviceHoldsData[service] === 0) return;
  hasData[member] = 0;
  hasLost[member] = 1;
  // A site's service hears of it when the site has followed its copy.
  if (e.program.memberCopy[member] >= 0) markSite(e, member);
  else markMember(e, member);
  const site = e.program.dataSite[service];
  if (site >= 0 && !hasEnoughCopies(e, service)) destroyCopy(e, site);
}

/** Of a member that others copy from, a shock's damage is copied faithfully by all that follow it. */
export function destroyReplicated(e: Engine, member: number): void {
  const { memberService, serviceMembers, replicationMode, onlyActiveServes } = e.program;
  const service = memberService[member];
  const isSource =
    onlyActiveServes[service] === 1 &&
    replicationMode[service] !== REPLICATION.none &&
    e.state.active[service] === member;
  destroyCopy(e, member);
  if (!isSource) return;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (e.state.connected[m] === 1) destroyCopy(e, m);
}

/** As many copies are left as it takes to keep what was acknowledged: one, or a quorum's majority. */
export function hasEnoughCopies(e: Engine, service: number): boolean {
  return countCopies(e, service) >= e.program.copiesRequired[service];
}

/** Whoever works begins anew: where standbys are empty one of them, the active before the others. */
export function startEmpty(e: Engine, service: number): void {
  const { active, hasData, holds, allLost } = e.state;
  const isSingle = e.program.standbysEmpty[service] === 1;
  const first = firstMember(e, service);
  const end = endMember(e, service);
  allLost[service] = 1;
  hasData.fill(0, first, end);
  if (isSingle && holds[active[service]] === 0) beginWithNothing(e, service, active[service]);
  for (let m = first; m < end; m++)
    if (holds[m] === 0 && !(isSingle && allLost[service] === 0)) beginWithNothing(e, service, m);
}

/** What it missed is lost with all the rest, and not lost again when it is promoted. */
function beginWithNothing(e: Engine, service: number, member: number): void {
  e.state.hasData[member] = 1;
  e.state.allLost[service] = 0;
  forgetLag(e, service, member);
}

/** A member of an active-active service is back: a working copy heals it, or it heals others, or begins anew. */
export function heal(e: Engine, service: number, member: number): void {
  const { hasData, holds } = e.state;
  beginAnew(e, service, member);
  const end = endMember(e, service);
  for (let m = firstMember(e, service); m < end; m++) {
    if (holds[m] === 0 && hasData[m] === 1) hasData[member] = 1;
  }
  if (hasData[member] === 0) return;
  for (let m = firstMember(e, service); m < end; m++) if (holds[m] === 0) hasData[m] = 1;
}

/**
 * A member of a quorum is back: a working majority heals its members, or begins anew.
 * @param leader whom those of the majority reach; −1: everybody reaches everybody
 */
export function healQuorum(e: Engine, service: number, leader: number): void {
  const { hasData, healthy, holds, allLost } = e.state;
  if (healthy[service] < e.program.serviceRequired[service]) return;
  for (let m = firstMember(e, service); m < endMember(e, service); m++)
    if (holds[m] === 0 && (leader < 0 || membersReach(e, leader, m))) hasData[m] = 1;
  allLost[service] = 0;
}

/** Where no copy is left and none will be restored, the first member that is back starts with nothing. */
export function beginAnew(e: Engine, service: number, member: number): void {
  if (hasBackups(e, service) || countCopies(e, service) > 0) return;
  beginWithNothing(e, service, member);
}

export function countCopies(e: Engine, service: number): number {
  let copies = 0;
  for (let m = firstMember(e, service); m < endMember(e, service); m++) copies += e.state.hasData[m];
  return copies;
}

/** There are policies from which the service can be restored. */
export function hasBackups({ program: { restoreOffsets } }: Engine, service: number): boolean {
  return restoreOffsets[service] < restoreOffsets[service + 1];
}

function firstMember(e: Engine, service: number): number {
  return e.program.serviceMembers[service];
}

function endMember(e: Engine, service: number): number {
  return e.program.serviceMembers[service + 1];
}
