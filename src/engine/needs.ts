import type { Engine } from './engine.ts';
import { looksWhenOver } from './marks.ts';
import { ATTENTION } from './probe.ts';

/*
 * A standby whose service's needs are not met is not eligible: it could serve nobody. The outage of a need starts no
 * failover either. Whether a need is met is known when the instant is over, since what strikes the active may strike
 * the need as well; so a service that needs others chooses then, and again when one of them is back.
 */

export function hasNeeds({ program: { needOffsets } }: Engine, service: number): boolean {
  return needOffsets[service] < needOffsets[service + 1];
}

/** None of the services that it needs is down. */
export function needsAreMet(
  { program: { needOffsets, needs, downBelow }, state: { answer } }: Engine,
  service: number,
): boolean {
  for (let i = needOffsets[service]; i < needOffsets[service + 1]; i++) if (answer[needs[i]] < downBelow) return false;
  return true;
}

/** A service is back: whoever needs it looks again when the instant is over. */
export function needReturns(e: Engine, service: number): void {
  const { waiterOffsets, waiters } = e.program;
  for (let i = waiterOffsets[service]; i < waiterOffsets[service + 1]; i++) looksWhenOver(e, waiters[i]);
}

/** None of the services without which nobody can do the work is down. */
export function toolsAreThere(
  { program: { toolOffsets, tools, downBelow }, state: { answer } }: Engine,
  work: number,
): boolean {
  for (let i = toolOffsets[work]; i < toolOffsets[work + 1]; i++) if (answer[tools[i]] < downBelow) return false;
  return true;
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
