import type { Engine } from './engine.ts';
import { delay } from './chance.ts';
import { switchTo } from './failover.ts';
import { cancel, isDue, schedule } from './heap.ts';
import { needsAreMet } from './needs.ts';
import { STAGE } from './state.ts';

/*
 * Failback: the first member is the preferred one. As soon as it is ready while another serves, `after` runs; if it is
 * still ready then, a planned switch moves the service home. A planned switch loses no data and does not fail. While a
 * need is not met nobody is eligible, home included: a failback that is due then waits anew when the need is back.
 */

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

export function failbackDue(e: Engine, service: number): void {
  if (!isHomeReady(e, service) || !needsAreMet(e, service)) return;
  e.cause = e.program.failbackCause[service];
  e.causeClock = -1;
  switchTo(e, service, e.program.serviceMembers[service]);
}

function isHomeReady(e: Engine, service: number): boolean {
  const home = e.program.serviceMembers[service];
  const { active, connected, stage, holds } = e.state;
  return stage[service] === STAGE.serving && active[service] !== home && holds[home] === 0 && connected[home] === 1;
}
