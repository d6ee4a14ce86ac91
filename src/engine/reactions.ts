import { MODE } from '../compile/program.ts';
import { memberStarts as rotationStarts, memberStops as rotationStops } from './active-active.ts';
import type { Engine } from './engine.ts';
import { memberStarts as failoverStarts, memberStops as failoverStops } from './failover.ts';
import { memberStarts as quorumStarts, memberStops as quorumStops } from './quorum.ts';
import { interruptRestore, restoreIfPossible } from './restore.ts';

/** A member's last hold has gone on or off: what that means is its service's mode's affair. */
export function reactToStop(e: Engine, member: number): void {
  const service = e.program.memberService[member];
  const mode = e.program.serviceMode[service];
  if (mode === MODE.activeActive) rotationStops(e, service, member);
  else if (mode === MODE.activePassive) failoverStops(e, service, member);
  else quorumStops(e, service, member);
}

export function reactToStart(e: Engine, member: number): void {
  const service = e.program.memberService[member];
  const mode = e.program.serviceMode[service];
  if (mode === MODE.activeActive) rotationStarts(e, service, member);
  else if (mode === MODE.activePassive) failoverStarts(e, service, member);
  else quorumStarts(e, service);
}

/** A member that something holds already is struck once more: it may be that it was being restored to. */
export function reactToHold(e: Engine, member: number): void {
  const service = e.program.memberService[member];
  if (e.state.dataHeld[service] === 1) interruptRestore(e, service);
}

/**
 * One of several holds has gone: it may be that only the lack of data holds the member still, so that a restore can
 * begin.
 */
export function reactToRelease(e: Engine, member: number): void {
  const service = e.program.memberService[member];
  if (e.state.dataHeld[service] === 1) restoreIfPossible(e, service);
}
