import { eachView } from '../engine/views.ts';
import { ANSWER, byMode, clockOwner } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { faultOf } from '../engine/faults.ts';
import { afterChoice } from './choices.ts';
import { MOST_FAILURES } from './names.ts';
import { QUORUM, STAGE } from '../engine/state.ts';
import type { Books } from './books.ts';
import type { Open } from './open.ts';

/*
 * What the open incident is due to, beside its cause: which services are down by themselves, in which domain the
 * failure stood that began it, and how many failures it took. Looked at after each instant of an incident, like its
 * stage.
 */

/** Books the time since the last look under what was so then, within the observed years. */
export function bookBlame({ open, observation }: Books, e: Engine, to: number): void {
  const from = open.blameSince > 0 ? open.blameSince : 0;
  const end = to < e.horizon ? to : e.horizon;
  open.blameSince = to;
  if (!(end > from)) return;
  const seconds = (end - from) * e.weight;
  const { phaseDown, domainBlame, failuresDown, serviceBlame } = observation;
  phaseDown[open.phase] += seconds;
  domainBlame[open.incidentPlace + 1] += seconds;
  failuresDown[open.incidentFailures] += seconds;
  for (let i = 0; i < open.blamedCount; i++) serviceBlame[open.blamed[i]] += seconds / open.blamedCount;
}

/** Who is down by itself now. */
export function findBlamed({ open }: Books, e: Engine): void {
  open.blamedCount = 0;
  const { entry, downBelow } = e.program;
  collect(open, e, entry, downBelow);
  // Nobody is down alone: those that are a little down together are.
  if (open.blamedCount === 0) collect(open, e, entry, 1);
}

/**
 * Services that the given one depends on and whose own share is below the limit; of services on sites, what is down
 * inside of them.
 */
function collect(open: Open, e: Engine, service: number, limit: number): void {
  const { answerOffsets, answerCode } = e.program;
  const end = answerOffsets[service + 1];
  let wanted = 0;
  for (let i = answerOffsets[service]; i < end; i++) {
    const code = answerCode[i];
    if (code === ANSWER.push) wanted++;
    else if (code === ANSWER.want) wanted--;
    else if (code === ANSWER.choose) i = afterChoice(e, i, limit);
    else if (code < 0) continue;
    // What is only wanted is not down for all: it counts in the second round.
    else if (e.state.ownShare[code] < limit && (wanted === 0 || limit === 1)) blame(open, e, code, limit);
  }
}

function blame(open: Open, e: Engine, service: number, limit: number): void {
  const { serviceMembers, memberCopy, downBelow } = e.program;
  const { holds, blocked, answer } = e.state;
  const first = serviceMembers[service];
  const before = open.blamedCount;
  if (first < serviceMembers[service + 1] && memberCopy[first] >= 0) {
    for (let m = first; m < serviceMembers[service + 1]; m++) {
      // A site that its domain took is the business of the service on the sites.
      if (holds[m] > 0 && blocked[m] === 0 && answer[memberCopy[m]] < downBelow) collect(open, e, memberCopy[m], limit);
    }
  }
  if (e.hasViews)
    for (let m = first; m < serviceMembers[service + 1]; m++)
      if (blocked[m] === 0) eachView(e, m, (_, near) => addBlamed(open, near));
  if (hasSteppedDown(e, service)) eachMissing(e, service, (coordinator) => collect(open, e, coordinator, limit));
  if (open.blamedCount > before) return;
  addBlamed(open, service);
}

function addBlamed(open: Open, service: number): void {
  for (let i = 0; i < open.blamedCount; i++) if (open.blamed[i] === service) return;
  open.blamed[open.blamedCount++] = service;
}

/** Its active works, and may not serve without its coordinators. */
function hasSteppedDown({ state: { stage, active, holds } }: Engine, service: number): boolean {
  return stage[service] === STAGE.uncoordinated && holds[active[service]] === 0;
}

/** Coordinators of the service that are down. */
function eachMissing({ program, state }: Engine, service: number, visit: (coordinator: number) => void): void {
  const { coordinatorOffsets, coordinators, downBelow } = program;
  for (let i = coordinatorOffsets[service]; i < coordinatorOffsets[service + 1]; i++)
    if (state.answer[coordinators[i]] < downBelow) visit(coordinators[i]);
}

/**
 * How many failures the incident that has just begun took: of those that are on, as many as it takes to hold what is
 * now down, the latest first and then the wider ones; and one for all earlier ones that are repaired and still felt
 * there (a restart, a standby that is behind). 0: nothing has failed.
 */
export function countFailures(b: Books, e: Engine): number {
  const { isInvolved, missing } = b;
  isInvolved.fill(0);
  missing.fill(0);
  let failures = involve(b, e, e.program.entry) ? 1 : 0;
  const { counts } = e.program;
  if (e.causeClock >= 0 && isOn(e, e.causeClock)) {
    // It counts in any case: that a leader is gone shows in no member.
    cover(b, e, e.causeClock);
    failures++;
  }
  for (const isWide of [true, false]) {
    for (let clock = 0; clock < counts.clocks && failures < MOST_FAILURES; clock++) {
      if (isOn(e, clock) && faultOf(e.program, clock).isWide === isWide && cover(b, e, clock)) failures++;
    }
  }
  return failures;
}

/** It has not been repaired, or is over and what it struck has not been. */
function isOn(e: Engine, clock: number): boolean {
  if (e.state.clockDown[clock] !== 0) return true;
  const fault = faultOf(e.program, clock);
  return !fault.lasts && fault.isFelt(e, clockOwner(e.program, clock));
}

/** Innermost domain in which the latest failure stood; −1: outside all, or nothing has failed. */
export function placeOfCause(e: Engine): number {
  if (e.causeClock < 0) return -1;
  return faultOf(e.program, e.causeClock).place(e, clockOwner(e.program, e.causeClock));
}

/** Marks the members whose loss counts. @returns whether an earlier failure is still felt among them */
function involve(b: Books, e: Engine, service: number): boolean {
  const { answerOffsets, answerCode } = e.program;
  let isFelt = false;
  for (let i = answerOffsets[service]; i < answerOffsets[service + 1]; i++) {
    const part = answerCode[i];
    if (part === ANSWER.choose) i = afterChoice(e, i, 1);
    else if (part >= 0 && e.state.ownShare[part] < 1 && involveMembers(b, e, part)) isFelt = true;
  }
  return isFelt;
}

function involveMembers(b: Books, e: Engine, service: number): boolean {
  const { serviceMembers, serviceMode, serviceRequired, onlyActiveServes, memberCopy, downBelow } = e.program;
  const { holds, blocked, stale, restarting, answer, returning } = e.state;
  const { isInvolved, missing } = b;
  let isFelt = false;
  eachMissing(e, service, (coordinator) => {
    if (involve(b, e, coordinator)) isFelt = true;
  });
  const sole = SOLE_MEMBER[serviceMode[service]](e, service);
  if (sole === NONE) return isFelt;
  const inRotationOnly = sole === IN_ROTATION;
  const members = serviceMembers[service + 1] - serviceMembers[service];
  missing[service] = sole === ALL && onlyActiveServes[service] === 0 ? members - serviceRequired[service] + 1 : members;
  if (sole === ALL && returning[service] > 0) isFelt = true;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if ((sole >= 0 && m !== sole) || (inRotationOnly && e.state.inRotation[m] === 0)) continue;
    if (holds[m] > 0) isInvolved[m] = 1;
    if (e.hasViews && blocked[m] === 0) eachView(e, m, (view, near) => involveNear(b, e, m, view, near));
    if (restarting[m] === 1 || (stale[m] === 1 && holds[m] === 0)) isFelt = true;
    const copy = memberCopy[m];
    if (copy >= 0 && holds[m] > 0 && blocked[m] === 0 && answer[copy] < downBelow && involve(b, e, copy)) isFelt = true;
  }
  return isFelt;
}

/** It is down by those that should serve it in its zone, who count in its place. */
function involveNear({ isInvolved, missing }: Books, e: Engine, member: number, view: number, service: number): void {
  const { serviceMembers, viewMemberOffsets, viewMembers } = e.program;
  isInvolved[member] = 0;
  missing[service] = serviceMembers[service + 1] - serviceMembers[service];
  for (let i = viewMemberOffsets[view]; i < viewMemberOffsets[view + 1]; i++)
    if (e.state.holds[viewMembers[i]] > 0) isInvolved[viewMembers[i]] = 1;
}

const ALL = -1;
const IN_ROTATION = -2;
const NONE = -3;

/** [MODE] The one member whose loss alone matters; or all of them, or those that are dead and still in rotation. */
const SOLE_MEMBER = byMode<(e: Engine, service: number) => number>({
  none: () => NONE,
  activeActive({ program: { serviceRequired }, state: { healthy, rotation } }, service) {
    const isEnough = healthy[service] >= serviceRequired[service];
    return rotation[service] > healthy[service] && isEnough ? IN_ROTATION : ALL;
  },
  activePassive({ program: { serviceMembers }, state: { active, stage, holds, stale, hasData } }, service) {
    const lost = active[service];
    // Another one would have taken over with the coordinators.
    if (stage[service] === STAGE.uncoordinated) return holds[lost] === 0 ? NONE : lost;
    if (stage[service] === STAGE.waiting || stage[service] === STAGE.restoring) return ALL;
    // Another one could take over: then the others that could not do not matter.
    for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
      if (m !== lost && holds[m] === 0 && stale[m] === 0 && hasData[m] === 1) return lost;
    }
    return ALL;
  },
  quorum: ({ state }, service) => (state.stage[service] === QUORUM.electing ? NONE : ALL),
  sharded: () => ALL,
});

/** Accounts for the members that a failure holds. @returns whether it holds any that is not accounted for */
function cover(b: Books, e: Engine, clock: number): boolean {
  let isNew = false;
  faultOf(e.program, clock).covers(e, clockOwner(e.program, clock), (member) => {
    if (coverMember(b, e, member)) isNew = true;
  });
  return isNew;
}

function coverMember({ isInvolved, missing }: Books, e: Engine, member: number): boolean {
  const service = e.program.memberService[member];
  if (isInvolved[member] !== 1 || missing[service] === 0) return false;
  isInvolved[member] = 0;
  missing[service]--;
  return true;
}
