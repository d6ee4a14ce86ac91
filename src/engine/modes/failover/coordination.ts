import { delay } from '../../chance.ts';
import type { Engine } from '../../engine.ts';
import { cancel, isDue, schedule } from '../../heap.ts';
import { isCoordinated, isCoordinatedFrom, isCutOff } from '../../needs.ts';
import { STAGE } from '../../state.ts';
import { bestStandby, keepsLock } from './choice.ts';
import { isActiveFine, serves, stopRebuilds, stopServing } from './serving.ts';
import { detection, enter } from './stages.ts';

/*
 * What a failover needs and serving does not. While it is away nothing is decided or promoted: a decision under way is
 * taken anew when it is back, a promotion under way is begun anew. An active that goes on serves until it has been
 * away for so long that the active steps down (Patroni's ttl), and from then on nobody does; one that steps down stays
 * the active, misses no writes, and serves again as soon as it is back.
 */

/** The instant is over, and its coordinators may have gone or come, or be on another side of a link that is cut. */
export function followCoordinators(e: Engine, service: number): void {
  const { coordinatorOffsets, demoteDraw } = e.program;
  if (coordinatorOffsets[service] === coordinatorOffsets[service + 1]) return;
  const { stage, target } = e.state;
  if (isCutOff(e, service)) {
    losesLock(e, service);
  } else if (isCoordinated(e, service)) {
    keepsLock(e, service);
    const isBack =
      stage[service] === STAGE.uncoordinated || (e.state.isParted.length > 0 && isAboutToChoose(e, service));
    if (isBack) enter(e, service, isActiveFine(e, service) ? STAGE.serving : STAGE.deciding);
  } else {
    // Nobody has the lock any more that it had lost.
    if (e.state.isParted.length > 0 && isAboutToChoose(e, service)) enter(e, service, STAGE.serving);
    if (demoteDraw[service] >= 0) leaseRuns(e, service);
    if (stage[service] === STAGE.deciding) enter(e, service, STAGE.uncoordinated);
    else if (stage[service] === STAGE.promoting) enter(e, service, STAGE.waiting);
  }
  const isTargetParted =
    stage[service] === STAGE.promoting && !isCoordinatedFrom(e, service, e.program.memberDomain[target[service]]);
  if (isTargetParted) enter(e, service, STAGE.waiting);
}

/** It has failed over to nobody yet, and its active, which another side had given up, can serve. */
function isAboutToChoose(e: Engine, service: number): boolean {
  const { stage } = e.state;
  const isBefore = stage[service] === STAGE.detecting || stage[service] === STAGE.deciding;
  return (isBefore || stage[service] === STAGE.betweenAttempts) && isActiveFine(e, service);
}

/** From here on the active serves only for so long. */
function leaseRuns(e: Engine, service: number): void {
  if (e.state.isDemoted[service] === 1 || isDue(e, e.slots.demotion + service)) return;
  startLease(e, service);
  if (e.state.leaseEnds[service] === e.now) stepsDown(e, service);
  else schedule(e, e.slots.demotion + service, e.state.leaseEnds[service]);
}

function startLease(e: Engine, service: number): void {
  const { demoteCause, demoteClock, leaseEnds } = e.state;
  const draw = e.program.demoteDraw[service];
  demoteCause[service] = e.cause;
  demoteClock[service] = e.causeClock;
  leaseEnds[service] = draw < 0 ? Infinity : e.now + delay(e, draw, e.program.operationStream[service]);
}

/**
 * Another side has what its failover needs. The active serves on until its lease is over, or until that side has
 * noticed that the lock is free and has somebody who may take it: there is never more than one.
 */
function losesLock(e: Engine, service: number): void {
  const { stage, detectedAt, isDemoted } = e.state;
  if (stage[service] === STAGE.uncoordinated) {
    enter(e, service, STAGE.deciding);
    return;
  }
  if (isDemoted[service] === 1 || !serves(e, service)) return;
  const isKnown = !Number.isNaN(detectedAt[service]);
  if (!isKnown) detectedAt[service] = e.now + detection(e, service);
  if (!isKnown && !isDue(e, e.slots.demotion + service)) startLease(e, service);
  awaitLock(e, service);
}

/** Until its lease is over, or the other side knows, whichever is first. */
function awaitLock(e: Engine, service: number): void {
  const { detectedAt, leaseEnds } = e.state;
  const isTaken = detectedAt[service] <= e.now && bestStandby(e, service) >= 0;
  const slot = e.slots.demotion + service;
  if (isTaken || leaseEnds[service] <= e.now) {
    lockIsGone(e, service);
    return;
  }
  const next = detectedAt[service] > e.now ? Math.min(detectedAt[service], leaseEnds[service]) : leaseEnds[service];
  if (next < Infinity) schedule(e, slot, next);
  else cancel(e, slot);
}

/** The active stops, and who is on the other side takes over as soon as that side knows. */
function lockIsGone(e: Engine, service: number): void {
  const { detectedAt, leaseEnds, isDemoted, stage } = e.state;
  e.cause = e.state.demoteCause[service];
  e.causeClock = e.state.demoteClock[service];
  cancel(e, e.slots.demotion + service);
  if (leaseEnds[service] <= e.now) isDemoted[service] = 1;
  // Its coordinators have been away, and are back on the other side in this very instant.
  if (Number.isNaN(detectedAt[service])) detectedAt[service] = e.now + detection(e, service);
  stopServing(e, service);
  stopRebuilds(e, service);
  if (detectedAt[service] <= e.now) {
    enter(e, service, STAGE.deciding);
  } else {
    cancel(e, e.slots.stage + service);
    stage[service] = STAGE.detecting;
    schedule(e, e.slots.stage + service, detectedAt[service]);
  }
}

/** It has been without its coordinators for so long. */
export function demotionDue(e: Engine, service: number): void {
  e.cause = e.state.demoteCause[service];
  e.causeClock = e.state.demoteClock[service];
  if (e.state.isParted.length === 0) stepsDown(e, service);
  else if (isCutOff(e, service)) {
    if (serves(e, service)) awaitLock(e, service);
    else if (e.state.leaseEnds[service] <= e.now) e.state.isDemoted[service] = 1;
  } else if (e.state.leaseEnds[service] <= e.now) stepsDown(e, service);
  else if (e.state.leaseEnds[service] < Infinity) schedule(e, e.slots.demotion + service, e.state.leaseEnds[service]);
}

function stepsDown(e: Engine, service: number): void {
  e.state.isDemoted[service] = 1;
  if (!serves(e, service)) return;
  stopServing(e, service);
  stopRebuilds(e, service);
  enter(e, service, STAGE.uncoordinated);
}
