import type { Engine } from './engine.ts';
import { looksWhenOver } from './marks.ts';
import { reachesService } from './network.ts';
import { ATTENTION } from './probe.ts';

/*
 * A standby whose service's needs are not met is not eligible: it could serve nobody. The outage of a need starts no
 * failover either. Whether a need is met is known when the instant is over, since what strikes the active may strike
 * the need as well; so a service that needs others chooses then, and again when one of them is back.
 */

export function hasNeeds({ program: { needOffsets } }: Engine, service: number): boolean {
  return needOffsets[service] < needOffsets[service + 1];
}

/** None of the services that it needs, be it for its failover, is down. */
export function needsAreMet(e: Engine, service: number): boolean {
  return allAnswer(e, e.program.needOffsets, e.program.needs, service);
}

/** None of the services that its failover needs is down. */
export function isCoordinated(e: Engine, service: number): boolean {
  return allAnswer(e, e.program.coordinatorOffsets, e.program.coordinators, service);
}

/** What its failover needs is reached from a domain. */
export function isCoordinatedFrom(e: Engine, service: number, domain: number): boolean {
  const { coordinatorOffsets, coordinators } = e.program;
  if (e.routesCut === 0) return true;
  for (let i = coordinatorOffsets[service]; i < coordinatorOffsets[service + 1]; i++)
    if (!reachesService(e, domain, coordinators[i])) return false;
  return true;
}

/** What its failover needs is there, and on another side than its active, which has lost the lock. */
export function isCutOff(e: Engine, service: number): boolean {
  if (e.routesCut === 0) return false;
  const { active } = e.state;
  return isCoordinated(e, service) && !isCoordinatedFrom(e, service, e.program.memberDomain[active[service]]);
}

/** None of the services in a row of a CSR list is down; of those with ~ and the one after them, not all are. */
function allAnswer(
  { program: { downBelow }, state: { answer } }: Engine,
  offsets: Int32Array,
  list: Int32Array,
  row: number,
): boolean {
  for (let i = offsets[row]; i < offsets[row + 1]; i++) {
    const isOneOfSeveral = list[i] < 0;
    if (answer[isOneOfSeveral ? ~list[i] : list[i]] >= downBelow) while (list[i] < 0) i++;
    else if (!isOneOfSeveral) return false;
  }
  return true;
}

/** A service is down or back: those whose failovers it coordinates see to that when the instant is over. */
export function coordinatorChanges(e: Engine, service: number): void {
  const { coordinatedOffsets, coordinated } = e.program;
  for (let i = coordinatedOffsets[service]; i < coordinatedOffsets[service + 1]; i++) looksWhenOver(e, coordinated[i]);
}

/** A service is back: whoever needs it looks again when the instant is over. */
export function needReturns(e: Engine, service: number): void {
  const { waiterOffsets, waiters } = e.program;
  for (let i = waiterOffsets[service]; i < waiterOffsets[service + 1]; i++) looksWhenOver(e, waiters[i]);
}

/** None of the services without which nobody can do the work is down. */
export function toolsAreThere(e: Engine, work: number): boolean {
  return allAnswer(e, e.program.toolOffsets, e.program.tools, work);
}

/** A service is down or back: whoever works with it sees to that when the instant is over. */
export function toolChanges(e: Engine, service: number): void {
  const { toolWorkOffsets, toolWorks } = e.program;
  for (let i = toolWorkOffsets[service]; i < toolWorkOffsets[service + 1]; i++) workLooksWhenOver(e, toolWorks[i]);
}

export function workLooksWhenOver(e: Engine, work: number): void {
  e.attention |= ATTENTION.marked;
  e.state.workLooks[work] = 1;
  e.worksLooking = 1;
}
