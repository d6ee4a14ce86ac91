import { setOwnShare } from '../../answer.ts';
import { REPLICATION } from '../../../compile/program.ts';
import { delay } from '../../chance.ts';
import type { Engine } from '../../engine.ts';
import { cancel, isDue, schedule } from '../../heap.ts';
import { markShare } from '../../marks.ts';
import { isCutOff } from '../../needs.ts';
import { membersReach } from '../../network.ts';
import { connect, disconnect, noteLags, setWriting } from '../../replication.ts';
import { STAGE } from '../../state.ts';

/*
 * The active that serves: what it answers, who follows it, and when the service goes home. Failback: the first member
 * is the preferred one. As soon as it is ready while another serves, `after` runs; if it is still ready then, a
 * planned switch moves the service home.
 */

/** The active works and has the data, and nobody on another side has the lock. */
export function isActiveFine(e: Engine, service: number): boolean {
  const { active, hasData, holds } = e.state;
  return holds[active[service]] === 0 && hasData[active[service]] === 1 && !isCutOff(e, service);
}

/** The active serves, or clients still move over to it. */
export function serves({ state: { stage } }: Engine, service: number): boolean {
  return stage[service] === STAGE.serving || stage[service] === STAGE.redirecting;
}

/** The active serves, and standbys follow it. */
export function serve(e: Engine, service: number): void {
  const s = e.state;
  s.planned[service] = 0;
  s.desperate[service] = 0;
  s.hopeless[service] = 0;
  s.stale[s.active[service]] = 0;
  s.connected[s.active[service]] = 1;
  updateShare(e, service);
  connectStandbys(e, service);
  considerFailback(e, service);
}

/** The active serves nobody from now on. */
export function stopServing(e: Engine, service: number): void {
  e.state.lostAt[service] = e.now;
  cancel(e, e.slots.failback + service);
  setWriting(e, service, false);
  noteLags(e, service);
  setOwnShare(e, service, standbyShare(e, service, e.state.active[service]));
}

/** Nobody serves as active: what standbys answer has perhaps changed. */
export function updateIdle(e: Engine, service: number): void {
  setOwnShare(e, service, standbyShare(e, service, e.state.active[service]));
}

/** Of those who answer while nobody serves as active one has perhaps come or gone. */
export function marksIdle(e: Engine, service: number): void {
  if (e.program.standbysAnswer[service] > 0) markShare(e, service);
}

/** What those that work and follow answer of the requests that no active does. @param but who does not count */
function standbyShare(e: Engine, service: number, but: number): number {
  const { standbysAnswer, serviceMembers, memberCopy } = e.program;
  const { answer, connected, hasData, holds } = e.state;
  if (standbysAnswer[service] === 0) return 0;
  let best = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (m === but || holds[m] > 0 || hasData[m] === 0 || connected[m] === 0) continue;
    best = Math.max(best, memberCopy[m] < 0 ? 1 : answer[memberCopy[m]]);
  }
  return best * standbysAnswer[service];
}

/**
 * Own share of an active that serves, or to which clients still move over: none while a strict synchronous one has no
 * replica to write to.
 */
export function updateShare(e: Engine, service: number): void {
  const isStalled = e.program.replicationStrict[service] === 1 && !hasReplica(e, service);
  const reached = isStalled ? 0 : reachedShare(e, service);
  const share = reached * siteAnswer(e, service);
  setWriting(e, service, share > 0);
  // Who has just been promoted still answers what a standby does.
  setOwnShare(e, service, isStalled || reached === 1 ? share : share + (1 - reached) * standbyShare(e, service, -1));
}

/** What the active site's copy answers; 1 for a replica. */
function siteAnswer(e: Engine, service: number): number {
  const copy = e.program.memberCopy[e.state.active[service]];
  return copy < 0 ? 1 : e.state.answer[copy];
}

/**
 * Share of clients that know where the active is. They move over uniformly under a DNS time to live: each step answers
 * its middle, so that the integral over all steps is exact.
 */
function reachedShare(e: Engine, service: number): number {
  const p = e.program;
  const stage = e.state.stage[service];
  if (stage === STAGE.serving) return 1;
  if (stage !== STAGE.redirecting || p.redirectDraw[service] >= 0) return 0;
  return (e.state.redirected[service] + 0.5) / p.redirectSteps[service];
}

function hasReplica(e: Engine, service: number): boolean {
  const { serviceMembers } = e.program;
  const active = e.state.active[service];
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (e.state.holds[m] === 0 && m !== active && membersReach(e, active, m)) return true;
  }
  return false;
}

export function connectStandbys(e: Engine, service: number): void {
  const s = e.state;
  const { serviceMembers } = e.program;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (m === s.active[service] || s.holds[m] > 0) continue;
    if (s.connected[m] === 0 && !isDue(e, e.slots.member + m)) connect(e, service, m, true);
  }
}

/** Standbys that no longer reach the active do not follow it. */
export function leaveParted(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const active = e.state.active[service];
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (!membersReach(e, active, m)) disconnect(e, service, m);
}

/** Replicas that were catching up have nobody left to catch up from. */
export function stopRebuilds(e: Engine, service: number): void {
  const { serviceMembers, replicationMode } = e.program;
  if (replicationMode[service] === REPLICATION.none) return;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) cancel(e, e.slots.member + m);
}

/** Starts, keeps or stops the failback timer as the preferred member is ready or not. */
export function considerFailback(e: Engine, service: number): void {
  const p = e.program;
  if (p.failback[service] === 0) return;
  const slot = e.slots.failback + service;
  if (!isHomeReady(e, service)) cancel(e, slot);
  else if (!isDue(e, slot)) {
    schedule(e, slot, e.now + delay(e, p.failbackAfterDraw[service], p.operationStream[service]));
  }
}

export function isHomeReady(e: Engine, service: number): boolean {
  const home = e.program.serviceMembers[service];
  const { active, connected, stage, holds, workedOn } = e.state;
  // It was left for planned work, which is yet to begin.
  if (e.hasMaintenance && workedOn[service] === home) return false;
  return stage[service] === STAGE.serving && active[service] !== home && holds[home] === 0 && connected[home] === 1;
}
