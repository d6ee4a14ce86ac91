import { delay } from '../../chance.ts';
import type { Engine } from '../../engine.ts';
import { cancel, isDue, schedule } from '../../heap.ts';
import { isCoordinated } from '../../needs.ts';
import { STAGE } from '../../state.ts';
import { isActiveFine, stopRebuilds, stopServing } from './serving.ts';
import { enter } from './stages.ts';

/*
 * What a failover needs and serving does not. While it is away nothing is decided or promoted: a decision under way is
 * taken anew when it is back, a promotion under way is begun anew. An active that goes on serves until it has been
 * away for so long that the active steps down (Patroni's ttl), and from then on nobody does; one that steps down stays
 * the active, misses no writes, and serves again as soon as it is back.
 */

/** The instant is over, and its coordinators may have gone or come. */
export function followCoordinators(e: Engine, service: number): void {
  const { coordinatorOffsets, demoteDraw } = e.program;
  if (coordinatorOffsets[service] === coordinatorOffsets[service + 1]) return;
  const { stage } = e.state;
  if (isCoordinated(e, service)) {
    if (demoteDraw[service] >= 0) {
      e.state.isDemoted[service] = 0;
      cancel(e, e.slots.demotion + service);
    }
    if (stage[service] === STAGE.uncoordinated)
      enter(e, service, isActiveFine(e, service) ? STAGE.serving : STAGE.deciding);
    return;
  }
  if (demoteDraw[service] >= 0) leaseRuns(e, service);
  if (stage[service] === STAGE.deciding) enter(e, service, STAGE.uncoordinated);
  else if (stage[service] === STAGE.promoting) enter(e, service, STAGE.waiting);
}

/** From here on the active serves only for so long. */
function leaseRuns(e: Engine, service: number): void {
  const { isDemoted, demoteCause, demoteClock } = e.state;
  const slot = e.slots.demotion + service;
  if (isDemoted[service] === 1 || isDue(e, slot)) return;
  demoteCause[service] = e.cause;
  demoteClock[service] = e.causeClock;
  const takes = delay(e, e.program.demoteDraw[service], e.program.operationStream[service]);
  if (takes === 0) stepsDown(e, service);
  else schedule(e, slot, e.now + takes);
}

/** It has been without its coordinators for so long. */
export function demotionDue(e: Engine, service: number): void {
  e.cause = e.state.demoteCause[service];
  e.causeClock = e.state.demoteClock[service];
  stepsDown(e, service);
}

function stepsDown(e: Engine, service: number): void {
  const { isDemoted, stage } = e.state;
  isDemoted[service] = 1;
  if (stage[service] !== STAGE.serving && stage[service] !== STAGE.redirecting) return;
  stopServing(e, service);
  stopRebuilds(e, service);
  enter(e, service, STAGE.uncoordinated);
}
