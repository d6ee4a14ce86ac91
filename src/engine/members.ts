import { delay, happens } from './chance.ts';
import { copiesFail, copiesReturn } from './backup-copies.ts';
import { destroyCopy, destroyReplicated, reactToLoss } from './data.ts';
import type { Engine } from './engine.ts';
import { cancel, schedule } from './heap.ts';
import { reactToHold, reactToRelease, reactToStart, reactToStop } from './reactions.ts';
import { interruptReaders } from './restore.ts';
import { tiltedVictims } from './tilt.ts';

/*
 * From failures to members. A member works when none of its failure modes or shocks holds it down, all domains above
 * it are up, and it has restarted since the last of them returned. A failure that strikes many members marks all of
 * them first and lets their services react afterwards, so that no service promotes a member that fell in the same
 * instant.
 */

export function memberFails(e: Engine, member: number, losesData: number): void {
  if (e.state.holds[member]++ === 0) reactToStop(e, member);
  else reactToHold(e, member);
  if (losesData === 0) return;
  destroyCopy(e, member);
  reactToLoss(e, member);
}

export function memberRecovers(e: Engine, member: number): void {
  if (--e.state.holds[member] === 0) reactToStart(e, member);
  else reactToRelease(e, member);
}

export function domainFails(e: Engine, domain: number, losesData: number): void {
  const { domainMemberOffsets, domainMembers } = e.program;
  const { affected, blocked, holds, restarting, returning } = e.state;
  let count = 0;
  e.state.domainDown[domain]++;
  if (e.program.counts.policies > 0) copiesFail(e, domain, losesData);
  const end = domainMemberOffsets[domain + 1];
  for (let i = domainMemberOffsets[domain]; i < end; i++) {
    const member = domainMembers[i];
    if (restarting[member] === 1) {
      // The hold of the restart becomes that of the domain.
      restarting[member] = 0;
      returning[e.program.memberService[member]]--;
      cancel(e, e.slots.restart + member);
      blocked[member]++;
    } else if (blocked[member]++ === 0) {
      if (holds[member]++ === 0) affected[count++] = member;
      else reactToHold(e, member);
    }
  }
  for (let i = 0; i < count; i++) reactToStop(e, affected[i]);
  if (losesData === 1) {
    for (let i = domainMemberOffsets[domain]; i < end; i++) destroyCopy(e, domainMembers[i]);
    for (let i = domainMemberOffsets[domain]; i < end; i++) reactToLoss(e, domainMembers[i]);
  }
  if (e.program.counts.policies === 0) return;
  interruptReaders(e);
  // Whoever waits for a backup that has burned in it waits for nothing.
  if (losesData === 1) lookForBackups(e);
}

/** Backups are there that were not, or are gone: when the instant is over, whoever waits for one looks again. */
function lookForBackups(e: Engine): void {
  e.domainsBack = 1;
  e.attention = 1;
}

export function domainReturns(e: Engine, domain: number): void {
  const p = e.program;
  const { domainMemberOffsets, domainMembers } = p;
  const { affected, blocked, holds, restarting, returning } = e.state;
  let count = 0;
  e.state.domainDown[domain]--;
  const end = domainMemberOffsets[domain + 1];
  for (let i = domainMemberOffsets[domain]; i < end; i++) {
    const member = domainMembers[i];
    if (--blocked[member] > 0) continue;
    const restart = p.memberRestartDraw[member];
    if (restart >= 0) {
      restarting[member] = 1;
      returning[p.memberService[member]]++;
      schedule(e, e.slots.restart + member, e.now + delay(e, restart, p.restartStream[p.memberService[member]]));
    } else if (--holds[member] === 0) {
      affected[count++] = member;
    } else {
      reactToRelease(e, member);
    }
  }
  for (let i = 0; i < count; i++) reactToStart(e, affected[i]);
  if (p.counts.policies === 0) return;
  copiesReturn(e, domain);
  lookForBackups(e);
}

/** The restart after a domain's return is done. */
export function memberRestarted(e: Engine, member: number): void {
  e.state.restarting[member] = 0;
  e.state.returning[e.program.memberService[member]]--;
  memberRecovers(e, member);
}

export function shockStrikes(e: Engine, shock: number, losesData: number): void {
  const { shockMemberOffsets, shockMembers } = e.program;
  const { affected, holds, struck } = e.state;
  let count = 0;
  const end = shockMemberOffsets[shock + 1];
  drawVictims(e, shock);
  for (let i = shockMemberOffsets[shock]; i < end; i++) {
    if (struck[i] === 0) continue;
    if (holds[shockMembers[i]]++ === 0) affected[count++] = shockMembers[i];
    else reactToHold(e, shockMembers[i]);
  }
  for (let i = 0; i < count; i++) reactToStop(e, affected[i]);
  if (losesData === 0) return;
  for (let i = shockMemberOffsets[shock]; i < end; i++) if (struck[i] === 1) destroyReplicated(e, shockMembers[i]);
  for (let i = shockMemberOffsets[shock]; i < end; i++) reactToLoss(e, shockMembers[i]);
}

/** The coins that say whom the shock strikes. */
function drawVictims(e: Engine, shock: number): void {
  const { shockMemberOffsets, shockProbability, shockStream } = e.program;
  const end = shockMemberOffsets[shock + 1];
  if (e.tiltedCoins > 0) {
    tiltedVictims(e, shock);
    return;
  }
  for (let i = shockMemberOffsets[shock]; i < end; i++)
    e.state.struck[i] = happens(e, shockStream[shock], shockProbability[shock]) ? 1 : 0;
}

/** Data is destroyed everywhere at once, and the members that held it go on: a DROP TABLE that every replica copies. */
export function corruptionStrikes(e: Engine, row: number): void {
  const { shockMemberOffsets, shockMembers } = e.program;
  const end = shockMemberOffsets[row + 1];
  for (let i = shockMemberOffsets[row]; i < end; i++) destroyCopy(e, shockMembers[i]);
  for (let i = shockMemberOffsets[row]; i < end; i++) reactToLoss(e, shockMembers[i]);
}

/** A shock is repaired for all that it struck at once, as a bad deploy is rolled back everywhere. */
export function shockEnds(e: Engine, shock: number): void {
  const { shockMemberOffsets, shockMembers } = e.program;
  const { affected, holds, struck } = e.state;
  let count = 0;
  const end = shockMemberOffsets[shock + 1];
  for (let i = shockMemberOffsets[shock]; i < end; i++) {
    if (struck[i] === 0) continue;
    struck[i] = 0;
    if (--holds[shockMembers[i]] === 0) affected[count++] = shockMembers[i];
    else reactToRelease(e, shockMembers[i]);
  }
  for (let i = 0; i < count; i++) reactToStart(e, affected[i]);
}
