import { dataAreBack, readableSince } from './backup-copies.ts';
import { isOutOfReach, planRestore, RESTORE } from './backups.ts';
import { loseWrites, loseForGood } from './losses.ts';
import { countCopies, startEmpty } from './data.ts';
import type { Engine } from './engine.ts';
import { activeLost, anyCopyWillDo, choose, chooseStandby, redirect, serve, takeOver, waits } from './failover.ts';
import { considerFailback } from './failback.ts';
import { hasNeeds, looksWhenOver } from './needs.ts';
import { connect, disconnect } from './replication.ts';
import { STAGE } from './state.ts';

/*
 * What an active-passive service does when data are gone: the active stops, a standby copies them anew, and where no
 * copy is left, or standbys never have one, a member is restored from a backup as a stage of the failover.
 */

/** The active's copy is destroyed; others are left. */
export function losesActiveCopy(e: Engine, service: number, member: number): void {
  anyCopyWillDo(e, service);
  stopIfEmpty(e, service, member);
}

/** A standby's copy is destroyed: one that works copies the data anew. */
export function losesStandbyCopy(e: Engine, service: number, member: number): void {
  const stage = e.state.stage[service];
  disconnect(e, service, member);
  // There may be nothing left to copy.
  const activeLives =
    (stage === STAGE.serving || stage === STAGE.redirecting) && e.state.hasData[e.state.active[service]] === 1;
  if (e.state.holds[member] === 0) connect(e, service, member, activeLives);
}

/** All copies are gone, and there are backups. */
export function losesAllCopies(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { active, hopeless, stage } = e.state;
  hopeless[service] = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (m !== active[service]) disconnect(e, service, m);
  stopIfEmpty(e, service, active[service]);
  if (stage[service] === STAGE.waiting) choose(e, service);
}

/** An active that works and has nothing to serve stops; one that is down has stopped already. */
function stopIfEmpty(e: Engine, service: number, member: number): void {
  const { hasData, holds, stage } = e.state;
  if (holds[member] > 0 || hasData[member] === 1) return;
  if (stage[service] === STAGE.serving || stage[service] === STAGE.redirecting) activeLost(e, service);
}

/** The instant is over, and something that the service may have waited for is there. */
export function lookAgain(e: Engine, service: number): void {
  const { active, hasData, holds, stage } = e.state;
  if (stage[service] !== STAGE.waiting) {
    if (hasNeeds(e, service)) considerFailback(e, service);
  } else if (holds[active[service]] === 0 && hasData[active[service]] === 1) serve(e, service);
  else chooseStandby(e, service);
}

/** The same for somebody who is back: others may come back in the same instant, the old active among them. */
export function lookAgainLater(e: Engine, service: number): void {
  if (e.heapSize === 0 || e.state.heapTime[0] !== e.now) {
    choose(e, service);
    return;
  }
  looksWhenOver(e, service);
}

export function lookAgainAll(e: Engine): void {
  const { looksAgain } = e.state;
  e.lookingAgain = 0;
  for (let service = 0; service < looksAgain.length; service++) {
    if (looksAgain[service] === 0) continue;
    looksAgain[service] = 0;
    lookAgain(e, service);
  }
}

/** Backups are out of reach of a restore that reads them. */
export function interruptReading(e: Engine, service: number): void {
  if (e.state.stage[service] === STAGE.restoring && !isReadable(e, service)) choose(e, service);
}

/** A copy of each of its backups is within reach. */
export function isReadable(e: Engine, service: number): boolean {
  const { restoreOffsets, restorePolicies } = e.program;
  for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
    if (readableSince(e, restorePolicies[i]) === Infinity) return false;
  }
  return true;
}

/**
 * Who may be given data from a backup, the active first: where nobody has any, or those that have some are out of reach
 * and standbys never have any. −1 if nobody works, or no backup can be read.
 */
export function emptyMember(e: Engine, service: number): number {
  const p = e.program;
  const { active, holds, hopeless } = e.state;
  if (p.restoreOffsets[service] === p.restoreOffsets[service + 1] || hopeless[service] === 1) return -1;
  if (p.standbysEmpty[service] === 0 && countCopies(e, service) > 0) return -1;
  if (isOutOfReach(e, service)) return -1;
  if (holds[active[service]] === 0) return active[service];
  for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) if (holds[m] === 0) return m;
  return -1;
}

/** The member works, and has no data. */
export function restore(e: Engine, service: number, member: number): void {
  const s = e.state;
  s.target[service] = member;
  const takes = planRestore(e, service);
  if (takes >= 0) {
    if (!waits(e, service, STAGE.restoring, takes)) restoreEnds(e, service);
    return;
  }
  if (s.holds[s.active[service]] === 0 && s.hasData[s.active[service]] === 1) {
    // It is back meanwhile.
    serve(e, service);
    return;
  }
  s.stage[service] = STAGE.waiting;
  if (takes === RESTORE.outOfReach) return;
  s.hopeless[service] = 1;
  // A copy that is out of reach may come back; where there is none, that was all.
  if (countCopies(e, service) > 0) return;
  loseForGood(e, service);
  // It begins anew, and nobody is chosen again.
  s.stage[service] = STAGE.restoring;
  startEmpty(e, service);
  hasRestored(e, service, member);
}

export function restoreEnds(e: Engine, service: number): void {
  const s = e.state;
  const member = s.target[service];
  loseWrites(e, service, s.restoreLoss[service]);
  hasRestored(e, service, member);
}

function hasRestored(e: Engine, service: number, member: number): void {
  const s = e.state;
  dataAreBack(e, service);
  s.hasData[member] = 1;
  s.allLost[service] = 0;
  if (member === s.active[service]) {
    serve(e, service);
  } else {
    s.stale[s.active[service]] = 1;
    takeOver(e, service);
    redirect(e, service);
  }
}
