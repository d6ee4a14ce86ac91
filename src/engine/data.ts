import { MODE, REPLICATION } from '../compile/program.ts';
import { loseWrites, loseForGood } from './losses.ts';
import type { Engine } from './engine.ts';
import { delay } from './chance.ts';
import { anyCopyWillDo } from './failover.ts';
import { holdForData } from './restore.ts';
import { forgetLag } from './replication.ts';
import { siteMayChange } from './sites.ts';
import { losesActiveCopy, losesAllCopies, losesStandbyCopy } from './restoring.ts';

/*
 * Copies of the data. A failure with `data: lost` destroys the copy of the member that it strikes; a surviving copy
 * heals it. When too few survive, another site or a backup gives the data back; where there is neither they are lost
 * for good, and whoever can serve first begins anew with nothing.
 */

/**
 * Destroys the member's copy, and with the last one in a site the site's: all that one failure destroys is gone before
 * anybody reacts. Each has then to be told by `reactToLoss`.
 */
export function destroyCopy(e: Engine, member: number): void {
  const { hasData, hasLost } = e.state;
  const service = e.program.memberService[member];
  if (hasData[member] === 0 || e.program.serviceHoldsData[service] === 0) return;
  hasData[member] = 0;
  hasLost[member] = 1;
  if (e.program.memberCopy[member] >= 0) siteMayChange(e, member);
  const site = e.program.dataSite[service];
  if (site >= 0 && !isEnough(e, service)) destroyCopy(e, site);
}

/** Of a member that others copy from, a shock's damage is copied faithfully by all that follow it. */
export function destroyReplicated(e: Engine, member: number): void {
  const { memberService, serviceMembers, replicationMode, serviceMode } = e.program;
  const service = memberService[member];
  const isSource =
    serviceMode[service] === MODE.activePassive &&
    replicationMode[service] !== REPLICATION.none &&
    e.state.active[service] === member;
  destroyCopy(e, member);
  if (!isSource) return;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (e.state.connected[m] === 1) destroyCopy(e, m);
}

/**
 * Lets the service of a member react if its copy has just been destroyed. Sites do when they have followed their
 * copies.
 */
export function reactToLoss(e: Engine, member: number): void {
  if (e.program.memberCopy[member] < 0) reactNow(e, member);
}

/** The same for a site that has followed its copy. */
export function reactNow(e: Engine, member: number): void {
  if (e.state.hasLost[member] === 0) return;
  e.state.hasLost[member] = 0;
  loseCopy(e, member);
}

/** A quorum keeps what it acknowledged while a majority of its disks survives. */
function isEnough(e: Engine, service: number): boolean {
  const { serviceMode, serviceRequired } = e.program;
  return countCopies(e, service) >= (serviceMode[service] === MODE.quorum ? serviceRequired[service] : 1);
}

/** The member's copy has been destroyed, and perhaps others in the same instant. */
function loseCopy(e: Engine, member: number): void {
  const { serviceMode, memberService, replicationMode } = e.program;
  const { active, allLost } = e.state;
  const service = memberService[member];
  const mode = serviceMode[service];
  if (!isEnough(e, service)) {
    if (allLost[service] === 0) {
      allLost[service] = 1;
      // All that it has lost in this instant is one loss.
      e.state.hasLost.fill(0, firstMember(e, service), endMember(e, service));
      loseEverything(e, service);
    }
  } else if (mode === MODE.activePassive) {
    // The copy to be recovered is whatever a standby holds, however far behind.
    if (active[service] === member) losesActiveCopy(e, service, member);
    else losesStandbyCopy(e, service, member);
  } else if (mode === MODE.activeActive && replicationMode[service] === REPLICATION.async) {
    // Every member takes writes, and its last ones had not reached the others.
    loseWrites(e, service, delay(e, e.program.lagDraw[service], e.program.dataStream[service]));
  }
}

function loseEverything(e: Engine, service: number): void {
  const p = e.program;
  const mode = p.serviceMode[service];
  const site = p.dataSite[service];
  if (site >= 0) {
    // Its site's copy is gone: what happens now is decided around the site, and here whoever works goes on empty.
    startEmpty(e, service);
  } else if (p.restoreOffsets[service] < p.restoreOffsets[service + 1]) {
    if (mode === MODE.activePassive) losesAllCopies(e, service);
    else holdForData(e, service);
  } else {
    loseForGood(e, service);
    if (mode !== MODE.quorum) startEmpty(e, service);
  }
}

/** Whoever is or comes up first begins anew: where standbys are empty one of them, the active before the others. */
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
  if (e.program.serviceMode[service] === MODE.activePassive) anyCopyWillDo(e, service);
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

/** A member of a quorum is back: a working majority heals its members, or begins anew. */
export function healQuorum(e: Engine, service: number): void {
  const { hasData, healthy, holds, allLost } = e.state;
  if (healthy[service] < e.program.serviceRequired[service]) return;
  for (let m = firstMember(e, service); m < endMember(e, service); m++) if (holds[m] === 0) hasData[m] = 1;
  allLost[service] = 0;
}

/** Where no copy is left and none will be restored, the first member that is back starts with nothing. */
export function beginAnew(e: Engine, service: number, member: number): void {
  const { restoreOffsets } = e.program;
  if (restoreOffsets[service] < restoreOffsets[service + 1] || countCopies(e, service) > 0) return;
  beginWithNothing(e, service, member);
}

export function countCopies(e: Engine, service: number): number {
  let copies = 0;
  for (let m = firstMember(e, service); m < endMember(e, service); m++) copies += e.state.hasData[m];
  return copies;
}

function firstMember(e: Engine, service: number): number {
  return e.program.serviceMembers[service];
}

function endMember(e: Engine, service: number): number {
  return e.program.serviceMembers[service + 1];
}
