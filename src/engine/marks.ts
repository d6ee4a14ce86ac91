import type { Engine } from './engine.ts';
import { ATTENTION } from './probe.ts';

/*
 * Whom an instant concerns. Whatever happens in it only writes what is so now, and marks: members that may have stopped
 * or started, services that only count, sites whose copies answer otherwise, whoever looks again. Nobody reacts before
 * all that strikes at that time has struck (`settle.ts`), so that no service turns to somebody who falls in the same
 * instant.
 */

/** Something that holds the member has come or gone, or its copy of the data is destroyed. */
export function markMember(e: Engine, member: number): void {
  const { isMarked, marked } = e.state;
  if (isMarked[member] === 1) return;
  isMarked[member] = 1;
  marked[e.marked++] = member;
  e.attention |= ATTENTION.marked;
}

/** How much the service answers by itself has to be worked out anew. */
export function markShare(e: Engine, service: number): void {
  const { isShareMarked, markedShares } = e.state;
  if (isShareMarked[service] === 1) return;
  isShareMarked[service] = 1;
  markedShares[e.markedShares++] = service;
  e.attention |= ATTENTION.marked;
}

/** The answer of a site's copy has changed, or the last copy of its data is gone. */
export function markSite(e: Engine, site: number): void {
  const { isUnsettled, unsettled } = e.state;
  if (isUnsettled[site] === 1) return;
  isUnsettled[site] = 1;
  unsettled[e.unsettled++] = site;
  e.attention |= ATTENTION.marked;
}

/** The service looks again for somebody to serve, or to restore to. */
export function looksWhenOver(e: Engine, service: number): void {
  e.attention |= ATTENTION.marked;
  if (e.state.looksAgain[service] === 1) return;
  e.state.looksAgain[service] = 1;
  e.lookingAgain++;
}

/** The service's health check reports an active that works as dead. */
export function markAlarm(e: Engine, service: number): void {
  e.attention |= ATTENTION.marked;
  if (e.state.isAlarmed[service] === 1) return;
  e.state.isAlarmed[service] = 1;
  e.alarms++;
}

/** Backups are out of reach that somebody may be reading. */
export function backupsGone(e: Engine): void {
  e.readersToInterrupt = 1;
  e.attention |= ATTENTION.marked;
}

/** Backups are there that were not, or are destroyed that somebody waits for. */
export function backupsChanged(e: Engine): void {
  e.domainsBack = 1;
  e.attention |= ATTENTION.marked;
}
