import type { Engine } from './engine.ts';
import { markMember, markShare } from './marks.ts';

/*
 * Who is held down, and by how many things. A member works while nothing holds it. Of a service that only counts its
 * members (no health check, no roles, no data, no sites) the count is kept here, and an instant has to be settled only
 * when fewer work than the service requires, before it or after.
 */

/** One thing more holds the member down. */
export function hold(e: Engine, member: number): void {
  if (addHold(e, member)) markMember(e, member);
}

/** One of the things that hold the member down is gone. */
export function release(e: Engine, member: number): void {
  if (dropHold(e, member)) markMember(e, member);
}

/** Counts one thing more that holds the member. @returns whether its service has to react */
export function addHold(e: Engine, member: number): boolean {
  const { holds } = e.state;
  const service = e.program.memberService[member];
  if (e.program.serviceOnlyCounts[service] === 0) {
    holds[member]++;
    return true;
  }
  if (holds[member]++ === 0) {
    const healthy = e.state.healthy[service]--;
    e.state.rotation[service]--;
    e.state.inRotation[member] = 0;
    if (healthy <= e.program.serviceRequired[service]) markShare(e, service);
  }
  return false;
}

/** Counts one thing less that holds the member. @returns whether its service has to react */
export function dropHold(e: Engine, member: number): boolean {
  const { holds } = e.state;
  const service = e.program.memberService[member];
  if (e.program.serviceOnlyCounts[service] === 0) {
    holds[member]--;
    return true;
  }
  if (--holds[member] === 0) {
    const healthy = ++e.state.healthy[service];
    e.state.rotation[service]++;
    e.state.inRotation[member] = 1;
    if (healthy <= e.program.serviceRequired[service]) markShare(e, service);
  }
  return false;
}
