import { MODE } from '../compile/program.ts';
import { refreshShare as refreshRotation } from './active-active.ts';
import type { Engine } from './engine.ts';
import { refreshShare as refreshFailover } from './failover.ts';
import { reactNow } from './data.ts';
import { reactToHold, reactToRelease, reactToStart, reactToStop } from './reactions.ts';

/*
 * A site is up while its copy is not down. Sites follow their copies once everything else in the instant has happened:
 * a failure that strikes several sites has then struck all of them, and nobody fails over to one that fell with it.
 */

/** A copy's answer has changed. */
export function siteMayChange(e: Engine, site: number): void {
  const { isUnsettled, unsettled } = e.state;
  if (isUnsettled[site] === 1) return;
  isUnsettled[site] = 1;
  unsettled[e.unsettled++] = site;
  e.attention = 1;
}

/** Lets all sites follow their copies; those of services around them come after them. */
export function settleSites(e: Engine): void {
  const { isUnsettled, unsettled, settling, holds, siteHeld } = e.state;
  while (e.unsettled > 0) {
    const count = e.unsettled;
    e.unsettled = 0;
    for (let i = 0; i < count; i++) {
      const site = unsettled[i];
      isUnsettled[site] = 0;
      settling[i] = site;
    }
    // Copies that differ from what their site holds: all of them first, then whoever has to react.
    for (let i = 0; i < count; i++) {
      const site = settling[i];
      const isDown = e.state.answer[e.program.memberCopy[site]] < e.program.downBelow ? 1 : 0;
      if (isDown === siteHeld[site]) continue;
      siteHeld[site] = isDown;
      if (isDown === 1) holds[site]++;
      else holds[site]--;
      // Marks what has to react: a site that stops or starts by this, and not one that its domain holds as well.
      settling[i] = (isDown === 1 && holds[site] === 1) || (isDown === 0 && holds[site] === 0) ? -1 - site : site;
    }
    for (let i = 0; i < count; i++) react(e, settling[i]);
    for (let i = 0; i < count; i++) reactNow(e, settling[i] < 0 ? -1 - settling[i] : settling[i]);
  }
}

function react(e: Engine, entry: number): void {
  const hasChanged = entry < 0;
  const site = hasChanged ? -1 - entry : entry;
  if (hasChanged) {
    if (e.state.siteHeld[site] === 1) reactToStop(e, site);
    else reactToStart(e, site);
    return;
  }
  // It answers more or less than before, and is up or down as before, or held by something else as well.
  if (e.state.siteHeld[site] === 1) reactToHold(e, site);
  else reactToRelease(e, site);
  const service = e.program.memberService[site];
  const mode = e.program.serviceMode[service];
  if (mode === MODE.activeActive) refreshRotation(e, service);
  else if (mode === MODE.activePassive) refreshFailover(e, service);
}
