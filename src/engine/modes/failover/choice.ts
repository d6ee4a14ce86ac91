import { dataAreBack } from '../../backup-copies.ts';
import { isOutOfReach, planRestore, RESTORE } from '../../backups.ts';
import { countCopies, hasBackups, startEmpty } from '../../copies.ts';
import type { Engine } from '../../engine.ts';
import { roleChanges } from '../../dormancy.ts';
import { cancel } from '../../heap.ts';
import { loseForGood } from '../../losses.ts';
import { coordinatorChanges, needsAreMet } from '../../needs.ts';
import { disconnect, isEligible, lossIfPromoted } from '../../replication.ts';
import { STAGE } from '../../state.ts';
import { isActiveFine, leaveParted } from './serving.ts';

/*
 * Who serves next. Whether somebody can is known when the instant is over, since what strikes the active may strike the
 * standby, or what it needs, as well: a service that has to choose waits until then.
 */

/** @returns the stage that follows: waiting, where nobody can serve and nobody can be given data */
export function choose(e: Engine, service: number): number {
  if (isActiveFine(e, service)) return STAGE.serving;
  const { active, target } = e.state;
  const standby = bestStandby(e, service);
  if (standby >= 0) {
    target[service] = standby;
    return STAGE.promoting;
  }
  const empty = emptyMember(e, service);
  if (empty >= 0 && empty === active[service]) return restoreTo(e, service, empty);
  if (empty < 0 || !needsAreMet(e, service)) return STAGE.waiting;
  target[service] = empty;
  return STAGE.promoting;
}

/**
 * The replica that has the last write, else the first eligible in the members' order (where any copy will do, the one
 * that is least behind); −1 if there is none.
 */
export function bestStandby(e: Engine, service: number): number {
  const { serviceMembers } = e.program;
  const holder = e.state.holder[service];
  if (holder >= 0 && isEligible(e, service, holder)) return holder;
  let best = -1;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (!isEligible(e, service, m)) continue;
    if (e.state.desperate[service] === 0) return m;
    if (best < 0 || lossIfPromoted(e, service, m) < lossIfPromoted(e, service, best)) best = m;
  }
  return best;
}

/**
 * Who may be given data from a backup, the active first: where nobody has any, or those that have some are out of reach
 * and standbys never have any. −1 if nobody works, or no backup can be read.
 */
export function emptyMember(e: Engine, service: number): number {
  const p = e.program;
  const { active, holds, hopeless } = e.state;
  if (!hasBackups(e, service) || hopeless[service] === 1) return -1;
  if (p.standbysEmpty[service] === 0 && countCopies(e, service) > 0) return -1;
  if (isOutOfReach(e, service)) return -1;
  if (holds[active[service]] === 0) return active[service];
  for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) if (holds[m] === 0) return m;
  return -1;
}

/** The member works, and has no data. @returns the stage that follows */
export function restoreTo(e: Engine, service: number, member: number): number {
  const s = e.state;
  s.target[service] = member;
  const takes = planRestore(e, service);
  if (takes >= 0) {
    s.restoreTakes[service] = takes;
    return STAGE.restoring;
  }
  // It is back meanwhile.
  if (isActiveFine(e, service)) return STAGE.serving;
  if (takes === RESTORE.outOfReach) return STAGE.waiting;
  s.hopeless[service] = 1;
  // A copy that is out of reach may come back; where there is none, that was all.
  if (countCopies(e, service) > 0) return STAGE.waiting;
  loseForGood(e, service);
  startEmpty(e, service);
  return dataRestored(e, service);
}

/** The target has data, restored or none at all. @returns the stage that follows */
export function dataRestored(e: Engine, service: number): number {
  const s = e.state;
  const member = s.target[service];
  dataAreBack(e, service);
  s.hasData[member] = 1;
  s.allLost[service] = 0;
  if (member === s.active[service]) return STAGE.serving;
  s.stale[s.active[service]] = 1;
  takeOver(e, service);
  return STAGE.redirecting;
}

/** The target is the active from here on. */
export function takeOver(e: Engine, service: number): void {
  const s = e.state;
  const former = s.active[service];
  const member = s.target[service];
  if (e.program.standbysEmpty[service] === 1) {
    // There is one copy, and it moves: whatever the former active still has is of another past.
    s.hasData.fill(0, e.program.serviceMembers[service], e.program.serviceMembers[service + 1]);
    s.hasData[member] = 1;
  }
  disconnect(e, service, former);
  cancel(e, e.slots.member + member);
  s.active[service] = member;
  if (e.hasDormant && member !== former) {
    roleChanges(e, former, false);
    roleChanges(e, member, true);
  }
  s.stale[member] = 0;
  s.connected[member] = 1;
  s.desperate[service] = 0;
  s.redirected[service] = 0;
  if (e.routesCut === 0) return;
  leaveParted(e, service);
  keepsLock(e, service);
  coordinatorChanges(e, service);
}

/** Nobody runs out of time without the coordinators: they are there. */
export function keepsLock(e: Engine, service: number): void {
  const { isDemoted, detectedAt } = e.state;
  if (isDemoted.length === 0) return;
  isDemoted[service] = 0;
  detectedAt[service] = NaN;
  cancel(e, e.slots.demotion + service);
}
