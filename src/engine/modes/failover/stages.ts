import { REPLICATION } from '../../../compile/program.ts';
import { checkDelay, delay, happens } from '../../chance.ts';
import type { Engine } from '../../engine.ts';
import { cancel, schedule } from '../../heap.ts';
import { isCoordinated } from '../../needs.ts';
import { isFoundBroken, isPathRight } from '../../latent.ts';
import { loseWrites } from '../../losses.ts';
import { looksWhenOver } from '../../marks.ts';
import { lossIfPromoted } from '../../replication.ts';
import { byStage, STAGE } from '../../state.ts';
import { beginTask, withdrawTask } from '../../work.ts';
import { dataRestored, emptyMember, restoreTo, takeOver } from './choice.ts';
import { connectStandbys, isActiveFine, marksIdle, serve, updateShare } from './serving.ts';

/** A stage of a failover. */
interface Stage {
  /**
   * It begins.
   * @returns seconds until it ends of itself; 0: at once; Infinity: something else will end it
   */
  begins(e: Engine, service: number): number;
  /** It ends of itself. @returns the stage that follows */
  ends(e: Engine, service: number): number;
}

/**
 * Serving → detecting → deciding → waiting (to choose) → promoting → restoring → redirecting → serving, with
 * `betweenAttempts` after a promotion that failed. What else moves a service from one stage to another is the table in
 * `active-passive.ts`. [STAGE]
 */
const STAGES: readonly Stage[] = byStage<Stage>({
  serving: {
    begins(e, service) {
      serve(e, service);
      return Infinity;
    },
    ends: () => STAGE.serving,
  },
  detecting: {
    begins: detection,
    ends: (e, service) => (isCoordinated(e, service) ? STAGE.deciding : STAGE.uncoordinated),
  },
  deciding: {
    begins(e, service) {
      const takes = delay(e, e.program.decideDraw[service], e.program.operationStream[service]);
      const task = e.program.serviceDecision[service];
      if (task < 0) return takes;
      beginTask(e, task, takes);
      return Infinity;
    },
    ends: () => STAGE.waiting,
  },
  waiting: {
    begins(e, service) {
      e.state.planned[service] = 0;
      looksWhenOver(e, service);
      return Infinity;
    },
    ends: () => STAGE.waiting,
  },
  promoting: {
    begins(e, service) {
      const p = e.program;
      return delay(
        e,
        isWholeSwitch(e, service) ? p.failbackTakesDraw[service] : p.promoteDraw[service],
        p.operationStream[service],
      );
    },
    ends: promotionEnds,
  },
  betweenAttempts: {
    begins(e, service) {
      // An event of its own even if it takes no time: an attempt that always fails leaves room for others.
      const takes = delay(e, e.program.retryDraw[service], e.program.operationStream[service]);
      schedule(e, e.slots.stage + service, e.now + takes);
      return Infinity;
    },
    ends: () => STAGE.waiting,
  },
  restoring: {
    begins: (e, service) => e.state.restoreTakes[service],
    ends(e, service) {
      loseWrites(e, service, e.state.restoreLoss[service]);
      return dataRestored(e, service);
    },
  },
  // Until its coordinators are back, if they are not by now.
  uncoordinated: {
    begins(e, service) {
      looksWhenOver(e, service);
      return Infinity;
    },
    ends: () => STAGE.deciding,
  },
  inWork: { begins: () => Infinity, ends: () => STAGE.waiting },
  // A plain delay, or step by step under a DNS time to live.
  redirecting: {
    begins(e, service) {
      const p = e.program;
      const takes =
        p.redirectDraw[service] < 0
          ? p.redirectTtl[service] / p.redirectSteps[service]
          : delay(e, p.redirectDraw[service], p.operationStream[service]);
      if (takes === 0) return 0;
      if (e.state.redirected[service] === 0) connectStandbys(e, service);
      updateShare(e, service);
      return takes;
    },
    ends(e, service) {
      const p = e.program;
      const isOver = p.redirectDraw[service] >= 0 || p.redirectTtl[service] === 0;
      return isOver || ++e.state.redirected[service] === p.redirectSteps[service] ? STAGE.serving : STAGE.redirecting;
    },
  },
});

/** Seconds until somebody knows that the active is gone. */
export function detection(e: Engine, service: number): number {
  const p = e.program;
  if (p.detectDraw[service] >= 0) return delay(e, p.detectDraw[service], p.operationStream[service]);
  return p.serviceChecked[service] === 1 ? checkDelay(e, service, p.checkRemoveDelay[service]) : 0;
}

/** Leaves the stage that it is in for another, and all those at once that take no time. */
export function enter(e: Engine, service: number, stage: number): void {
  let next = stage;
  marksIdle(e, service);
  for (;;) {
    cancel(e, e.slots.stage + service);
    // Whoever was asked to decide is free again.
    if (e.program.serviceDecision[service] >= 0) withdrawTask(e, e.program.serviceDecision[service]);
    if (isDemoted(e, service) && (next === STAGE.serving || next === STAGE.redirecting)) next = STAGE.uncoordinated;
    e.state.stage[service] = next;
    const takes = STAGES[next].begins(e, service);
    if (takes > 0) {
      if (takes < Infinity) schedule(e, e.slots.stage + service, e.now + takes);
      return;
    }
    next = STAGES[next].ends(e, service);
  }
}

/** Nobody may serve, as its coordinators have been away for too long. */
function isDemoted({ program: { demoteDraw }, state }: Engine, service: number): boolean {
  return demoteDraw[service] >= 0 && state.isDemoted[service] === 1;
}

/** The stage's timer has run out. */
export function stageEnds(e: Engine, service: number): void {
  enter(e, service, STAGES[e.state.stage[service]].ends(e, service));
}

function promotionEnds(e: Engine, service: number): number {
  const p = e.program;
  const s = e.state;
  const isPlanned = s.planned[service] === 1;
  // A planned switch mends the path before it begins.
  const isPassable = isPathRight(e, service) || isPlanned;
  if (isFoundBroken(e, s.target[service])) return STAGE.waiting;
  if (!isPassable || (!isPlanned && !happens(e, p.operationStream[service], p.promoteSuccess[service])))
    return isActiveFine(e, service) ? STAGE.serving : STAGE.betweenAttempts;
  const target = s.target[service];
  // A planned switch takes the one copy along where standbys have none, if it is still there.
  const isMoved = isPlanned && p.standbysEmpty[service] === 1 && s.allLost[service] === 0;
  if (s.hasData[target] === 0 && !isMoved) {
    // It runs, and is empty: chosen so, or because its copy has been destroyed meanwhile.
    return !isPlanned && emptyMember(e, service) >= 0 ? restoreTo(e, service, target) : STAGE.waiting;
  }
  if (!isPlanned) {
    if (p.replicationMode[service] !== REPLICATION.none) loseWrites(e, service, lossIfPromoted(e, service, target));
    s.stale[s.active[service]] = 1;
  }
  const isAllOfIt = isWholeSwitch(e, service);
  takeOver(e, service);
  s.planned[service] = 0;
  return isAllOfIt ? STAGE.serving : STAGE.redirecting;
}

/** A switch home that takes a time of its own, redirection included. */
function isWholeSwitch({ program, state }: Engine, service: number): boolean {
  return state.planned[service] === 1 && program.failbackTakesDraw[service] >= 0;
}
