import type { Engine } from './engine.ts';
import { hold, release } from './holds.ts';
import { ATTENTION } from './probe.ts';

/*
 * Needs within a zone. A member that is served by the members in its own zone alone is down for its service while those
 * do not answer: while fewer of them work than their share of what is required, or while those that are dead and still
 * in rotation take more requests with them than the SLA bears. Noticed as everything about a member is.
 */

/** How many of its members work, or are in rotation, has changed. */
export function markViews(e: Engine, service: number): void {
  const { serviceViewOffsets } = e.program;
  if (serviceViewOffsets[service] === serviceViewOffsets[service + 1]) return;
  e.state.viewsMoved[service] = 1;
  e.viewsMoved = 1;
  e.attention |= ATTENTION.marked;
}

/** Whoever is served by those that have changed is held, or let go. */
export function viewsFollow(e: Engine): void {
  const { serviceViewOffsets, serviceViews, viewHeldOffsets, viewHeld } = e.program;
  const { viewsMoved, viewDown } = e.state;
  e.viewsMoved = 0;
  for (let service = 0; service < viewsMoved.length; service++) {
    if (viewsMoved[service] === 0) continue;
    viewsMoved[service] = 0;
    for (let i = serviceViewOffsets[service]; i < serviceViewOffsets[service + 1]; i++) {
      const view = serviceViews[i];
      const isDown = viewAnswers(e, service, view) < e.program.downBelow ? 1 : 0;
      if (isDown === viewDown[view]) continue;
      viewDown[view] = isDown;
      for (let m = viewHeldOffsets[view]; m < viewHeldOffsets[view + 1]; m++) {
        if (isDown === 1) hold(e, viewHeld[m]);
        else release(e, viewHeld[m]);
      }
    }
  }
}

/** Share of requests that the service's members in one zone answer. */
export function viewAnswers(e: Engine, service: number, view: number): number {
  const { viewMemberOffsets, viewMembers, viewRequired, serviceDegrades, serviceRetries } = e.program;
  const { holds, inRotation } = e.state;
  let healthy = 0;
  let rotation = 0;
  for (let i = viewMemberOffsets[view]; i < viewMemberOffsets[view + 1]; i++) {
    if (inRotation[viewMembers[i]] === 0) continue;
    rotation++;
    if (holds[viewMembers[i]] === 0) healthy++;
  }
  const required = viewRequired[view];
  if (healthy === 0 || (healthy < required && serviceDegrades[service] === 0)) return 0;
  return Math.min(serviceRetries[service] === 1 ? 1 : healthy / rotation, healthy / required);
}

/** Shows the views that hold a member down, each with its service. */
export function eachView(e: Engine, member: number, visit: (view: number, service: number) => void): void {
  const { memberService, viewMemberOffsets, viewMembers, viewHeldOffsets, viewHeld } = e.program;
  const { viewDown } = e.state;
  for (let view = 0; view < viewDown.length; view++) {
    if (viewDown[view] === 0) continue;
    const service = memberService[viewMembers[viewMemberOffsets[view]]];
    for (let m = viewHeldOffsets[view]; m < viewHeldOffsets[view + 1]; m++)
      if (viewHeld[m] === member) visit(view, service);
  }
}
