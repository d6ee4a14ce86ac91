import { ANSWER, byMode } from '../compile/program.ts';
import { bookBlame, countFailures, findBlamed, placeOfCause } from './blame.ts';
import { afterChoice } from './choices.ts';
import type { Engine } from '../engine/engine.ts';
import { isDue } from '../engine/heap.ts';
import { isCoordinated } from '../engine/needs.ts';
import { carried } from '../engine/load.ts';
import { isMoving } from '../engine/moves.ts';
import { reaching } from '../engine/modes/active-active.ts';
import { PHASE } from './names.ts';
import { eachView } from '../engine/views.ts';
import { waitPhase } from './waiting.ts';
import { byStage, QUORUM, TASK } from '../engine/state.ts';
import type { Books } from './books.ts';

/*
 * In which stage the open incident is. It is looked at after each instant of an incident, so that a run pays for it
 * only while it is down; between two instants nothing changes. The stages' seconds add up to the incident's length.
 */

/** The entry has just gone down; what that leads to in this very instant is not known yet. */
export function beginPhases({ open }: Books, e: Engine): void {
  open.phaseSeconds.fill(0);
  open.phase = -1;
  open.phaseSince = e.now;
  open.blameSince = e.now;
}

/** An instant of an open incident is over. */
export function notePhase(b: Books, e: Engine): void {
  const { open } = b;
  const stage = phaseOf(e, e.program.entry);
  const phase = stage === PHASE.repair ? waitPhase(e) : stage;
  if (open.phase >= 0) {
    bookBlame(b, e, e.now);
  } else {
    open.incidentPlace = placeOfCause(e);
    open.incidentFailures = countFailures(b, e);
  }
  findBlamed(b, e);
  if (phase === open.phase) return;
  endPhase(b, e);
  open.phase = phase;
  open.phaseSince = e.now;
}

/** Books the time since the stage began. */
function endPhase({ open }: Books, e: Engine): void {
  if (open.phase >= 0) open.phaseSeconds[open.phase] += e.now - open.phaseSince;
}

/** The incident is over. */
export function endPhases(b: Books, e: Engine): void {
  endPhase(b, e);
  if (b.open.phase >= 0) bookBlame(b, e, e.now);
}

/**
 * The first stage, in the order of `PHASE`, of any service that the given one depends on and that does not answer in
 * full.
 */
function phaseOf(e: Engine, service: number): number {
  const { answerOffsets, answerCode } = e.program;
  const end = answerOffsets[service + 1];
  let phase: number = PHASE.repair;
  for (let i = answerOffsets[service]; i < end; i++) {
    const part = answerCode[i];
    if (part === ANSWER.choose) i = afterChoice(e, i, 1);
    if (part < 0 || e.state.ownShare[part] === 1) continue;
    const own = ownPhase(e, part);
    if (own < phase) phase = own;
  }
  return phase;
}

function ownPhase(e: Engine, service: number): number {
  const s = e.state;
  if (s.dataHeld[service] === 1) return isDue(e, e.slots.restore + service) ? PHASE.restore : memberPhase(e, service);
  return OWN_PHASES[e.program.serviceMode[service]](e, service);
}

const insideActive = (e: Engine, service: number) => insidePhase(e, e.state.active[service]);
/** [STAGE] */
const FAILOVER_PHASES = byStage<(e: Engine, service: number) => number>({
  // A strict active that serves nobody waits for a replica.
  serving: (e, service) => (e.state.ownShare[service] === 0 ? memberPhase(e, service) : insideActive(e, service)),
  detecting: (e, service) => Math.min(PHASE.detect, insideActive(e, service)),
  deciding(e, service) {
    const task = e.program.serviceDecision[service];
    const isAsking = task >= 0 && e.state.taskStage[task] === TASK.asking;
    return Math.min(isAsking ? PHASE.repair : PHASE.decide, insideActive(e, service));
  },
  waiting: (e, service) => (isCoordinated(e, service) ? memberPhase(e, service) : PHASE.coordinator),
  uncoordinated: () => PHASE.coordinator,
  betweenAttempts: () => PHASE.promote,
  promoting: () => PHASE.promote,
  redirecting: () => PHASE.redirect,
  restoring: () => PHASE.restore,
  inWork: () => PHASE.work,
});

/** [MODE] */
const OWN_PHASES = byMode<(e: Engine, service: number) => number>({
  none: () => PHASE.repair,
  activeActive: rotationPhase,
  activePassive: (e, service) => FAILOVER_PHASES[e.state.stage[service]](e, service),
  quorum: (e, service) => (e.state.stage[service] === QUORUM.electing ? PHASE.promote : memberPhase(e, service)),
  sharded: (e, service) => (isElecting(e, service) ? PHASE.promote : memberPhase(e, service)),
});

/** Some of its shards are without a leader. */
function isElecting(e: Engine, service: number): boolean {
  const { serviceMembers } = e.program;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (isDue(e, e.slots.member + m)) return true;
  return false;
}

/**
 * Dead members in rotation are what hurts if without them those that work are enough not to be down; else it is that
 * too few work.
 */
function rotationPhase(e: Engine, service: number): number {
  const { healthy } = e.state;
  const { serviceRequired, serviceDegrades, downBelow } = e.program;
  const isEnough = healthy[service] >= serviceRequired[service] || serviceDegrades[service] === 1;
  const able = isEnough ? Math.min(1, healthy[service] / serviceRequired[service]) : 0;
  if (able >= downBelow && reaching(e, service) < able)
    return isUndetected(e, service) ? PHASE.undetected : PHASE.detect;
  const phase = memberPhase(e, service);
  return phase === PHASE.repair && e.hasLoad && isOverloaded(e, service) ? PHASE.overload : phase;
}

/** There is more work than those who work carry, or some have crashed under it. */
function isOverloaded(e: Engine, service: number): boolean {
  const { loadWorth, serviceMembers } = e.program;
  if (loadWorth[service] === 0) return false;
  if (carried(e, service) < 1 || e.state.isOverloaded[service] === 1) return true;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (e.state.crashed[m] === 1) return true;
  return false;
}

/** It takes more members than work: the first stage of those that come back, and of what goes on inside sites. */
function memberPhase(e: Engine, service: number): number {
  const { serviceMembers, memberCopy } = e.program;
  let phase = warming(e, service);
  const first = serviceMembers[service];
  if (memberCopy[first] < 0 && !e.hasViews) return phase;
  for (let m = first; m < serviceMembers[service + 1]; m++) phase = Math.min(phase, insidePhase(e, m));
  return phase;
}

/** What goes on inside a site, or with those that serve a member near it: its own recovery may be over first. */
function insidePhase(e: Engine, member: number): number {
  if (e.hasViews && member >= 0) {
    let phase: number = PHASE.repair;
    eachView(e, member, (_, service) => (phase = Math.min(phase, ownPhase(e, service))));
    if (phase < PHASE.repair) return phase;
  }
  const copy = member < 0 ? -1 : e.program.memberCopy[member];
  return copy < 0 || e.state.answer[copy] === 1 ? PHASE.repair : phaseOf(e, copy);
}

function warming(e: Engine, service: number): number {
  if (e.state.returning[service] > 0) return PHASE.warmUp;
  if (e.hasMoves && isMoving(e, service)) return PHASE.rescheduling;
  if (e.hasMaintenance && e.state.isOutForWork[service] === 1) return PHASE.work;
  return isUndetected(e, service) ? PHASE.undetected : PHASE.repair;
}

/** Members are missing, and nobody knows of any of them: nothing is being repaired. */
function isUndetected(e: Engine, service: number): boolean {
  if (!e.hasLatent || e.program.onlyActiveServes[service] === 1) return false;
  const { serviceMembers } = e.program;
  const { holds, unnoticed } = e.state;
  let hidden = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (holds[m] > unnoticed[m]) return false;
    hidden += unnoticed[m];
  }
  return hidden > 0;
}
