import { setOwnShare } from '../answer.ts';
import { delay } from '../chance.ts';
import { hasBackups, healQuorum, startEmpty } from '../copies.ts';
import type { Engine } from '../engine.ts';
import { cancel, schedule } from '../heap.ts';
import { loseForGood } from '../losses.ts';
import { coordinatorChanges } from '../needs.ts';
import { countReached } from '../network.ts';
import { holdForData, restoreLooksAgain, stopsReading } from '../restore.ts';
import { QUORUM } from '../state.ts';
import { always, type Mode, nothing } from './mode.ts';

/*
 * Serves while enough members work and one of them leads. A leader that lives through the loss of the majority leads
 * again when it is back; one that was lost is replaced by an election, which starts anew whenever the majority was
 * lost in it. The first working member, in their order, wins.
 */
export const quorum: Mode = {
  memberStops(e, service, member) {
    const s = e.state;
    const enough = --s.healthy[service] >= e.program.serviceRequired[service];
    if (s.active[service] === member) s.active[service] = -1;
    if (e.routesCut > 0) {
      followSides(e, service);
    } else if (!enough) {
      stop(e, service);
    } else if (s.active[service] < 0 && s.stage[service] === QUORUM.serving) {
      startElection(e, service);
    }
  },

  memberStarts(e, service) {
    const s = e.state;
    s.healthy[service]++;
    if (e.routesCut > 0) {
      followSides(e, service);
      return;
    }
    if (e.program.serviceHoldsData[service] === 1) healQuorum(e, service, -1);
    if (s.stage[service] !== QUORUM.stopped || s.healthy[service] < e.program.serviceRequired[service]) return;
    if (s.active[service] >= 0) serve(e, service);
    else startElection(e, service);
  },

  stageEnds: electionEnds,

  dataLost(e, service) {
    // A site's copy is gone: see `active-active.ts`.
    if (e.program.dataSite[service] >= 0) startEmpty(e, service);
    else if (hasBackups(e, service)) holdForData(e, service);
    // The next majority begins anew.
    else loseForGood(e, service);
  },

  looksAgain: restoreLooksAgain,
  sidesMove: followSides,
  backupsGone: stopsReading,
  memberNoticed: nothing,
  memberTimer: nothing,
  failbackDue: nothing,
  falseAlarm: nothing,
  copyLost: nothing,
  mayTakeOut: always,
  takenOut: nothing,
  workEnds: nothing,
  refreshShare: nothing,
};

function electionEnds(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const s = e.state;
  let member = serviceMembers[service];
  const end = serviceMembers[service + 1];
  while (member < end && (s.holds[member] > 0 || (e.routesCut > 0 && !hasMajority(e, service, member)))) member++;
  // All fell in one instant, and the others have not reacted yet: they stop the quorum when they do.
  if (member === end) return;
  s.active[service] = member;
  serve(e, service);
  // Who needs it for a failover may reach this leader, and not the one before.
  if (e.routesCut > 0) coordinatorChanges(e, service);
}

/**
 * While some do not reach others whoever leads has to reach the majority, itself among them; a leader that does not is
 * succeeded by the first that does.
 */
function followSides(e: Engine, service: number): void {
  const { active, stage, holds } = e.state;
  const { serviceMembers } = e.program;
  let member = active[service];
  if (member < 0 || !hasMajority(e, service, member)) {
    const end = serviceMembers[service + 1];
    member = serviceMembers[service];
    while (member < end && (holds[member] > 0 || !hasMajority(e, service, member))) member++;
    if (member === end) {
      stop(e, service);
      return;
    }
  }
  if (e.program.serviceHoldsData[service] === 1) healQuorum(e, service, member);
  if (member === active[service]) {
    if (stage[service] === QUORUM.stopped) serve(e, service);
  } else if (stage[service] !== QUORUM.electing) {
    active[service] = -1;
    startElection(e, service);
  }
}

function hasMajority(e: Engine, service: number, member: number): boolean {
  return countReached(e, service, member) >= e.program.serviceRequired[service];
}

function stop(e: Engine, service: number): void {
  const { stage } = e.state;
  if (stage[service] === QUORUM.electing) cancel(e, e.slots.stage + service);
  stage[service] = QUORUM.stopped;
  setOwnShare(e, service, 0);
}

function startElection(e: Engine, service: number): void {
  const p = e.program;
  const takes = delay(e, p.electDraw[service], p.operationStream[service]);
  if (takes === 0) {
    electionEnds(e, service);
    return;
  }
  e.state.stage[service] = QUORUM.electing;
  schedule(e, e.slots.stage + service, e.now + takes);
  setOwnShare(e, service, 0);
}

function serve(e: Engine, service: number): void {
  e.state.stage[service] = QUORUM.serving;
  setOwnShare(e, service, 1);
}
