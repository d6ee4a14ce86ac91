import { MODE } from '../compile/program.ts';
import { draw } from '../random/draws.ts';
import { memberStarts as rotationStarts, memberStops as rotationStops } from './active-active.ts';
import { happens } from './chance.ts';
import { copyLost } from './data.ts';
import type { Engine } from './engine.ts';
import { memberStarts as failoverStarts, memberStops as failoverStops } from './failover.ts';
import { cancel, schedule } from './heap.ts';
import { memberStarts as quorumStarts, memberStops as quorumStops } from './quorum.ts';
import { STREAM } from './state.ts';

/*
 * From failures to members. A member works when none of its failure modes or shocks holds it down, all domains above
 * it are up, and it has restarted since the last of them returned. A failure that strikes many members marks all of
 * them first and lets their services react afterwards, so that no service promotes a member that fell in the same
 * instant.
 */

export function memberFails(e: Engine, member: number, losesData: number): void {
  if (e.state.holds[member]++ === 0) reactToStop(e, member);
  if (losesData === 1) copyLost(e, member);
}

export function memberRecovers(e: Engine, member: number): void {
  if (--e.state.holds[member] === 0) reactToStart(e, member);
}

export function domainFails(e: Engine, domain: number, losesData: number): void {
  const { domainMemberOffsets, domainMembers } = e.program;
  const { affected, blocked, holds, restarting } = e.state;
  let count = 0;
  const end = domainMemberOffsets[domain + 1];
  for (let i = domainMemberOffsets[domain]; i < end; i++) {
    const member = domainMembers[i];
    if (restarting[member] === 1) {
      // The hold of the restart becomes that of the domain.
      restarting[member] = 0;
      cancel(e, e.slots.restart + member);
      blocked[member]++;
    } else if (blocked[member]++ === 0 && holds[member]++ === 0) {
      affected[count++] = member;
    }
  }
  for (let i = 0; i < count; i++) reactToStop(e, affected[i]);
  if (losesData === 1) {
    for (let i = domainMemberOffsets[domain]; i < end; i++) copyLost(e, domainMembers[i]);
  }
}

export function domainReturns(e: Engine, domain: number): void {
  const p = e.program;
  const { domainMemberOffsets, domainMembers } = p;
  const { affected, blocked, holds, restarting } = e.state;
  let count = 0;
  const end = domainMemberOffsets[domain + 1];
  for (let i = domainMemberOffsets[domain]; i < end; i++) {
    const member = domainMembers[i];
    if (--blocked[member] > 0) continue;
    const restart = p.memberRestartDraw[member];
    if (restart >= 0) {
      restarting[member] = 1;
      schedule(e, e.slots.restart + member, e.now + draw(p.draws, restart, e.state.streams, STREAM.repair));
    } else if (--holds[member] === 0) {
      affected[count++] = member;
    }
  }
  for (let i = 0; i < count; i++) reactToStart(e, affected[i]);
}

/** The restart after a domain's return is done. */
export function memberRestarted(e: Engine, member: number): void {
  e.state.restarting[member] = 0;
  memberRecovers(e, member);
}

export function shockStrikes(e: Engine, shock: number, losesData: number): void {
  const { shockMemberOffsets, shockMembers, shockProbability } = e.program;
  const { affected, holds, struck } = e.state;
  let count = 0;
  const end = shockMemberOffsets[shock + 1];
  for (let i = shockMemberOffsets[shock]; i < end; i++) {
    if (!happens(e, shockProbability[shock])) continue;
    struck[i] = 1;
    if (holds[shockMembers[i]]++ === 0) affected[count++] = shockMembers[i];
  }
  for (let i = 0; i < count; i++) reactToStop(e, affected[i]);
  if (losesData === 1) {
    for (let i = shockMemberOffsets[shock]; i < end; i++) if (struck[i] === 1) copyLost(e, shockMembers[i]);
  }
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
  }
  for (let i = 0; i < count; i++) reactToStart(e, affected[i]);
}

function reactToStop(e: Engine, member: number): void {
  const service = e.program.memberService[member];
  const mode = e.program.serviceMode[service];
  if (mode === MODE.activeActive) rotationStops(e, service, member);
  else if (mode === MODE.activePassive) failoverStops(e, service, member);
  else quorumStops(e, service, member);
}

function reactToStart(e: Engine, member: number): void {
  const service = e.program.memberService[member];
  const mode = e.program.serviceMode[service];
  if (mode === MODE.activeActive) rotationStarts(e, service, member);
  else if (mode === MODE.activePassive) failoverStarts(e, service, member);
  else quorumStarts(e, service);
}
