import type { Engine } from './engine.ts';
import { goesOn } from './heap.ts';
import { looksWhenOver, markMember, markShare } from './marks.ts';
import { modeOf } from './modes/modes.ts';
import { coordinatorChanges } from './needs.ts';
import { ATTENTION } from './probe.ts';

/**
 * Something that holds this member has come or gone. Where nothing else happens in this instant its service reacts now;
 * otherwise when all that strikes in it has struck (`settle.ts`).
 */
export function reactsOrMarks(e: Engine, member: number): void {
  if ((e.attention & ATTENTION.marked) === 0 && !goesOn(e)) reacts(e, member);
  else markMember(e, member);
}

/** The service does what it does about a member that has stopped or started. */
export function reacts(e: Engine, member: number): void {
  const { memberService, memberCopy } = e.program;
  const { dataHeld, holds, works } = e.state;
  const service = memberService[member];
  const mode = modeOf(e, service);
  const isWorking = holds[member] === 0 ? 1 : 0;
  // Who needs it for a failover may reach those that work no longer, or again.
  if (e.routesCut > 0) coordinatorChanges(e, service);
  if (works[member] !== isWorking) {
    works[member] = isWorking;
    if (isWorking === 1) mode.memberStarts(e, service, member);
    else mode.memberStops(e, service, member);
    return;
  }
  if (isWorking === 0 && e.hasLatent) mode.memberNoticed(e, service, member);
  // It is held by one thing more or less: a restore may begin, or have nobody left to restore to.
  if (dataHeld[service] === 1) looksWhenOver(e, service);
  // Or it is a site that answers more or less than before.
  if (memberCopy[member] >= 0) markShare(e, service);
}
