import { markViews } from '../views.ts';
import { setOwnShare } from '../answer.ts';
import { checkDelay, delay } from '../chance.ts';
import { hasBackups, heal, startEmpty } from '../copies.ts';
import type { Engine } from '../engine.ts';
import { cancel, isDue, schedule } from '../heap.ts';
import { carried, followLoad } from '../load.ts';
import { loseForGood, loseWrites } from '../losses.ts';
import { REPLICATION } from '../../compile/program.ts';
import { followDivergence, holdMinority } from '../network.ts';
import { holdForData, restoreLooksAgain, stopsReading } from '../restore.ts';
import { always, type Mode, nothing } from './mode.ts';

/*
 * Every member serves. `healthy` counts members that work and are in rotation, `rotation` those in rotation, dead or
 * alive: with a health check a dead member stays in it until it is noticed, and a repaired one stays out.
 */
export const activeActive: Mode = {
  memberStops(e, service, member) {
    const s = e.state;
    const p = e.program;
    if (p.serviceChecked[service] === 0) {
      s.healthy[service]--;
      s.rotation[service]--;
      s.inRotation[member] = 0;
    } else if (s.inRotation[member] === 1) {
      s.healthy[service]--;
      if (isSeen(e, member)) removeLater(e, service, member);
    } else {
      cancel(e, e.slots.member + member);
      s.returning[service]--;
    }
    if (e.routesCut > 0) diverge(e, service);
    refreshShare(e, service);
  },

  memberNoticed(e, service, member) {
    const isIn = e.program.serviceChecked[service] === 1 && e.state.inRotation[member] === 1;
    if (isIn && isSeen(e, member) && !isDue(e, e.slots.member + member)) removeLater(e, service, member);
  },

  memberStarts(e, service, member) {
    const s = e.state;
    const p = e.program;
    if (p.serviceHoldsData[service] === 1) heal(e, service, member);
    if (e.routesCut > 0) diverge(e, service);
    if (p.serviceChecked[service] === 0) {
      s.healthy[service]++;
      s.rotation[service]++;
      s.inRotation[member] = 1;
    } else if (s.inRotation[member] === 1) {
      // Back before anybody noticed.
      cancel(e, e.slots.member + member);
      s.healthy[service]++;
    } else {
      s.returning[service]++;
      const slowStart = delay(e, p.checkSlowStartDraw[service], p.operationStream[service]);
      schedule(e, e.slots.member + member, e.now + checkDelay(e, service, p.checkReturnDelay[service] + slowStart));
    }
    refreshShare(e, service);
  },

  /** The health check has made up its mind about a member that stopped or started. */
  memberTimer(e, service, member) {
    const s = e.state;
    if (s.inRotation[member] === 1) {
      s.inRotation[member] = 0;
      s.rotation[service]--;
    } else {
      s.inRotation[member] = 1;
      s.rotation[service]++;
      s.healthy[service]++;
      s.returning[service]--;
    }
    refreshShare(e, service);
  },

  copyLost(e, service) {
    // Every member takes writes, and its last ones had not reached the others.
    if (e.program.replicationMode[service] === REPLICATION.async)
      loseWrites(e, service, delay(e, e.program.lagDraw[service], e.program.dataStream[service]));
  },

  dataLost(e, service) {
    if (e.program.dataSite[service] >= 0) {
      // Its site's copy is gone: what happens now is decided around the site, and here whoever works goes on empty.
      startEmpty(e, service);
    } else if (hasBackups(e, service)) {
      holdForData(e, service);
    } else {
      loseForGood(e, service);
      startEmpty(e, service);
    }
  },

  mayTakeOut: always,

  /** Out of rotation before it stops. */
  takenOut(e, service, member) {
    const s = e.state;
    if (e.program.serviceChecked[service] === 0 || s.inRotation[member] === 0) return;
    s.inRotation[member] = 0;
    s.rotation[service]--;
    if (s.works[member] === 1) {
      s.healthy[service]--;
      s.returning[service]++;
    } else {
      cancel(e, e.slots.member + member);
      refreshShare(e, service);
    }
  },

  workEnds: nothing,
  refreshShare,
  looksAgain: restoreLooksAgain,
  sidesMove(e, service) {
    if (e.program.sidesAgree[service] === 1) holdMinority(e, service);
    else diverge(e, service);
  },
  backupsGone: stopsReading,
  stageEnds: nothing,
  failbackDue: nothing,
  falseAlarm: nothing,
};

/** Who is on which side, or works there, has changed. */
function diverge(e: Engine, service: number): void {
  if (e.program.sidesDiverge[service] === 1) followDivergence(e, service);
}

/** Something holds it that a health check sees. */
function isSeen(e: Engine, member: number): boolean {
  return !e.hasLatent || e.state.holds[member] > e.state.unnoticed[member];
}

/** The health check will have made up its mind. */
function removeLater(e: Engine, service: number, member: number): void {
  const takes = checkDelay(e, service, e.program.checkRemoveDelay[service]);
  schedule(e, e.slots.member + member, e.now + takes);
}

/** Own share from the counters; stops here when it has not changed. */
function refreshShare(e: Engine, service: number): void {
  const p = e.program;
  const healthy = e.state.healthy[service];
  const required = p.serviceRequired[service];
  let share = 0;
  if (healthy >= required || p.serviceDegrades[service] === 1) {
    // What reaches a member that works, and what those that work can carry.
    share = Math.min(reaching(e, service), healthy / required, 1);
    if (e.hasLoad && p.loadWorth[service] > 0) share = Math.min(share, carried(e, service));
    if (e.hasSites && share > 0 && p.memberCopy[p.serviceMembers[service]] >= 0) share *= sitesAnswer(e, service);
  }
  setOwnShare(e, service, share);
  if (e.hasLoad) followLoad(e, service);
  if (e.hasViews) markViews(e, service);
}

/**
 * Share of requests that reach a member that works: of those in rotation. Evenly, or by whose requests a site answers;
 * a site that is out leaves its own to the others, as theirs are to each other.
 */
export function reaching(e: Engine, service: number): number {
  const p = e.program;
  const { healthy, rotation, holds, inRotation } = e.state;
  if (p.serviceRetries[service] === 1 || healthy[service] === 0) return 1;
  if (p.siteRequests.length > 0 && p.memberCopy[p.serviceMembers[service]] >= 0) {
    let works = 0;
    let all = 0;
    for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) {
      if (inRotation[m] === 0) continue;
      all += p.siteRequests[m];
      if (holds[m] === 0) works += p.siteRequests[m];
    }
    if (all > 0) return works / all;
  }
  return healthy[service] / rotation[service];
}

/** Mean of what the sites answer that work and are in rotation: evenly, or by whose requests they answer. */
function sitesAnswer(e: Engine, service: number): number {
  const { serviceMembers, memberCopy, siteRequests } = e.program;
  const { answer, holds, inRotation } = e.state;
  let sum = 0;
  let count = 0;
  let asked = 0;
  let answered = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    if (holds[m] > 0 || inRotation[m] === 0) continue;
    sum += answer[memberCopy[m]];
    count++;
    if (siteRequests.length === 0) continue;
    asked += siteRequests[m];
    answered += siteRequests[m] * answer[memberCopy[m]];
  }
  if (asked > 0) return answered / asked;
  return count === 0 ? 1 : sum / count;
}
