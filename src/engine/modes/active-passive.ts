import { beginAnew, hasBackups, startEmpty } from '../copies.ts';
import type { Engine } from '../engine.ts';
import { isDue } from '../heap.ts';
import { loseForGood } from '../losses.ts';
import { looksWhenOver } from '../marks.ts';
import { hasNeeds, needsAreMet } from '../needs.ts';
import { caughtUp, connect, disconnect } from '../replication.ts';
import { isReadable } from '../restore.ts';
import { byStage, STAGE } from '../state.ts';
import { bestStandby, choose } from './failover/choice.ts';
import {
  considerFailback,
  isActiveFine,
  isHomeReady,
  marksIdle,
  leaveParted,
  serves,
  stopRebuilds,
  stopServing,
  updateIdle,
  updateShare,
} from './failover/serving.ts';
import { followCoordinators } from './failover/coordination.ts';
import { enter, stageEnds } from './failover/stages.ts';
import { type Mode, nothing } from './mode.ts';

/*
 * Active-passive: one member serves, others follow it. Until a promotion has begun, an active that is back simply
 * serves; once begun it runs on. `restoring` is for a member without data: a standby that nothing was replicated to, or
 * anybody once all copies are gone. An active restores where it is, without promotion. A planned switch loses no data
 * and does not fail. While a need is not met nobody is eligible, home included: a failback that is due then waits anew
 * when the need is back.
 */

/** What it does when something happens to it or to a member. */
type Act = (e: Engine, service: number, member: number) => void;
type Trigger =
  | 'activeStops'
  | 'standbyStops'
  | 'activeStarts'
  | 'standbyStarts'
  | 'standbyRebuilt'
  | 'newestCopyGone'
  | 'falseAlarm'
  | 'failbackDue'
  | 'looksAgain'
  | 'backupsGone'
  | 'shareChanges';

const stay: Act = () => undefined;
const looks: Act = looksWhenOver;
const share: Act = updateShare;
const idles: Act = updateIdle;

/** The failover begins. */
const fails: Act = (e, service) => {
  stopServing(e, service);
  stopRebuilds(e, service);
  enter(e, service, STAGE.detecting);
};
/** The active was alive under a promotion that nobody needed, or works and has no data: that one runs on. */
const orphans: Act = stopRebuilds;
const leaves: Act = disconnect;
const leavesActive: Act = (e, service, member) => {
  disconnect(e, service, member);
  updateShare(e, service);
  considerFailback(e, service);
};
const joins: Act = (e, service, member) => connect(e, service, member, false);
const joinsActive: Act = (e, service, member) => {
  connect(e, service, member, true);
  updateShare(e, service);
  considerFailback(e, service);
};
const joinsAndLooks: Act = (e, service, member) => {
  joins(e, service, member);
  looks(e, service, member);
};
/** An active that is back serves if it has the data. */
const returns: Act = (e, service) => {
  if (isActiveFine(e, service)) enter(e, service, STAGE.serving);
};
const returnsOrLooks: Act = (e, service) => {
  if (isActiveFine(e, service)) enter(e, service, STAGE.serving);
  else looksWhenOver(e, service);
};
const picks: Act = (e, service) => {
  const next = choose(e, service);
  if (next !== STAGE.waiting) enter(e, service, next);
};
/** A failover that nobody needed: the active is fenced and a standby takes over. */
const failsNeedlessly: Act = (e, service) => {
  stopServing(e, service);
  const standby = bestStandby(e, service);
  if (standby >= 0) e.state.target[service] = standby;
  enter(e, service, standby < 0 ? STAGE.serving : STAGE.promoting);
};
const goesHome: Act = (e, service) => {
  if (!isHomeReady(e, service) || !needsAreMet(e, service)) return;
  e.cause = e.program.failbackCause[service];
  e.causeClock = -1;
  stopServing(e, service);
  e.state.planned[service] = 1;
  e.state.target[service] = e.program.serviceMembers[service];
  enter(e, service, STAGE.promoting);
};
const thinksOfHome: Act = considerFailback;
const thinksOfHomeAgain: Act = (e, service) => {
  if (hasNeeds(e, service)) considerFailback(e, service);
};
const stopsReading: Act = (e, service) => {
  if (!isReadable(e, service)) enter(e, service, STAGE.waiting);
};

/** Stages of a failover under way, and those in which the active serves, do the same about many things. */
const underWay = (act: Act, whileInWork: Act = act) => ({
  inWork: whileInWork,
  detecting: act,
  deciding: act,
  betweenAttempts: act,
  promoting: act,
  restoring: act,
  uncoordinated: act,
});
const whileServing = (act: Act) => ({ serving: act, redirecting: act });

/** The active is out for planned work: a standby that is ready after all takes over. Nothing is restored for that. */
const replaces: Act = (e, service) => {
  const standby = bestStandby(e, service);
  if (standby < 0) return;
  e.state.target[service] = standby;
  enter(e, service, STAGE.promoting);
};

/** What moves a service from stage to stage beside the stages' own ends: what happens, by the stage that it is in. */
const TRANSITIONS = {
  activeStops: { ...underWay(orphans), ...whileServing(fails), waiting: orphans },
  standbyStops: { ...underWay(leaves), ...whileServing(leavesActive), waiting: leaves },
  activeStarts: {
    ...underWay(returns),
    ...whileServing(returns),
    waiting: returnsOrLooks,
    promoting: stay,
    restoring: stay,
  },
  standbyStarts: { ...underWay(joins, joinsAndLooks), ...whileServing(joinsActive), waiting: joinsAndLooks },
  standbyRebuilt: { ...underWay(thinksOfHome, looks), ...whileServing(thinksOfHome), waiting: looks },
  newestCopyGone: {
    ...underWay(returns, looks),
    ...whileServing(stay),
    waiting: looks,
    promoting: stay,
    restoring: stay,
  },
  falseAlarm: { ...underWay(stay), serving: failsNeedlessly, redirecting: stay, waiting: stay },
  failbackDue: { ...underWay(stay), serving: goesHome, redirecting: stay, waiting: stay },
  looksAgain: { ...underWay(thinksOfHomeAgain, replaces), ...whileServing(thinksOfHomeAgain), waiting: picks },
  backupsGone: { ...underWay(stay), ...whileServing(stay), waiting: stay, restoring: stopsReading },
  shareChanges: { ...underWay(idles), ...whileServing(share), waiting: idles },
} satisfies Record<Trigger, Record<keyof typeof STAGE, Act>>;

type Row = readonly Act[];
/** [Trigger][STAGE] */
const ACTS = Object.fromEntries(
  Object.entries(TRANSITIONS).map(([trigger, row]) => [trigger, byStage<Act>(row)]),
) as Readonly<Record<Trigger, Row>>;

function react(e: Engine, row: Row, service: number, member: number): void {
  row[e.state.stage[service]](e, service, member);
}

export const activePassive: Mode = {
  memberStops(e, service, member) {
    marksIdle(e, service);
    const { active, stage, target } = e.state;
    const isTarget = stage[service] === STAGE.promoting || stage[service] === STAGE.restoring;
    if (isTarget && member === target[service]) {
      if (member !== active[service]) disconnect(e, service, member);
      enter(e, service, STAGE.waiting);
    } else {
      react(e, member === active[service] ? ACTS.activeStops : ACTS.standbyStops, service, member);
    }
  },
  memberStarts(e, service, member) {
    marksIdle(e, service);
    if (e.program.serviceHoldsData[service] === 1) beginAnew(e, service, member);
    // One that is on the side with the lock may take over.
    if (e.routesCut > 0) looksWhenOver(e, service);
    react(e, member === e.state.active[service] ? ACTS.activeStarts : ACTS.standbyStarts, service, member);
  },
  memberNoticed: nothing,
  /** A standby has been rebuilt. */
  memberTimer(e, service, member) {
    caughtUp(e, service, member);
    marksIdle(e, service);
    react(e, ACTS.standbyRebuilt, service, member);
  },
  stageEnds,
  failbackDue: (e, service) => react(e, ACTS.failbackDue, service, -1),
  falseAlarm: (e, service) => react(e, ACTS.falseAlarm, service, -1),
  refreshShare: (e, service) => react(e, ACTS.shareChanges, service, -1),
  looksAgain(e, service) {
    followCoordinators(e, service);
    react(e, ACTS.looksAgain, service, -1);
  },
  sidesMove(e, service) {
    const { active, holds } = e.state;
    leaveParted(e, service);
    marksIdle(e, service);
    for (let m = e.program.serviceMembers[service]; m < e.program.serviceMembers[service + 1]; m++)
      if (m !== active[service] && holds[m] === 0 && !isDue(e, e.slots.member + m)) rejoin(e, service, m);
    if (serves(e, service)) {
      updateShare(e, service);
      considerFailback(e, service);
    }
    looksWhenOver(e, service);
  },
  backupsGone: (e, service) => react(e, ACTS.backupsGone, service, -1),

  mayTakeOut(e, service, member) {
    const { active, planned, stage, target, workedOn } = e.state;
    if (stage[service] !== STAGE.serving) return false;
    if (member !== active[service]) return true;
    const standby = bestStandby(e, service);
    if (standby < 0) return true;
    workedOn[service] = member;
    e.cause = e.program.maintainCause[service];
    e.causeClock = -1;
    stopServing(e, service);
    planned[service] = 1;
    target[service] = standby;
    enter(e, service, STAGE.promoting);
    return false;
  },
  takenOut(e, service, member) {
    if (member !== e.state.active[service]) return;
    stopServing(e, service);
    stopRebuilds(e, service);
    enter(e, service, STAGE.inWork);
  },
  workEnds(e, service, member) {
    const isWaitedFor = e.state.stage[service] === STAGE.inWork && e.state.active[service] === member;
    if (isWaitedFor && !isActiveFine(e, service)) enter(e, service, STAGE.detecting);
    else considerFailback(e, service);
  },

  /** The copy to be recovered is whatever a standby holds, however far behind. */
  copyLost(e, service, member) {
    marksIdle(e, service);
    if (member === e.state.active[service]) {
      anyCopyWillDo(e, service);
      stopIfEmpty(e, service);
      return;
    }
    disconnect(e, service, member);
    if (e.state.holds[member] > 0) return;
    // There may be nothing left to copy.
    connect(e, service, member, serves(e, service) && e.state.hasData[e.state.active[service]] === 1);
  },

  dataLost(e, service) {
    marksIdle(e, service);
    if (e.program.dataSite[service] >= 0) {
      // Its site's copy is gone: what happens now is decided around the site, and here whoever works goes on empty.
      startEmpty(e, service);
      anyCopyWillDo(e, service);
    } else if (hasBackups(e, service)) {
      losesAllCopies(e, service);
    } else {
      loseForGood(e, service);
      startEmpty(e, service);
      anyCopyWillDo(e, service);
    }
  },
};

/** The newest copy is gone, perhaps the last one too: whoever waited for it looks again. */
function anyCopyWillDo(e: Engine, service: number): void {
  e.state.desperate[service] = 1;
  react(e, ACTS.newestCopyGone, service, -1);
}

/** All copies are gone, and there are backups. */
function losesAllCopies(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { active, hopeless, stage } = e.state;
  hopeless[service] = 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (m !== active[service]) disconnect(e, service, m);
  stopIfEmpty(e, service);
  if (stage[service] === STAGE.waiting) looksWhenOver(e, service);
}

/** An active that works and has nothing to serve stops; one that is down has stopped already. */
function stopIfEmpty(e: Engine, service: number): void {
  const { active, hasData, holds } = e.state;
  const member = active[service];
  if (holds[member] === 0 && hasData[member] === 0 && serves(e, service)) fails(e, service, member);
}

/** A standby that works follows, where it did not. */
function rejoin(e: Engine, service: number, member: number): void {
  if (e.state.connected[member] === 0) connect(e, service, member, serves(e, service));
}
