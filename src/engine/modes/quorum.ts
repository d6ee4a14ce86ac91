import { setOwnShare } from '../answer.ts';
import { delay } from '../chance.ts';
import { hasBackups, healQuorum, startEmpty } from '../copies.ts';
import type { Engine } from '../engine.ts';
import { cancel, schedule } from '../heap.ts';
import { loseForGood } from '../losses.ts';
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
    if (!enough) {
      if (s.stage[service] === QUORUM.electing) cancel(e, e.slots.stage + service);
      s.stage[service] = QUORUM.stopped;
      setOwnShare(e, service, 0);
    } else if (s.active[service] < 0 && s.stage[service] === QUORUM.serving) {
      startElection(e, service);
    }
  },

  memberStarts(e, service) {
    const s = e.state;
    s.healthy[service]++;
    if (e.program.serviceHoldsData[service] === 1) healQuorum(e, service);
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
  while (member < end && s.holds[member] > 0) member++;
  // All fell in one instant, and the others have not reacted yet: they stop the quorum when they do.
  if (member === end) return;
  s.active[service] = member;
  serve(e, service);
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
