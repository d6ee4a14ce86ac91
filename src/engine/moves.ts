import { delay } from './chance.ts';
import type { Engine } from './engine.ts';
import { cancel, schedule } from './heap.ts';
import { hold, release } from './holds.ts';
import { ATTENTION } from './probe.ts';
import { MOVE } from './state.ts';

/*
 * Members without data that are started elsewhere while their domain is down, and go back. One that is to move has a
 * home and perhaps a place elsewhere, and works while either is up and it has been started there; whatever else holds
 * it (failures of its own, shocks) follows it. Who looks for a place does so when an instant is over: in the order of
 * the members, each where the fewest have come to.
 */

/** Some domain around the member's home fails. */
export function homeFails(e: Engine, member: number): void {
  const { blocked, restarting, moveStage } = e.state;
  if (restarting[member] === 1) {
    restarting[member] = 0;
    cancel(e, e.slots.restart + member);
  }
  if (blocked[member]++ === 0 && moveStage[member] === MOVE.home) waits(e, member);
  housed(e, member);
}

/** Some domain around the member's home returns. Once all have, it is started there: as any is, or to go back. */
export function homeReturns(e: Engine, member: number): void {
  const { memberService, moveStartDraw, restartDraw, restartStream } = e.program;
  const { blocked, restarting, moveStage, movedTo } = e.state;
  if (--blocked[member] > 0) return;
  const service = memberService[member];
  if (movedTo[member] < 0) stays(e, member);
  const draw = moveStage[member] === MOVE.away ? moveStartDraw[service] : restartDraw[service];
  const takes = draw < 0 ? 0 : delay(e, draw, restartStream[service]);
  if (takes > 0) {
    restarting[member] = 1;
    schedule(e, e.slots.restart + member, e.now + takes);
  } else {
    stays(e, member);
  }
  housed(e, member);
}

/** It has been started at home, and stops wherever else it was. */
export function isHome(e: Engine, member: number): void {
  e.state.restarting[member] = 0;
  stays(e, member);
  housed(e, member);
}

/** A domain fails, and with it those that were started in it. */
export function guestsStop(e: Engine, domain: number): void {
  looksWhenOver(e);
  forGuests(e, domain, (member) => {
    if (e.state.movedBlocked[member]++ > 0) return;
    waits(e, member);
    housed(e, member);
  });
}

/** A domain returns: whoever was started in it, and has gone nowhere else, restarts. */
export function guestsReturn(e: Engine, domain: number): void {
  const { memberService, restartDraw, restartStream } = e.program;
  looksWhenOver(e);
  forGuests(e, domain, (member) => {
    if (--e.state.movedBlocked[member] > 0) return;
    const draw = restartDraw[memberService[member]];
    starts(e, member, draw < 0 ? 0 : delay(e, draw, restartStream[memberService[member]]));
  });
}

/** Its domain has been down for long enough; or it has been started elsewhere. */
export function moveRings(e: Engine, member: number): void {
  if (e.state.moveStage[member] === MOVE.starts) {
    setStage(e, member, MOVE.away);
    housed(e, member);
  } else {
    setStage(e, member, MOVE.looks);
    looksWhenOver(e);
  }
}

/** Whoever looks for a domain is started in one, if there is any. */
export function moversFollow(e: Engine): void {
  const { memberService, moveStartDraw, restartStream } = e.program;
  const { moveStage } = e.state;
  e.movesLooking = 0;
  for (let member = 0; member < moveStage.length; member++) {
    if (moveStage[member] !== MOVE.looks || isHalted(e, member)) continue;
    const domain = bestDomain(e, member);
    if (domain < 0) continue;
    leaves(e, member);
    e.state.movedTo[member] = domain;
    countGuest(e, member, 1);
    const service = memberService[member];
    starts(e, member, delay(e, moveStartDraw[service], restartStream[service]));
  }
}

/** Of the service some member that works nowhere waits until it may be started elsewhere, or is. */
export function isMoving({ program, state }: Engine, service: number): boolean {
  const { moveAfterDraw, serviceMembers } = program;
  const { moveStage, isHomeless } = state;
  if (moveAfterDraw[service] < 0) return false;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (isHomeless[m] === 1 && (moveStage[m] === MOVE.waits || moveStage[m] === MOVE.starts)) return true;
  }
  return false;
}

export function isMover({ hasMoves, program }: Engine, member: number): boolean {
  return hasMoves && program.moveAfterDraw[program.memberService[member]] >= 0;
}

/** Where it is, its domain is down, and soon for long enough. */
function waits(e: Engine, member: number): void {
  const { memberService, moveAfterDraw, restartStream } = e.program;
  const service = memberService[member];
  setStage(e, member, MOVE.waits);
  schedule(e, e.slots.move + member, e.now + delay(e, moveAfterDraw[service], restartStream[service]));
}

/** It has a domain elsewhere, and is there after so many seconds. */
function starts(e: Engine, member: number, seconds: number): void {
  setStage(e, member, MOVE.starts);
  if (seconds > 0) schedule(e, e.slots.move + member, e.now + seconds);
  else moveRings(e, member);
}

/** It is at home, or will be without having moved. */
function stays(e: Engine, member: number): void {
  leaves(e, member);
  setStage(e, member, MOVE.home);
}

function setStage(e: Engine, member: number, stage: number): void {
  const { moveStage } = e.state;
  if (moveStage[member] === MOVE.looks) e.movesWaiting--;
  if (stage === MOVE.looks) e.movesWaiting++;
  moveStage[member] = stage;
  cancel(e, e.slots.move + member);
}

/** It gives up the domain that it was started in. */
function leaves(e: Engine, member: number): void {
  const { movedTo, movedBlocked } = e.state;
  if (movedTo[member] < 0) return;
  countGuest(e, member, -1);
  movedTo[member] = -1;
  movedBlocked[member] = 0;
  looksWhenOver(e);
}

/** In all domains around it that are not around its home as well. */
function countGuest(e: Engine, member: number, count: number): void {
  const { domainParent, memberDomain } = e.program;
  const home = memberDomain[member];
  let domain = e.state.movedTo[member];
  for (; domain >= 0 && !isWithin(e, home, domain); domain = domainParent[domain]) e.state.guests[domain] += count;
}

/** Whether it works where it is, and is counted among those that return, has perhaps changed. */
function housed(e: Engine, member: number): void {
  const { blocked, restarting, moveStage, isHomeless, isGoingHome, returning } = e.state;
  const isHoused = moveStage[member] === MOVE.away || (blocked[member] === 0 && restarting[member] === 0);
  const isReturning = isHoused ? 0 : restarting[member];
  returning[e.program.memberService[member]] += isReturning - isGoingHome[member];
  isGoingHome[member] = isReturning;
  if (isHoused === (isHomeless[member] === 0)) return;
  isHomeless[member] = isHoused ? 0 : 1;
  if (isHoused) release(e, member);
  else hold(e, member);
}

/** Most of the domains beside its own are down, and not all: nobody is moved then. */
function isHalted(e: Engine, member: number): boolean {
  const { memberService, memberDomain, moveHaltsAt, domainParent, domainKind } = e.program;
  const haltsAt = moveHaltsAt[memberService[member]];
  if (haltsAt === Infinity) return false;
  const { movedTo } = e.state;
  const own = movedTo[member] >= 0 ? movedTo[member] : memberDomain[member];
  let down = 0;
  let all = 0;
  for (let domain = 0; domain < domainParent.length; domain++) {
    if (domainParent[domain] !== domainParent[own] || domainKind[domain] !== domainKind[own]) continue;
    all++;
    if (!isUp(e, domain)) down++;
  }
  return down < all && down >= haltsAt * all;
}

/** One of the kind that is up and has room, of these the one that the fewest have come to; −1: there is none. */
function bestDomain(e: Engine, member: number): number {
  const { memberService, memberDomain, moveTargetOffsets, moveTargets, domainKind } = e.program;
  const { guests } = e.state;
  const service = memberService[member];
  const home = memberDomain[member];
  let best = -1;
  for (let i = moveTargetOffsets[service]; i < moveTargetOffsets[service + 1]; i++) {
    const domain = moveTargets[i];
    if (domain === home || domainKind[domain] !== domainKind[home] || !isUp(e, domain)) continue;
    if ((best < 0 || guests[domain] < guests[best]) && hasRoom(e, domain, home)) best = domain;
  }
  return best;
}

function isUp({ program: { domainParent }, state: { domainDown } }: Engine, domain: number): boolean {
  for (let at = domain; at >= 0; at = domainParent[at]) if (domainDown[at] > 0) return false;
  return true;
}

/** So have those around it that are not around the home as well. */
function hasRoom(e: Engine, domain: number, home: number): boolean {
  const { domainParent, domainRoom } = e.program;
  for (let at = domain; at >= 0 && !isWithin(e, home, at); at = domainParent[at])
    if (e.state.guests[at] >= domainRoom[at]) return false;
  return true;
}

function isWithin({ program: { domainParent } }: Engine, domain: number, outer: number): boolean {
  let at = domain;
  while (at >= 0 && at !== outer) at = domainParent[at];
  return at >= 0;
}

/** Shows the visitor whoever has a place in the domain, or below it, that is not its home. */
export function forGuests(e: Engine, domain: number, visit: (member: number) => void): void {
  const { movedTo } = e.state;
  for (let member = 0; member < movedTo.length; member++)
    if (movedTo[member] >= 0 && isWithin(e, movedTo[member], domain)) visit(member);
}

/** There may be room somewhere now, or nothing that keeps whoever looks for some from moving. */
function looksWhenOver(e: Engine): void {
  if (e.movesWaiting === 0) return;
  e.movesLooking = 1;
  e.attention |= ATTENTION.marked;
}
