import { REPLICATION } from '../compile/program.ts';
import type { Engine } from './engine.ts';
import { delay } from './chance.ts';
import { cancel, schedule } from './heap.ts';
import { isCoordinatedFrom, needsAreMet } from './needs.ts';
import { membersReach } from './network.ts';

/*
 * Who has which writes. A service's write clock runs while its active takes writes; a standby that stops following
 * remembers the clock's reading, and what it misses is the difference. So hours in which nobody could write cost
 * nobody any data.
 */

/** Reading of the service's write clock, seconds of writes. */
function writeClock(e: Engine, service: number): number {
  const { written, writingSince } = e.state;
  const since = writingSince[service];
  return Number.isNaN(since) ? written[service] : written[service] + (e.now - since);
}

export function setWriting(e: Engine, service: number, isWriting: boolean): void {
  const { written, writingSince } = e.state;
  if (isWriting === !Number.isNaN(writingSince[service])) return;
  written[service] = writeClock(e, service);
  writingSince[service] = isWriting ? e.now : NaN;
}

/** Seconds of writes that the standby missed while it did not follow. */
function missed(e: Engine, service: number, member: number): number {
  return e.state.connected[member] === 1 ? 0 : writeClock(e, service) - e.state.syncedAt[member];
}

/** There is nothing left that the standby could be behind. */
export function forgetLag(e: Engine, service: number, member: number): void {
  e.state.syncedAt[member] = writeClock(e, service);
  e.state.lag[member] = 0;
  e.state.stale[member] = 0;
}

export function disconnect(e: Engine, service: number, member: number): void {
  const { connected, syncedAt } = e.state;
  cancel(e, e.slots.member + member);
  if (connected[member] === 0) return;
  connected[member] = 0;
  syncedAt[member] = writeClock(e, service);
}

/**
 * A working standby follows at once if it misses nothing; otherwise it catches up from a living active, which takes
 * `rebuild`. Without replication there is nothing to copy: only a former active is rebuilt, with or without an active.
 */
export function connect(e: Engine, service: number, member: number, activeLives: boolean): void {
  const p = e.program;
  const s = e.state;
  if (!membersReach(e, s.active[service], member)) return;
  const replicates = p.replicationMode[service] !== REPLICATION.none;
  const takes = delay(e, p.rebuildDraw[service], p.operationStream[service]);
  // A rebuild that takes no time does not wait for an active either.
  if (takes === 0) s.stale[member] = 0;
  const isBehind =
    (s.hasData[member] === 0 && p.standbysEmpty[service] === 0) || (replicates && missed(e, service, member) > 0);
  if (s.stale[member] === 0 && !isBehind) {
    s.connected[member] = 1;
    return;
  }
  if (replicates && !activeLives) return;
  if (takes === 0) caughtUp(e, service, member);
  else schedule(e, e.slots.member + member, e.now + takes);
}

export function caughtUp(e: Engine, service: number, member: number): void {
  const { connected, hasData, stale } = e.state;
  connected[member] = 1;
  // Made ready is all that it is where nothing is replicated.
  if (e.program.standbysEmpty[service] === 0) hasData[member] = 1;
  stale[member] = 0;
}

/**
 * The active was lost: fixes each standby's lag; the first connected replica, as the nearest, acknowledged the last
 * write.
 */
export function noteLags(e: Engine, service: number): void {
  const p = e.program;
  const s = e.state;
  const mode = p.replicationMode[service];
  s.holder[service] = -1;
  if (mode !== REPLICATION.async && mode !== REPLICATION.semiSync) return;
  for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) {
    if (m === s.active[service]) continue;
    s.lag[m] = delay(e, p.lagDraw[service], p.dataStream[service]);
    // Also one that fell in this very instant: it has acknowledged what it has acknowledged.
    const isConnected = s.hasData[m] === 1 && s.stale[m] === 0 && missed(e, service, m) === 0;
    if (mode === REPLICATION.semiSync && isConnected && s.holder[service] < 0) s.holder[service] = m;
  }
}

/** Seconds of writes that are lost when this standby is promoted. */
export function lossIfPromoted(e: Engine, service: number, member: number): number {
  const mode = e.program.replicationMode[service];
  if (mode === REPLICATION.none) return 0;
  const lag = mode === REPLICATION.sync || e.state.holder[service] === member ? 0 : e.state.lag[member];
  return lag + missed(e, service, member);
}

/** Whether the standby may be promoted now. */
export function isEligible(e: Engine, service: number, member: number): boolean {
  const p = e.program;
  const s = e.state;
  if (s.holds[member] > 0 || s.hasData[member] === 0 || member === s.active[service] || !needsAreMet(e, service))
    return false;
  if (!isCoordinatedFrom(e, service, p.memberDomain[member])) return false;
  if (s.desperate[service] === 1) return true;
  if (s.stale[member] === 1) return false;
  const mode = p.replicationMode[service];
  if (mode === REPLICATION.none) return true;
  if (mode === REPLICATION.sync) return missed(e, service, member) === 0;
  return lossIfPromoted(e, service, member) <= p.maxLag[service];
}
