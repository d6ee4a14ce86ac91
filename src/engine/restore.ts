import { dataAreBack, readableSince } from './backup-copies.ts';
import { planRestore, RESTORE } from './backups.ts';
import { loseWrites, loseForGood } from './losses.ts';
import type { Engine } from './engine.ts';
import { cancel, isDue, schedule } from './heap.ts';
import { hold, release } from './holds.ts';
import { looksWhenOver } from './marks.ts';

/*
 * Restoring a service whose members serve together, or by quorum: without data none of them serves. A restore begins
 * as soon as one of them works, and begins anew where none does any more; when it is done, all that work have the data.
 * (Of an active-passive service a restore is a stage of its failover.)
 */

/** All copies are gone: every member is held down until there are data again. */
export function holdForData(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { dataHeld, lostAt, hopeless } = e.state;
  dataHeld[service] = 1;
  hopeless[service] = 0;
  lostAt[service] = e.now;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) hold(e, m);
  looksWhenOver(e, service);
}

/**
 * Begins the restore unless it is under way already, or no backup can be read. One to nobody ends, and begins anew with
 * the first that works again.
 */
export function restoreLooksAgain(e: Engine, service: number): void {
  const slot = e.slots.restore + service;
  if (e.state.dataHeld[service] === 0) return;
  if (!somebodyWorks(e, service)) {
    cancel(e, slot);
    return;
  }
  if (isDue(e, slot)) return;
  const takes = planRestore(e, service);
  if (takes === RESTORE.outOfReach) return;
  if (takes === RESTORE.nothing) {
    loseForGood(e, service);
    letGo(e, service);
  } else {
    schedule(e, slot, e.now + takes);
  }
}

/** Who reads backups that are out of reach needs another copy. */
export function stopsReading(e: Engine, service: number): void {
  if (e.state.dataHeld[service] === 1 && !isReadable(e, service)) cancel(e, e.slots.restore + service);
}

/** The restore is done. */
export function restoreEnds(e: Engine, service: number): void {
  if (!somebodyWorks(e, service)) {
    // Whoever it was for has fallen in this very instant.
    looksWhenOver(e, service);
    return;
  }
  loseWrites(e, service, e.state.restoreLoss[service]);
  letGo(e, service);
}

/** A copy of each of the backups that it reads is within reach. */
export function isReadable(e: Engine, service: number): boolean {
  const { restoreOffsets, restorePolicies } = e.program;
  for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
    if (e.state.isRead[i] === 1 && readableSince(e, restorePolicies[i]) === Infinity) return false;
  }
  return true;
}

function letGo(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { dataHeld, hasData, holds, allLost } = e.state;
  const end = serviceMembers[service + 1];
  cancel(e, e.slots.restore + service);
  dataHeld[service] = 0;
  allLost[service] = 0;
  dataAreBack(e, service);
  for (let m = serviceMembers[service]; m < end; m++) {
    release(e, m);
    hasData[m] = holds[m] === 0 ? 1 : 0;
  }
}

/** A member that nothing but the lack of data holds. */
function somebodyWorks(e: Engine, service: number): boolean {
  const { serviceMembers } = e.program;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (e.state.holds[m] === 1) return true;
  return false;
}
