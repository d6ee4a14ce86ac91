import { POLICY } from '../compile/program.ts';
import { keptSince, readableSince } from './backup-copies.ts';
import { happens } from './chance.ts';
import type { Engine } from './engine.ts';
import { delay } from './luck.ts';

/*
 * What a backup policy gives back. Backups need no events of their own: they run by the calendar, so that at the moment
 * of a loss the newest ones follow from the schedule's phase. One counts from when it has been written; what is in it
 * is the data at its beginning. Whether each of them restores is drawn when it is needed.
 */

/** Results of `planRestore` other than a number of seconds. */
export const RESTORE = { outOfReach: -1, nothing: -2 } as const;

/** Borders of intervals meet exactly but for rounding. */
const EPSILON = 1e-6;

/**
 * Chooses what a service is restored from: the newest backups of each of its policies that restore. What they will not
 * bring back goes to `state.restoreLoss`.
 * @returns seconds that it takes, or `RESTORE.outOfReach`: what there may be is in domains that are down, or `RESTORE.nothing`
 */
export function planRestore(e: Engine, service: number): number {
  const { restoreOffsets, restorePolicies } = e.program;
  const { lostAt, restoredAt, restoreLoss } = e.state;
  let seconds = 0;
  let loss = 0;
  let isOutOfReach = false;
  for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
    const policy = restorePolicies[i];
    const since = readableSince(e, policy);
    const takes = readChain(e, policy, lostAt[service], Math.max(since, e.firstBackup));
    if (takes < 0) {
      if (!isThereMore(e, policy, lostAt[service], since)) return RESTORE.nothing;
      isOutOfReach = true;
      continue;
    }
    // What was written before the last restore and is in no backup was lost then, and is not lost again.
    const from = Math.max(e.restorePoint, restoredAt[service]);
    loss = Math.max(loss, lostAt[service] - from);
    seconds = Math.max(seconds, takes + delay(e, e.program.provisionDraw[policy], e.program.policyStream[policy]));
  }
  if (isOutOfReach) return RESTORE.outOfReach;
  restoreLoss[service] = loss;
  return seconds;
}

/** Whether all that the service could be restored from is in domains that are down. */
export function isOutOfReach(e: Engine, service: number): boolean {
  const { restoreOffsets, restorePolicies } = e.program;
  for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
    if (readableSince(e, restorePolicies[i]) === Infinity && isThereMore(e, restorePolicies[i], e.state.lostAt[service], Infinity)) return true;
  }
  return false;
}

/** Whether a copy that is out of reach has backups from before those that can be read. */
function isThereMore(e: Engine, policy: number, lostAt: number, since: number): boolean {
  const kept = Math.max(keptSince(e, policy), e.firstBackup);
  return kept < since && newestFull(e, policy, lostAt) >= kept - EPSILON;
}

/** Beginning of the newest full backup that was finished by then. */
function newestFull(e: Engine, policy: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const phase = e.state.backupPhase[policy];
  const every = p[at + POLICY.full];
  return phase + Math.floor((lostAt - p[at + POLICY.size] / p[at + POLICY.backupRate] - phase) / every + EPSILON / every) * every;
}

/**
 * Looks for the newest full backup that restores, and what can be applied to it. The point in time that this restores
 * goes to `restorePoint`.
 * @param lostAt later backups were never finished
 * @param since earlier ones are not there
 * @returns seconds to read and apply all of it; −1: none restores
 */
function readChain(e: Engine, policy: number, lostAt: number, since: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.full];
  const takes = p[at + POLICY.size] / p[at + POLICY.backupRate];
  const newest = newestFull(e, policy, lostAt);
  const oldest = lostAt - p[at + POLICY.retention];
  for (let full = newest; full >= since - EPSILON; full -= every) {
    // The newest one is kept however old it is.
    if (full < oldest && full !== newest) break;
    if (restores(e, policy, full + takes, Math.min(full + takes + every, lostAt))) return readFrom(e, policy, full, lostAt);
  }
  return -1;
}

/**
 * Whether one backup restores: a drill has restored it while it was of use (or, had it failed, has had it taken again at
 * once), or else by chance.
 * @param until when a newer one took its place
 */
function restores(e: Engine, policy: number, finished: number, until: number): boolean {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.drill];
  const phase = e.state.drillPhase[policy];
  if (every < Infinity && phase + Math.floor((until - phase) / every) * every >= finished) return true;
  return happens(e, e.program.policyStream[policy], p[at + POLICY.restorable]);
}

/** Reads a full backup, then the newest differential and every incremental after it, in order, then the log. */
function readFrom(e: Engine, policy: number, full: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const restoreRate = p[at + POLICY.restoreRate];
  // What begins with the next full belongs to that one.
  const next = full + p[at + POLICY.full];
  let seconds = p[at + POLICY.size] / restoreRate;
  let base = full;
  let end = Math.min(next, lostAt + EPSILON);
  const every = p[at + POLICY.differential];
  if (every < Infinity) {
    for (let n = Math.floor((end - full - EPSILON) / every); n >= 1; n--) {
      const start = full + n * every;
      const size = changed(e, policy, n * every);
      const finished = start + size / p[at + POLICY.backupRate];
      if (start >= next - EPSILON || finished > lostAt + EPSILON) continue;
      if (restores(e, policy, finished, Math.min(finished + every, end))) {
        base = start;
        seconds += size / restoreRate;
        break;
      }
      // Incrementals that build upon a broken one are of no use.
      end = start;
    }
  }
  seconds += readIncrementals(e, policy, full, base, end, lostAt);
  base = Math.max(base, e.restorePoint);
  const shipped = newestLog(e, policy, lostAt);
  if (shipped > base) {
    seconds += ((shipped - base) * p[at + POLICY.change]) / p[at + POLICY.replayRate];
    base = shipped;
  }
  e.restorePoint = base;
  return seconds;
}

/** Applies the incrementals after a full or a differential; how far they reach goes to `restorePoint`. */
function readIncrementals(e: Engine, policy: number, full: number, base: number, end: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  e.restorePoint = base;
  const every = p[at + POLICY.incremental];
  if (every === Infinity) return 0;
  let seconds = 0;
  for (let n = Math.floor((base - full + EPSILON) / every) + 1; ; n++) {
    const start = full + n * every;
    if (start >= end - EPSILON) return seconds;
    if (isDifferential(e, policy, n * every)) continue;
    const size = changed(e, policy, start - e.restorePoint);
    const finished = start + size / p[at + POLICY.backupRate];
    if (finished > lostAt + EPSILON || !restores(e, policy, finished, Math.min(end, lostAt))) return seconds;
    seconds += size / p[at + POLICY.restoreRate];
    e.restorePoint = start;
  }
}

/** Where both are due, the differential is taken. */
function isDifferential(e: Engine, policy: number, sinceFull: number): boolean {
  const every = e.program.policies[policy * POLICY.stride + POLICY.differential];
  if (every === Infinity) return false;
  const nearest = Math.round(sinceFull / every) * every;
  return Math.abs(sinceFull - nearest) < EPSILON;
}

/** End of the newest piece of the log that has been shipped; −Infinity without log shipping. */
function newestLog(e: Engine, policy: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.log];
  if (every === Infinity) return -Infinity;
  if (every === 0) return lostAt;
  const phase = e.state.backupPhase[policy];
  const takes = (every * p[at + POLICY.change]) / p[at + POLICY.backupRate];
  return phase + Math.floor((lostAt - takes - phase) / every) * every;
}

/** Bytes that differ after so many seconds: no more than there are. */
function changed(e: Engine, policy: number, seconds: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  return Math.min(seconds * p[at + POLICY.change], p[at + POLICY.size]);
}
