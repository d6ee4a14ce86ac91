import { clockField, clockOwner, FLEET, OWNER } from '../compile/program.ts';
import { uniform53 } from '../random/stream.ts';
import { isOpen, nextEdge, workEnd } from './calendar.ts';
import { delay } from './chance.ts';
import { drawUp, renewClock } from './dormancy.ts';
import type { Engine } from './engine.ts';
import { isDue, schedule } from './heap.ts';
import { hold, release } from './holds.ts';
import { hasRoles, modeOf } from './modes/modes.ts';
import { ATTENTION } from './probe.ts';

/*
 * Planned work. Members are due together, round by round, or where the work renews them each at its age (age
 * replacement; Barlow & Hunter 1960). One at a time is taken out, in their order and whoever is active last: in the
 * window, and while with it no more are out than may be. Whether that is so is looked at when an instant is over, and
 * after each while somebody waits for it. A window that closes puts the member back, with what is left of its work.
 */

/** So often an age is drawn anew that a member does not reach. */
const MOST_AGES = 1_000;

/** It is time to work on the member. */
export function maintenanceDue(e: Engine, member: number): void {
  const { maintainEvery, maintainRenews, memberService } = e.program;
  const service = memberService[member];
  if (e.state.awaitsWork[member] === 0) e.state.awaitsSince[member] = e.now;
  e.state.awaitsWork[member] = 1;
  if (maintainRenews[service] === 0) dueIn(e, member, maintainEvery[service]);
  looksForWork(e);
}

/** The window opens; or it closes upon a member, or the work on it is done. */
export function maintenanceRings(e: Engine, service: number): void {
  const { isOutForWork, workedOn, workLeft, awaitsWork } = e.state;
  const member = workedOn[service];
  looksForWork(e);
  if (isOutForWork[service] === 0) return;
  isOutForWork[service] = 0;
  release(e, member);
  if (workLeft[member] === 0) {
    awaitsWork[member] = 0;
    if (e.program.maintainRenews[service] === 1) dueIn(e, member, e.program.maintainEvery[service]);
  }
  leave(e, service);
}

/** A repair is done that makes the member new, and work on it as late as that. */
export function memberRepaired(e: Engine, clock: number): void {
  const { program: p, state: s } = e;
  if (clock < p.counts.exponentialClocks || clockField(p, clock, FLEET.ownerKind) !== OWNER.member) return;
  const member = clockOwner(p, clock);
  const service = p.memberService[member];
  if (p.repairRenews[service] === 0 || (s.isOutForWork[service] === 1 && s.workedOn[service] === member)) return;
  s.awaitsWork[member] = 0;
  s.workLeft[member] = 0;
  dueIn(e, member, p.maintainEvery[service]);
}

/** Whoever can be worked on is taken out. @returns whether that has led to something */
export function maintenanceFollows(e: Engine): boolean {
  const { maintainEvery, maintainHours, maintainMostOut } = e.program;
  const { isOutForWork, workedOn } = e.state;
  e.maintenanceWaits = 0;
  for (let service = 0; service < maintainEvery.length; service++) {
    if (maintainEvery[service] === 0 || isOutForWork[service] === 1) continue;
    const member = nextMember(e, service);
    const before = workedOn[service];
    if (member !== NOBODY && !isOpen(e.program, maintainHours[service], e.now)) {
      const slot = e.slots.maintenance + service;
      if (!isDue(e, slot)) schedule(e, slot, workEnd(e.program, maintainHours[service], e.now, 0));
      leave(e, service);
    } else if (member < 0 || countOut(e, service) >= maintainMostOut[service]) {
      if (member !== NOBODY) looksForWork(e);
      leave(e, service);
    } else if (modeOf(e, service).mayTakeOut(e, service, member)) {
      takeOut(e, service, member);
      return true;
    } else {
      looksForWork(e);
      if (workedOn[service] !== before) return true;
    }
  }
  return false;
}

/** Rounds begin at a random moment of their time; what is renewed, at an age that it has in the long run. */
export function startMaintenance(e: Engine, isSteady: boolean): void {
  const { maintainEvery, maintainRenews, maintainStream, serviceMembers } = e.program;
  for (let service = 0; service < maintainEvery.length; service++) {
    const every = maintainEvery[service];
    if (every === 0) continue;
    const phase = uniform53(e.state.streams, maintainStream[service]) * every;
    for (let member = serviceMembers[service]; member < serviceMembers[service + 1]; member++) {
      if (maintainRenews[service] === 0) dueIn(e, member, phase);
      else dueIn(e, member, every - (isSteady ? startAge(e, member) : 0));
    }
  }
}

/**
 * Of the member, at a random moment: uniform below that at which it is worked on, given that it lives so long. What has
 * failed at the beginning stays so.
 */
function startAge(e: Engine, member: number): number {
  const { maintainEvery, maintainStream, memberService } = e.program;
  const service = memberService[member];
  const draws = () => uniform53(e.state.streams, maintainStream[service]) * maintainEvery[service];
  let age = draws();
  let isFirst = true;
  forWear(e, member, (clock) => {
    let up = drawUp(e, clock);
    for (let tries = 0; up <= age && tries < MOST_AGES; tries++) {
      if (isFirst) age = draws();
      up = drawUp(e, clock);
    }
    isFirst = false;
    renewClock(e, clock, 0, up > age ? up - age : up);
  });
  return age;
}

const NOBODY = -1;
const ALL_ARE_OUT = -2;

/** Whoever is next: first what a window has cut off, the active last. */
function nextMember(e: Engine, service: number): number {
  const { serviceMembers } = e.program;
  const s = e.state;
  const active = hasRoles(e, service) ? s.active[service] : NOBODY;
  let next = NOBODY;
  for (let member = serviceMembers[service + 1] - 1; member >= serviceMembers[service]; member--) {
    if (s.awaitsWork[member] === 0) continue;
    if (isOut(s, member)) {
      if (next === NOBODY) next = ALL_ARE_OUT;
    } else if (next < 0 || active !== member) {
      if (next < 0 || s.workLeft[next] === 0 || s.workLeft[member] > 0) next = member;
    }
  }
  return next;
}

/** As far as anybody knows. */
function isOut({ holds, inRotation, stale, unnoticed }: Engine['state'], member: number): boolean {
  const hidden = unnoticed.length > 0 ? unnoticed[member] : 0;
  return holds[member] > hidden || inRotation[member] === 0 || stale[member] === 1;
}

function countOut({ program: { serviceMembers }, state }: Engine, service: number): number {
  let out = 0;
  for (let member = serviceMembers[service]; member < serviceMembers[service + 1]; member++)
    if (isOut(state, member)) out++;
  return out;
}

function takeOut(e: Engine, service: number, member: number): void {
  const { program: p, state: s, now } = e;
  if (s.workLeft[member] === 0) {
    e.probe.maintenance(e, service, now - s.awaitsSince[member]);
    s.workLeft[member] = delay(e, p.maintainTakesDraw[service], p.maintainStream[service]);
  }
  const seconds = s.workLeft[member];
  const hours = p.maintainHours[service];
  const isDone = workEnd(p, hours, now, seconds) === now + seconds;
  const until = isDone ? now + seconds : nextEdge(p, hours, now);
  s.workLeft[member] = isDone ? 0 : seconds - (until - now);
  schedule(e, e.slots.maintenance + service, until);
  // It is new once it has been worked on, and does not wear meanwhile.
  if (p.maintainRenews[service] === 1) forWear(e, member, (clock) => renewClock(e, clock, seconds, drawUp(e, clock)));
  s.workedOn[service] = member;
  s.isOutForWork[service] = 1;
  e.cause = p.maintainCause[service];
  e.causeClock = -1;
  hold(e, member);
  modeOf(e, service).takenOut(e, service, member);
}

/** Nobody of the service is worked on, or about to be. */
function leave(e: Engine, service: number): void {
  const member = e.state.workedOn[service];
  if (member < 0) return;
  e.state.workedOn[service] = -1;
  modeOf(e, service).workEnds(e, service, member);
}

/** The member's clocks that are up and wear out. */
export function forWear({ program: p, state }: Engine, member: number, visit: (clock: number) => void): void {
  const service = p.memberService[member];
  for (let i = p.serviceFleetOffsets[service]; i < p.serviceFleetOffsets[service + 1]; i++) {
    const record = p.serviceFleets[i] * FLEET.stride;
    const clock = p.fleets[record + FLEET.clock] + member - p.fleets[record + FLEET.owner];
    if (clock >= p.counts.exponentialClocks && state.clockDown[clock] === 0) visit(clock);
  }
}

function dueIn(e: Engine, member: number, seconds: number): void {
  schedule(e, e.slots.maintenanceDue + member, e.now + seconds);
}

function looksForWork(e: Engine): void {
  e.maintenanceWaits = ATTENTION.marked;
  e.attention |= ATTENTION.marked;
}
