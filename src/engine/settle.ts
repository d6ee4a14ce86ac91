import { shipBacklog } from './backup-copies.ts';
import { hasBackups, hasEnoughCopies } from './copies.ts';
import type { Engine } from './engine.ts';
import { nextEvent } from './heap.ts';
import { hold, release } from './holds.ts';
import { maintenanceFollows } from './maintenance.ts';
import { looksWhenOver, markMember } from './marks.ts';
import { moversFollow } from './moves.ts';
import { modeOf } from './modes/modes.ts';
import { giveWork } from './people.ts';
import { ATTENTION } from './probe.ts';
import { reacts } from './react.ts';
import { viewsFollow } from './views.ts';
import { worksFollow } from './work.ts';

/*
 * An instant is settled in phases, each of which may mark anew for those before it, until nothing is marked: services
 * react to what became of their members, answers follow; sites follow their copies (those inside before those around
 * them); who reads backups that are gone stops; whoever waits looks again; work that needs services pauses or goes
 * on, and whoever is free is asked; members are taken out for planned work. Then it is observed, unless that has led to
 * something that happens in this very instant as well.
 */

/** That a member is switched away from, or no longer worked on, may concern others, at last the sites around. */
function isSettled(e: Engine): boolean {
  const { marked, markedShares, alarms, unsettled, sidesMoved, viewsMoved, readersToInterrupt, domainsBack } = e;
  const sides = sidesMoved + viewsMoved;
  const services = marked + markedShares + alarms + unsettled + sides + readersToInterrupt + domainsBack;
  return services + e.lookingAgain + e.worksLooking + e.peopleMoved + e.movesLooking === 0;
}

/** All that happens at one time has happened. */
export function instantEnds(e: Engine): void {
  for (;;) {
    if (e.marked > 0) membersReact(e);
    else if (e.markedShares > 0) sharesFollow(e);
    else if (e.alarms > 0) alarmsRing(e);
    else if (e.unsettled > 0) sitesFollow(e);
    else if (e.sidesMoved > 0) sidesFollow(e);
    else if (e.viewsMoved > 0) viewsFollow(e);
    else if (e.readersToInterrupt > 0) readersStop(e);
    else if (e.domainsBack > 0) whoRestoresLooksAgain(e);
    else if (e.lookingAgain > 0) lookAgain(e);
    else if (e.worksLooking > 0) worksFollow(e);
    else if (e.peopleMoved > 0) giveWork(e);
    else if (e.movesLooking > 0) moversFollow(e);
    else if (e.maintenanceWaits === 0 || (!maintenanceFollows(e) && isSettled(e))) break;
  }
  if (e.backlog !== 0) shipBacklog(e);
  // It goes on, or nobody who looks on has anything to look at.
  if (nextEvent(e) === e.now) return;
  const isWatched = (e.attention & ATTENTION.watched) !== 0 && e.probe.instant(e);
  e.attention = (isWatched ? ATTENTION.watched : 0) | e.backlog | e.maintenanceWaits;
}

/** Services of marked members react: all that stop or start first, and then those whose data are destroyed. */
export function membersReact(e: Engine): void {
  const { isMarked, marked, reacting, hasLost, isUnsettled } = e.state;
  const { memberCopy } = e.program;
  const count = e.marked;
  e.marked = 0;
  for (let i = 0; i < count; i++) {
    reacting[i] = marked[i];
    isMarked[marked[i]] = 0;
  }
  for (let i = 0; i < count; i++) reacts(e, reacting[i]);
  for (let i = 0; i < count; i++) {
    const member = reacting[i];
    // A site's copy counts as lost once the site has followed it.
    if (hasLost[member] === 0 || (memberCopy[member] >= 0 && isUnsettled[member] === 1)) continue;
    hasLost[member] = 0;
    losesCopy(e, member);
  }
}

function losesCopy(e: Engine, member: number): void {
  const { memberService, serviceMembers } = e.program;
  const { allLost, hasLost } = e.state;
  const service = memberService[member];
  const mode = modeOf(e, service);
  if (hasEnoughCopies(e, service)) {
    mode.copyLost(e, service, member);
  } else if (allLost[service] === 0) {
    allLost[service] = 1;
    // All that it has lost in this instant is one loss.
    hasLost.fill(0, serviceMembers[service], serviceMembers[service + 1]);
    mode.dataLost(e, service);
  }
}

function sharesFollow(e: Engine): void {
  const { isShareMarked, markedShares } = e.state;
  while (e.markedShares > 0) {
    const service = markedShares[--e.markedShares];
    isShareMarked[service] = 0;
    modeOf(e, service).refreshShare(e, service);
  }
}

function alarmsRing(e: Engine): void {
  const { isAlarmed } = e.state;
  e.alarms = 0;
  for (let service = 0; service < isAlarmed.length; service++) {
    if (isAlarmed[service] === 0) continue;
    isAlarmed[service] = 0;
    modeOf(e, service).falseAlarm(e, service);
  }
}

/** A site is up while its copy is not down. All that are marked follow before any of their services reacts. */
function sitesFollow(e: Engine): void {
  const { isUnsettled, unsettled, siteHeld } = e.state;
  const count = e.unsettled;
  e.unsettled = 0;
  for (let i = 0; i < count; i++) {
    const site = unsettled[i];
    isUnsettled[site] = 0;
    const isDown = e.state.answer[e.program.memberCopy[site]] < e.program.downBelow ? 1 : 0;
    if (isDown !== siteHeld[site]) {
      siteHeld[site] = isDown;
      if (isDown === 1) hold(e, site);
      else release(e, site);
    }
    markMember(e, site);
  }
}

/** A link is cut, or is back. */
function sidesFollow(e: Engine): void {
  const { isParted } = e.state;
  e.sidesMoved = 0;
  for (let service = 0; service < isParted.length; service++) {
    if (isParted[service] === 0) continue;
    isParted[service] = 0;
    modeOf(e, service).sidesMove(e, service);
  }
}

/** A domain is down, and with it perhaps the backups that somebody reads. */
function readersStop(e: Engine): void {
  const { counts } = e.program;
  e.readersToInterrupt = 0;
  for (let service = 0; service < counts.services; service++)
    if (hasBackups(e, service)) modeOf(e, service).backupsGone(e, service);
}

/** A domain is back, and with it perhaps the only backups: whoever waits for one looks again. */
function whoRestoresLooksAgain(e: Engine): void {
  e.domainsBack = 0;
  for (let service = 0; service < e.program.counts.services; service++)
    if (hasBackups(e, service)) looksWhenOver(e, service);
}

function lookAgain(e: Engine): void {
  const { looksAgain } = e.state;
  e.lookingAgain = 0;
  for (let service = 0; service < looksAgain.length; service++) {
    if (looksAgain[service] === 0) continue;
    looksAgain[service] = 0;
    modeOf(e, service).looksAgain(e, service);
  }
}
