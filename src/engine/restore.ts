import { MODE } from '../compile/program.ts';
import { dataAreBack } from './backup-copies.ts';
import { planRestore, RESTORE } from './backups.ts';
import { loseWrites, loseForGood } from './losses.ts';
import type { Engine } from './engine.ts';
import { cancel, isDue, schedule } from './heap.ts';
import { reactToStart, reactToStop } from './reactions.ts';
import { interruptReading, isReadable, lookAgain } from './restoring.ts';

/*
 * Restoring a service whose members serve together, or by quorum: without data none of them serves. A restore begins as
 * soon as one of them works, and begins anew where none does any more; when it is done, all that work have the data. (Of an
 * active-passive service a restore is a
 * stage of its failover.)
 */

/** All copies are gone: every member is held down until there are data again. */
export function holdForData(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { dataHeld, holds, lostAt, hopeless } = e.state;
  const first = serviceMembers[service];
  const end = serviceMembers[service + 1];
  dataHeld[service] = 1;
  hopeless[service] = 0;
  lostAt[service] = e.now;
  for (let m = first; m < end; m++) holds[m]++;
  for (let m = first; m < end; m++) if (holds[m] === 1) reactToStop(e, m);
  restoreIfPossible(e, service);
}

/** Begins the restore unless it is under way already, or nobody works to take the data, or no backup can be read. */
export function restoreIfPossible(e: Engine, service: number): void {
  const slot = e.slots.restore + service;
  const s = e.state;
  if (s.dataHeld[service] === 0 || isDue(e, slot) || !somebodyWorks(e, service)) return;
  const takes = planRestore(e, service);
  if (takes === RESTORE.outOfReach) return;
  if (takes === RESTORE.nothing) {
    loseForGood(e, service);
    release(e, service);
  } else {
    schedule(e, slot, e.now + takes);
  }
}

/** A restore to nobody ends, and begins anew with the first that works again. */
export function interruptRestore(e: Engine, service: number): void {
  if (!somebodyWorks(e, service)) cancel(e, e.slots.restore + service);
}

/** The restore is done. */
export function restoreEnds(e: Engine, service: number): void {
  loseWrites(e, service, e.state.restoreLoss[service]);
  release(e, service);
}

/** A domain is back, and with it perhaps the only backups: whoever waits for one looks again. */
export function retryRestores(e: Engine): void {
  const { counts, restoreOffsets, serviceMode } = e.program;
  e.domainsBack = 0;
  for (let service = 0; service < counts.services; service++) {
    if (restoreOffsets[service] === restoreOffsets[service + 1]) continue;
    if (serviceMode[service] === MODE.activePassive) lookAgain(e, service);
    else restoreIfPossible(e, service);
  }
}

/** A domain is down, and with it perhaps the backups that somebody reads: who reads on needs another copy. */
export function interruptReaders(e: Engine): void {
  const { counts, restoreOffsets, serviceMode } = e.program;
  for (let service = 0; service < counts.services; service++) {
    if (restoreOffsets[service] === restoreOffsets[service + 1]) continue;
    if (serviceMode[service] === MODE.activePassive) interruptReading(e, service);
    else if (e.state.dataHeld[service] === 1 && !isReadable(e, service)) cancel(e, e.slots.restore + service);
  }
}

function release(e: Engine, service: number): void {
  const { serviceMembers } = e.program;
  const { dataHeld, hasData, holds, allLost } = e.state;
  const first = serviceMembers[service];
  const end = serviceMembers[service + 1];
  cancel(e, e.slots.restore + service);
  dataHeld[service] = 0;
  allLost[service] = 0;
  dataAreBack(e, service);
  for (let m = first; m < end; m++) hasData[m] = --holds[m] === 0 ? 1 : 0;
  for (let m = first; m < end; m++) if (holds[m] === 0) reactToStart(e, m);
}

/** A member that nothing but the lack of data holds. */
function somebodyWorks(e: Engine, service: number): boolean {
  const { serviceMembers } = e.program;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (e.state.holds[m] === 1) return true;
  return false;
}
