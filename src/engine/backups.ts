import { POLICY } from '../compile/program.ts';
import { shippedUntil } from './backup-copies.ts';
import { EPSILON, isThereMore, latestDrill, readableFulls, restorableFull } from './backup-fulls.ts';
import { delay, hitsBeforeMiss, missesBeforeHit } from './chance.ts';
import type { Engine } from './engine.ts';

/*
 * What a backup policy gives back. Backups need no events of their own: they run by the calendar, so that at the moment
 * of a loss the newest ones follow from the schedule's phase. One counts from when it has been written; what is in it
 * is the data at its beginning. Whether each of them restores is drawn when it is needed: of many that are alike, how
 * many in a row do not (a geometric number), so that the work does not grow with them.
 */

/** Results of `planRestore` other than a number of seconds. */
export const RESTORE = { outOfReach: -1, nothing: -2 } as const;

/**
 * Chooses what a service is restored from: the newest backups of each of its policies that restore. What they will not
 * bring back goes to `state.restoreLoss`.
 * @returns seconds that it takes, or `RESTORE.outOfReach`: what there may be is in domains that are down, or
 * `RESTORE.nothing`
 */
export function planRestore(e: Engine, service: number): number {
  const { restoreOffsets } = e.program;
  const { lostAt, restoreLoss } = e.state;
  let seconds = 0;
  let loss = 0;
  let waits = false;
  for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i = endOfData(e, service, i)) {
    const takes = planSource(e, service, i);
    if (takes === RESTORE.nothing) return RESTORE.nothing;
    if (takes === RESTORE.outOfReach) {
      waits = true;
      continue;
    }
    loss = Math.max(loss, lostAt[service] - e.restorePoint);
    seconds = Math.max(seconds, takes);
  }
  if (waits) return RESTORE.outOfReach;
  restoreLoss[service] = loss;
  return seconds;
}

/**
 * Of the policies of the same data the one within reach that gives back the most, of equals the fastest. The point in
 * time that this restores goes to `restorePoint`.
 * @param first its place in `restorePolicies`
 * @returns as `planRestore`
 */
function planSource(e: Engine, service: number, first: number): number {
  const { restorePolicies, provisionDraw, policyStream } = e.program;
  const { isRead, lostAt, restoredAt } = e.state;
  const end = endOfData(e, service, first);
  let best = -1;
  let latest = -Infinity;
  let seconds = Infinity;
  let waits = false;
  for (let i = first; i < end; i++) {
    const policy = restorePolicies[i];
    isRead[i] = 0;
    const full = restorableFull(e, policy, lostAt[service]);
    if (Number.isNaN(full)) {
      waits ||= isThereMore(e, policy, lostAt[service]);
      continue;
    }
    const takes = readFrom(e, policy, full, lostAt[service]) + delay(e, provisionDraw[policy], policyStream[policy]);
    // What was written before the last restore and is in no backup was lost then, and is not lost again.
    const point = Math.max(e.restorePoint, restoredAt[service]);
    if (point < latest || (point === latest && takes >= seconds)) continue;
    best = i;
    latest = point;
    seconds = takes;
  }
  if (best < 0) return waits ? RESTORE.outOfReach : RESTORE.nothing;
  isRead[best] = 1;
  e.restorePoint = latest;
  return seconds;
}

/** Behind the policies of the same data as the one at this place in `restorePolicies`. */
function endOfData({ program: { restoreOffsets, restorePolicies, policyJoins } }: Engine, service: number, i: number) {
  let end = i + 1;
  while (end < restoreOffsets[service + 1] && policyJoins[restorePolicies[end]] === 1) end++;
  return end;
}

/** Whether something that the service needs to be restored from is in domains that are down, and nowhere else. */
export function isOutOfReach(e: Engine, service: number): boolean {
  const { restoreOffsets, restorePolicies } = e.program;
  const lostAt = e.state.lostAt[service];
  for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1];) {
    const end = endOfData(e, service, i);
    let isReadable = false;
    let isElsewhere = false;
    for (; i < end; i++) {
      if (readableFulls(e, restorePolicies[i], lostAt)) isReadable = true;
      else if (isThereMore(e, restorePolicies[i], lostAt)) isElsewhere = true;
    }
    if (isElsewhere && !isReadable) return true;
  }
  return false;
}

/**
 * Reads a full backup, then the newest differential and every incremental after it, in order, then the log. The point
 * in time that this restores goes to `restorePoint`.
 * @returns seconds to read and apply all of it
 */
function readFrom(e: Engine, policy: number, full: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const by = shippedUntil(e, policy, full, lostAt);
  e.restorePoint = full;
  // What begins with the next full belongs to that one, and drills try that one once it is finished.
  e.chainEnd = Math.min(full + p[at + POLICY.full], by + EPSILON);
  e.chainTried = latestDrill(
    e,
    policy,
    Math.min(lostAt, full + p[at + POLICY.full] + p[at + POLICY.size] / p[at + POLICY.backupRate]),
  );
  let seconds = p[at + POLICY.size] / p[at + POLICY.restoreRate];
  seconds += readDifferential(e, policy, full, by);
  seconds += readIncrementals(e, policy, full, by);
  const shipped = newestLog(e, policy, by);
  if (shipped > e.restorePoint) {
    seconds += ((shipped - e.restorePoint) * p[at + POLICY.change]) / p[at + POLICY.replayRate];
    e.restorePoint = shipped;
  }
  return seconds;
}

/** Applies the newest differential that restores, if any; incrementals that build upon a broken one are of no use. */
function readDifferential(e: Engine, policy: number, full: number, by: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.differential];
  if (every === Infinity) return 0;
  const newest = Math.min(
    Math.floor(begunBy(e, policy, by - full + EPSILON) / every),
    Math.ceil((p[at + POLICY.full] - EPSILON) / every) - 1,
  );
  if (newest < 1) return 0;
  const tried = Math.max(0, Math.min(newest, Math.floor(begunBy(e, policy, e.chainTried - full + EPSILON) / every)));
  const broken = missesBeforeHit(e, e.program.policyStream[policy], p[at + POLICY.restorable], newest - tried);
  if (broken > 0) {
    const since = (newest - broken + 1) * every;
    e.chainEnd = full + since;
    e.chainTried = latestDrill(e, policy, full + since + changed(e, policy, since) / p[at + POLICY.backupRate]);
  }
  if (newest === broken) return 0;
  const since = (newest - broken) * every;
  e.restorePoint = full + since;
  return changed(e, policy, since) / p[at + POLICY.restoreRate];
}

/** Since a full backup, the latest beginning of a differential that is finished by then. */
function begunBy(e: Engine, policy: number, finished: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const rate = p[at + POLICY.backupRate];
  return Math.max(finished / (1 + p[at + POLICY.change] / rate), finished - p[at + POLICY.size] / rate);
}

/**
 * Applies the incrementals after a full or a differential, up to the first that does not restore. Where a differential
 * is due too, that is taken.
 */
function readIncrementals(e: Engine, policy: number, full: number, by: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.incremental];
  if (every === Infinity) return 0;
  const coinciding = p[at + POLICY.coinciding];
  const before = Math.floor((e.restorePoint - full + EPSILON) / every);
  const takes = changed(e, policy, every) / p[at + POLICY.backupRate];
  const finishedBy = (time: number) => Math.floor((time - full + EPSILON - takes) / every);
  const begun = Math.min(Math.ceil((e.chainEnd - full - EPSILON) / every) - 1, finishedBy(by));
  // One after a differential has the changes of two intervals, and takes longer.
  const isLate =
    (begun - 1) % coinciding === 0 &&
    begun - 1 > before &&
    full + begun * every + changed(e, policy, 2 * every) / p[at + POLICY.backupRate] > by + EPSILON;
  const last = isLate ? begun - 1 : begun;
  const first = taken(before, coinciding) + 1;
  const there = taken(last, coinciding) - first + 1;
  if (there <= 0) return 0;
  const tried = Math.max(0, Math.min(there, taken(finishedBy(Math.max(e.chainTried, full)), coinciding) - first + 1));
  const applied = tried + hitsBeforeMiss(e, e.program.policyStream[policy], p[at + POLICY.restorable], there - tried);
  if (applied === 0) return 0;
  const from = numberOf(first, coinciding);
  const to = numberOf(first + applied - 1, coinciding);
  const wide = to - from - (applied - 1);
  const bytes =
    changed(e, policy, full + from * every - e.restorePoint) +
    wide * changed(e, policy, 2 * every) +
    (applied - 1 - wide) * changed(e, policy, every);
  e.restorePoint = full + to * every;
  return bytes / p[at + POLICY.restoreRate];
}

/**
 * How many of the first n incrementals are taken: where each so many-th falls together with a differential, that is
 * not.
 */
function taken(n: number, coinciding: number): number {
  return coinciding === Infinity ? n : n - Math.floor(n / coinciding);
}

/** Which of all is the n-th that is taken. */
function numberOf(n: number, coinciding: number): number {
  return coinciding === Infinity ? n : n + Math.floor((n - 1) / (coinciding - 1));
}

/** End of the newest piece of the log that has been shipped; −Infinity without log shipping. */
function newestLog(e: Engine, policy: number, by: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.log];
  if (every === Infinity) return -Infinity;
  if (every === 0) return by;
  const phase = e.state.backupPhase[policy];
  const takes = (every * p[at + POLICY.change]) / p[at + POLICY.backupRate];
  return phase + Math.floor((by - takes - phase) / every) * every;
}

/** Bytes that differ after so many seconds: no more than there are. */
function changed(e: Engine, policy: number, seconds: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  return Math.min(seconds * p[at + POLICY.change], p[at + POLICY.size]);
}
