import { REPLICATION } from '../compile/program.ts';
import { setOwnShare } from './answer.ts';
import { loseWrites } from './losses.ts';
import { checkDelay, delay, happens } from './chance.ts';
import { beginAnew } from './data.ts';
import type { Engine } from './engine.ts';
import { considerFailback } from './failback.ts';
import { cancel, isDue, schedule } from './heap.ts';
import { hasNeeds, looksWhenOver, needsAreMet } from './needs.ts';
import { caughtUp, connect, disconnect, isEligible, lossIfPromoted, noteLags, setWriting } from './replication.ts';
import { emptyMember, lookAgainLater, restore, restoreEnds } from './restoring.ts';
import { STAGE } from './state.ts';

/*
 * Active-passive: serving → detecting → deciding → (choose) → promoting → restoring → redirecting → serving, with
 * `waiting` when nobody is eligible and `betweenAttempts` after a promotion that failed. Until a promotion has begun, an
 * active that is back simply serves; once begun it runs on. `restoring` is for a member without data: a standby that
 * nothing was replicated to, or anybody once all copies are gone. An active restores where it is, without promotion.
 */

export function memberStops(e: Engine, service: number, member: number): void {
  const s = e.state;
  const stage = s.stage[service];
  if ((stage === STAGE.promoting || stage === STAGE.restoring) && member === s.target[service]) {
    if (member !== s.active[service]) disconnect(e, service, member);
    choose(e, service);
    return;
  }
  if (member === s.active[service]) {
    if (stage === STAGE.serving || stage === STAGE.redirecting) {
      activeLost(e, service);
    } else {
      // It was alive under a promotion that nobody needed: that one runs on.
      stopRebuilds(e, service);
    }
    return;
  }
  disconnect(e, service, member);
  if (stage === STAGE.serving || stage === STAGE.redirecting) {
    updateShare(e, service);
    considerFailback(e, service);
  }
}

export function memberStarts(e: Engine, service: number, member: number): void {
  const s = e.state;
  const stage = s.stage[service];
  if (e.program.serviceHoldsData[service] === 1) beginAnew(e, service, member);
  if (member === s.active[service]) {
    if (s.hasData[member] === 1) {
      if (stage !== STAGE.promoting && stage !== STAGE.restoring) serve(e, service);
    } else if (stage === STAGE.waiting) lookAgainLater(e, service);
    return;
  }
  const activeLives = stage === STAGE.serving || stage === STAGE.redirecting;
  connect(e, service, member, activeLives);
  if (stage === STAGE.waiting) lookAgainLater(e, service);
  else if (activeLives) {
    updateShare(e, service);
    considerFailback(e, service);
  }
}

/** A standby has been rebuilt. */
export function standbyRebuilt(e: Engine, service: number, member: number): void {
  caughtUp(e, service, member);
  if (e.state.stage[service] === STAGE.waiting) lookAgainLater(e, service);
  else considerFailback(e, service);
}

/** The stage's timer has run out. */
export function stageEnds(e: Engine, service: number): void {
  switch (e.state.stage[service]) {
    case STAGE.detecting:
      decide(e, service);
      break;
    case STAGE.deciding:
    case STAGE.betweenAttempts:
      choose(e, service);
      break;
    case STAGE.promoting:
      promotionEnds(e, service);
      break;
    case STAGE.restoring:
      restoreEnds(e, service);
      break;
    default:
      redirectionSteps(e, service);
  }
}

/** A failover that nobody needed: the active is fenced and a standby takes over. */
export function failNeedlessly(e: Engine, service: number): void {
  if (e.state.stage[service] !== STAGE.serving) return;
  stopServing(e, service);
  const standby = bestStandby(e, service);
  if (standby < 0) serve(e, service);
  else promote(e, service, standby);
}

/** The newest copy is gone, perhaps the last one too: whoever waited for it looks again. */
export function anyCopyWillDo(e: Engine, service: number): void {
  const { active, desperate, hasData, stage, holds } = e.state;
  desperate[service] = 1;
  const current = stage[service];
  if (
    current === STAGE.serving ||
    current === STAGE.promoting ||
    current === STAGE.restoring ||
    current === STAGE.redirecting
  )
    return;
  if (current === STAGE.waiting) choose(e, service);
  else if (holds[active[service]] === 0 && hasData[active[service]] === 1) serve(e, service);
}

/** A planned switch to a standby that is ready. */
export function switchTo(e: Engine, service: number, member: number): void {
  stopServing(e, service);
  e.state.planned[service] = 1;
  promote(e, service, member);
}

export function serve(e: Engine, service: number): void {
  const s = e.state;
  cancel(e, e.slots.stage + service);
  s.stage[service] = STAGE.serving;
  s.planned[service] = 0;
  s.desperate[service] = 0;
  s.hopeless[service] = 0;
  s.stale[s.active[service]] = 0;
  s.connected[s.active[service]] = 1;
  updateShare(e, service);
  connectStandbys(e, service);
  considerFailback(e, service);
}

/**
 * Own share of an active that serves, or to which clients still move over: none while a strict synchronous one has no
 * replica to write to.
 */
function updateShare(e: Engine, service: number): void {
  const isStalled = e.program.replicationStrict[service] === 1 && !hasReplica(e, service);
  const share = isStalled ? 0 : reachedShare(e, service) * siteAnswer(e, service);
  setWriting(e, service, share > 0);
  setOwnShare(e, service, share);
}

/** The active site answers more or less than before. */
export function refreshShare(e: Engine, service: number): void {
  const stage = e.state.stage[service];
  if (stage === STAGE.serving || stage === STAGE.redirecting) updateShare(e, service);
}

/** What the active site's copy answers; 1 for a replica. */
function siteAnswer(e: Engine, service: number): number {
  const copy = e.program.memberCopy[e.state.active[service]];
  return copy < 0 ? 1 : e.state.answer[copy];
}

/** Share of clients that know where the active is. They move over uniformly under a DNS time to live: each step answers
 * its middle, so that the integral over all steps is exact. */
function reachedShare(e: Engine, service: number): number {
  const p = e.program;
  const stage = e.state.stage[service];
  if (stage === STAGE.serving) return 1;
  if (stage !== STAGE.redirecting || p.redirectDraw[service] >= 0) return 0;
  return (e.state.redirected[service] + 0.5) / p.redirectSteps[service];
}

function hasReplica(e: Engine, service: number): boolean {
  const { serviceMembers } = e.program;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (e.state.holds[m] === 0 && m !== e.state.active[service]) return true;
  }
  return false;
}

/** Replicas that were catching up have nobody left to catch up from. */
function stopRebuilds(e: Engine, service: number): void {
  const { serviceMembers, replicationMode } = e.program;
  if (replicationMode[service] === REPLICATION.none) return;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) cancel(e, e.slots.member + m);
}

function connectStandbys(e: Engine, service: number): void {
  const s = e.state;
  const { serviceMembers } = e.program;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (m === s.active[service] || s.holds[m] > 0) continue;
    if (s.connected[m] === 0 && !isDue(e, e.slots.member + m)) connect(e, service, m, true);
  }
}

function stopServing(e: Engine, service: number): void {
  e.state.lostAt[service] = e.now;
  cancel(e, e.slots.stage + service);
  cancel(e, e.slots.failback + service);
  setWriting(e, service, false);
  noteLags(e, service);
  setOwnShare(e, service, 0);
}

export function activeLost(e: Engine, service: number): void {
  const p = e.program;
  stopServing(e, service);
  stopRebuilds(e, service);
  let takes = 0;
  if (p.detectDraw[service] >= 0) takes = delay(e, p.detectDraw[service], p.operationStream[service]);
  else if (p.serviceChecked[service] === 1) takes = checkDelay(e, service, p.checkRemoveDelay[service]);
  if (!waits(e, service, STAGE.detecting, takes)) decide(e, service);
}

function decide(e: Engine, service: number): void {
  const p = e.program;
  const takes = delay(e, p.decideDraw[service], p.operationStream[service]);
  if (!waits(e, service, STAGE.deciding, takes)) choose(e, service);
}

/** Starts the stage's timer; false if the stage takes no time at all. */
export function waits(e: Engine, service: number, stage: number, seconds: number): boolean {
  e.state.stage[service] = stage;
  if (seconds === 0) return false;
  schedule(e, e.slots.stage + service, e.now + seconds);
  return true;
}

export function choose(e: Engine, service: number): void {
  const s = e.state;
  const active = s.active[service];
  cancel(e, e.slots.stage + service);
  s.planned[service] = 0;
  if (s.holds[active] === 0 && s.hasData[active] === 1) {
    serve(e, service);
    return;
  }
  s.stage[service] = STAGE.waiting;
  if (hasNeeds(e, service)) looksWhenOver(e, service);
  else chooseStandby(e, service);
}

/** Of a service that waits and whose active does not serve: promotes or restores whoever can be. */
export function chooseStandby(e: Engine, service: number): void {
  const active = e.state.active[service];
  const standby = bestStandby(e, service);
  const empty = standby < 0 ? emptyMember(e, service) : -1;
  if (standby >= 0) promote(e, service, standby);
  else if (empty === active) restore(e, service, empty);
  else if (empty >= 0 && needsAreMet(e, service)) promote(e, service, empty);
}

/**
 * The replica that has the last write, else the first eligible in the members' order (where any copy will do, the one
 * that is least behind); −1 if there is none.
 */
function bestStandby(e: Engine, service: number): number {
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

function promote(e: Engine, service: number, member: number): void {
  const p = e.program;
  e.state.target[service] = member;
  const isSwitch = e.state.planned[service] === 1 && p.failbackTakesDraw[service] >= 0;
  const takes = delay(e, isSwitch ? p.failbackTakesDraw[service] : p.promoteDraw[service], p.operationStream[service]);
  if (!waits(e, service, STAGE.promoting, takes)) promotionEnds(e, service);
}

function promotionEnds(e: Engine, service: number): void {
  const p = e.program;
  const s = e.state;
  const isPlanned = s.planned[service] === 1;
  if (!isPlanned && !happens(e, p.operationStream[service], p.promoteSuccess[service])) {
    const active = s.active[service];
    if (s.holds[active] === 0 && s.hasData[active] === 1) {
      serve(e, service);
      return;
    }
    const takes = delay(e, p.retryDraw[service], p.operationStream[service]);
    if (!waits(e, service, STAGE.betweenAttempts, takes)) schedule(e, e.slots.stage + service, e.now);
    return;
  }
  // A planned switch takes the one copy along where standbys have none, if it is still there.
  const isMoved = isPlanned && p.standbysEmpty[service] === 1 && s.allLost[service] === 0;
  if (s.hasData[s.target[service]] === 0 && !isMoved) {
    // It runs, and is empty: chosen so, or because its copy has been destroyed meanwhile.
    if (!isPlanned && emptyMember(e, service) >= 0) restore(e, service, s.target[service]);
    else choose(e, service);
    return;
  }
  if (!isPlanned) {
    if (p.replicationMode[service] !== REPLICATION.none)
      loseWrites(e, service, lossIfPromoted(e, service, s.target[service]));
    s.stale[s.active[service]] = 1;
  }
  takeOver(e, service);
  const isWholeSwitch = isPlanned && p.failbackTakesDraw[service] >= 0;
  if (isWholeSwitch) serve(e, service);
  else redirect(e, service);
}

/** The promoted standby is the active from here on. */
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
  s.stale[member] = 0;
  s.connected[member] = 1;
  s.desperate[service] = 0;
  s.planned[service] = 0;
}

export function redirect(e: Engine, service: number): void {
  const p = e.program;
  const s = e.state;
  s.redirected[service] = 0;
  const byDns = p.redirectDraw[service] < 0;
  const takes = byDns
    ? p.redirectTtl[service] / p.redirectSteps[service]
    : delay(e, p.redirectDraw[service], p.operationStream[service]);
  if (!waits(e, service, STAGE.redirecting, takes)) {
    serve(e, service);
    return;
  }
  connectStandbys(e, service);
  updateShare(e, service);
}

/** A step of the redirection is over: all of it after a plain delay, one of many under a DNS time to live. */
function redirectionSteps(e: Engine, service: number): void {
  const p = e.program;
  const s = e.state;
  const steps = p.redirectSteps[service];
  if (p.redirectDraw[service] >= 0 || ++s.redirected[service] === steps) {
    serve(e, service);
    return;
  }
  schedule(e, e.slots.stage + service, e.now + p.redirectTtl[service] / steps);
  updateShare(e, service);
}
