import { MODE } from '../compile/program.ts';
import { bookPermanentLoss } from './bookkeeping.ts';
import type { Engine } from './engine.ts';
import { anyCopyWillDo } from './failover.ts';

/*
 * Copies of the data. A failure with `data: lost` destroys the copy of the member that it strikes; a surviving copy
 * heals it. When too few survive, the data is lost for good, and whoever can serve first begins anew with nothing.
 */

/** The member's copy is destroyed. */
export function copyLost(e: Engine, member: number): void {
  const { serviceMode, serviceRequired, memberService } = e.program;
  const { hasData, active, holds } = e.state;
  if (hasData[member] === 0) return;
  hasData[member] = 0;
  const service = memberService[member];
  const copies = countCopies(e, service);
  if (serviceMode[service] === MODE.quorum) {
    // A quorum keeps what it acknowledged while a majority of its disks survives.
    if (copies === serviceRequired[service] - 1) bookPermanentLoss(e);
    return;
  }
  if (copies === 0) {
    bookPermanentLoss(e);
    // Whoever is or comes up first begins anew.
    for (let m = firstMember(e, service); m < endMember(e, service); m++) hasData[m] = holds[m] === 0 ? 1 : 0;
    if (serviceMode[service] === MODE.activePassive) anyCopyWillDo(e, service);
  } else if (serviceMode[service] === MODE.activePassive && active[service] === member) {
    // The copy to be recovered is whatever a standby holds, however far behind.
    anyCopyWillDo(e, service);
  }
}

/** A member of an active-active service is back: a working copy heals it, or it heals others, or begins anew. */
export function heal(e: Engine, service: number, member: number): void {
  const { hasData, holds } = e.state;
  beginAnew(e, service, member);
  const end = endMember(e, service);
  for (let m = firstMember(e, service); m < end; m++) {
    if (holds[m] === 0 && hasData[m] === 1) hasData[member] = 1;
  }
  if (hasData[member] === 0) return;
  for (let m = firstMember(e, service); m < end; m++) if (holds[m] === 0) hasData[m] = 1;
}

/** A member of a quorum is back: a working majority heals its members, or begins anew. */
export function healQuorum(e: Engine, service: number): void {
  const { hasData, healthy, holds } = e.state;
  if (healthy[service] < e.program.serviceRequired[service]) return;
  for (let m = firstMember(e, service); m < endMember(e, service); m++) if (holds[m] === 0) hasData[m] = 1;
}

/** Where no copy is left, the first member that is back starts with nothing. */
export function beginAnew(e: Engine, service: number, member: number): void {
  if (countCopies(e, service) === 0) e.state.hasData[member] = 1;
}

function countCopies(e: Engine, service: number): number {
  let copies = 0;
  for (let m = firstMember(e, service); m < endMember(e, service); m++) copies += e.state.hasData[m];
  return copies;
}

function firstMember(e: Engine, service: number): number {
  return e.program.serviceMembers[service];
}

function endMember(e: Engine, service: number): number {
  return e.program.serviceMembers[service + 1];
}
