import { copiesFail, copiesReturn } from './backup-copies.ts';
import { delay, happens } from './chance.ts';
import { destroyCopy, destroyReplicated } from './copies.ts';
import type { Engine } from './engine.ts';
import { cancel, schedule } from './heap.ts';
import { addHold, dropHold, hold, release } from './holds.ts';
import { backupsChanged, backupsGone } from './marks.ts';
import { guestsReturn, guestsStop, homeFails, homeReturns, isHome, isMover } from './moves.ts';
import { reactsOrMarks } from './react.ts';

/*
 * From failures to members. A member works when none of its failure modes or shocks holds it down, all domains above
 * it are up, and it has restarted since the last of them returned.
 */

export function memberFails(e: Engine, member: number, losesData: number): void {
  if (losesData === 1) {
    hold(e, member);
    destroyCopy(e, member);
  } else if (addHold(e, member)) {
    reactsOrMarks(e, member);
  }
}

export function memberRecovers(e: Engine, member: number): void {
  if (dropHold(e, member)) reactsOrMarks(e, member);
}

export function domainFails(e: Engine, domain: number, losesData: number): void {
  const { domainMemberOffsets, domainMembers } = e.program;
  const { blocked, restarting, returning } = e.state;
  e.state.domainDown[domain]++;
  if (e.program.counts.policies > 0) copiesFail(e, domain, losesData);
  const end = domainMemberOffsets[domain + 1];
  for (let i = domainMemberOffsets[domain]; i < end; i++) {
    const member = domainMembers[i];
    if (isMover(e, member)) {
      homeFails(e, member);
    } else if (restarting[member] === 1) {
      // The hold of the restart becomes that of the domain.
      restarting[member] = 0;
      returning[e.program.memberService[member]]--;
      cancel(e, e.slots.restart + member);
      blocked[member]++;
    } else if (blocked[member]++ === 0) {
      hold(e, member);
    }
  }
  if (e.hasMoves) guestsStop(e, domain);
  if (losesData === 1) for (let i = domainMemberOffsets[domain]; i < end; i++) destroyCopy(e, domainMembers[i]);
  if (e.program.counts.policies === 0) return;
  backupsGone(e);
  // Whoever waits for a backup that has burned in it waits for nothing.
  if (losesData === 1) backupsChanged(e);
}

export function domainReturns(e: Engine, domain: number): void {
  const p = e.program;
  const { domainMemberOffsets, domainMembers } = p;
  const { blocked, restarting, returning } = e.state;
  e.state.domainDown[domain]--;
  const end = domainMemberOffsets[domain + 1];
  for (let i = domainMemberOffsets[domain]; i < end; i++) {
    const member = domainMembers[i];
    if (isMover(e, member)) {
      homeReturns(e, member);
      continue;
    }
    if (--blocked[member] > 0) continue;
    const service = p.memberService[member];
    const restart = p.restartDraw[service];
    if (restart >= 0) {
      restarting[member] = 1;
      returning[service]++;
      schedule(e, e.slots.restart + member, e.now + delay(e, restart, p.restartStream[service]));
    } else {
      release(e, member);
    }
  }
  if (e.hasMoves) guestsReturn(e, domain);
  if (p.counts.policies === 0) return;
  copiesReturn(e, domain);
  backupsChanged(e);
}

/** The restart after a domain's return is done. */
export function memberRestarted(e: Engine, member: number): void {
  if (isMover(e, member)) {
    isHome(e, member);
    return;
  }
  e.state.restarting[member] = 0;
  e.state.returning[e.program.memberService[member]]--;
  if (dropHold(e, member)) reactsOrMarks(e, member);
}

export function shockStrikes(e: Engine, shock: number, losesData: number): void {
  const { shockMemberOffsets, shockMembers } = e.program;
  const { struck } = e.state;
  const end = shockMemberOffsets[shock + 1];
  drawVictims(e, shock);
  for (let i = shockMemberOffsets[shock]; i < end; i++) {
    if (struck[i] === 1) falls(e, shockMembers[i], losesData);
  }
  if (losesData === 0) return;
  for (let i = shockMemberOffsets[shock]; i < end; i++) if (struck[i] === 1) burns(e, shockMembers[i]);
}

/** What a shock strikes: a member, or ~ a domain. */
function falls(e: Engine, victim: number, losesData: number): void {
  if (victim >= 0) hold(e, victim);
  else domainFails(e, ~victim, losesData);
}

/** What is in a domain has burned with it. */
function burns(e: Engine, victim: number): void {
  if (victim >= 0) destroyReplicated(e, victim);
}

function rises(e: Engine, victim: number): void {
  if (victim >= 0) release(e, victim);
  else domainReturns(e, ~victim);
}

/** Each victim that was not one already is repaired by itself; the shock is over. */
export function commonCauseStrikes(e: Engine, shock: number, losesData: number): void {
  const { shockMemberOffsets, shockMembers, shockProbability, shockStream, victimDraw } = e.program;
  const { struck } = e.state;
  const stream = shockStream[shock];
  const first = shockMemberOffsets[shock];
  const end = shockMemberOffsets[shock + 1];
  for (let i = first; i < end; i++) {
    if (!happens(e, stream, shockProbability[shock]) || struck[i] === 1) continue;
    struck[i] = 1;
    falls(e, shockMembers[i], losesData);
    schedule(e, e.slots.victim + i, e.now + delay(e, victimDraw[shock], stream));
  }
  if (losesData === 0) return;
  for (let i = first; i < end; i++) if (struck[i] === 1) burns(e, shockMembers[i]);
}

/** @param hit its place among `shockMembers` */
export function victimRecovers(e: Engine, hit: number): void {
  e.state.struck[hit] = 0;
  rises(e, e.program.shockMembers[hit]);
}

/** A shock is repaired for all that it struck at once, as a bad deploy is rolled back everywhere. */
export function shockEnds(e: Engine, shock: number): void {
  const { shockMemberOffsets, shockMembers } = e.program;
  const { struck } = e.state;
  const end = shockMemberOffsets[shock + 1];
  for (let i = shockMemberOffsets[shock]; i < end; i++) {
    if (struck[i] === 0) continue;
    struck[i] = 0;
    rises(e, shockMembers[i]);
  }
}

/** The coins that say whom the shock strikes. */
function drawVictims(e: Engine, shock: number): void {
  const { shockMemberOffsets, shockProbability, shockStream } = e.program;
  const end = shockMemberOffsets[shock + 1];
  if (e.tiltedCoins > 0) {
    e.tilt!.victims(e, shock);
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
}
