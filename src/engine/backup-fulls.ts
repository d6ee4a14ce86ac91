import { POLICY } from '../compile/program.ts';
import { isReachable } from './backup-copies.ts';
import { missesBeforeHit } from './chance.ts';
import type { Engine } from './engine.ts';
import { MOST_GAPS } from './schema.ts';

/*
 * Which full backups there are, by their number: number 0 begins at the schedule's phase, the others whole intervals
 * before and after. However many of them do not restore, none is looked at by itself.
 */

/** Borders of intervals meet exactly but for rounding, seconds. */
export const EPSILON = 1e-6;

/** Latest drill at or before the given time; −Infinity without drills. */
export function latestDrill(e: Engine, policy: number, by: number): number {
  const every = e.program.policies[policy * POLICY.stride + POLICY.drill];
  const phase = e.state.drillPhase[policy];
  return every === Infinity ? -Infinity : phase + Math.floor((by - phase) / every) * every;
}

/**
 * The newest full backup within reach that restores: by chance each for itself, or surely if a drill has restored it
 * while it was the newest (or, had it failed, has had it taken again at once).
 * @param lostAt later ones were never finished
 * @returns when it began; NaN: none restores
 */
export function restorableFull(e: Engine, policy: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.full];
  const takes = p[at + POLICY.size] / p[at + POLICY.backupRate];
  const phase = e.state.backupPhase[policy];
  const kept = oldestKept(e, policy, lostAt);
  let by = lostAt;
  let newest = NaN;
  while (readableFulls(e, policy, by)) {
    // The newest one is kept however old it is.
    const oldest = Math.max(e.oldestFull, Number.isNaN(newest) ? Math.min(e.newestFull, kept) : kept);
    newest = e.newestFull;
    if (oldest > newest) return NaN;
    const drill = latestDrill(e, policy, Math.min(lostAt, phase + (newest + 1) * every + takes));
    const tried = Math.min(newest, Math.floor((drill - takes - phase) / every));
    const isTried = tried >= oldest;
    const unsure = isTried ? newest - tried : newest - oldest + 1;
    const broken = missesBeforeHit(e, e.program.policyStream[policy], p[at + POLICY.restorable], unsure);
    if (isTried || broken < unsure) return phase + (newest - broken) * every;
    if (oldest === -Infinity) return NaN;
    by = phase + (oldest - 1) * every + takes;
  }
  return NaN;
}

/** Whether a copy that is out of reach has a full backup that none within reach has. */
export function isThereMore(e: Engine, policy: number, lostAt: number): boolean {
  const { policyCopyOffsets, policyCopies, policies } = e.program;
  const at = policy * POLICY.stride;
  const takes = policies[at + POLICY.size] / policies[at + POLICY.backupRate];
  const finish = (full: number) => e.state.backupPhase[policy] + full * policies[at + POLICY.full] + takes;
  const kept = oldestKept(e, policy, lostAt);
  const isEmpty = !readableFulls(e, policy, lostAt);
  for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) {
    if (isReachable(e, policyCopies[i])) continue;
    for (let by = lostAt; copyFulls(e, policy, i, by);) {
      const newest = e.newestFull;
      if (newest < kept && !isEmpty) break;
      if (!readableFulls(e, policy, finish(newest)) || e.newestFull !== newest) return true;
      // Those of one stretch are in reach together.
      if (e.oldestFull === -Infinity) break;
      by = finish(e.oldestFull - 1);
    }
  }
  return false;
}

/**
 * Some full backup within reach was finished by then: numbers of the newest and of the oldest from which on none is
 * missing.
 */
export function readableFulls(e: Engine, policy: number, by: number): boolean {
  const { policyCopyOffsets, policyCopies } = e.program;
  const end = policyCopyOffsets[policy + 1];
  if (policyCopyOffsets[policy] === end) return fullsBetween(e, policy, e.firstBackup, -Infinity, by);
  let newest = -Infinity;
  let oldest = Infinity;
  for (let i = policyCopyOffsets[policy]; i < end; i++) {
    if (!isReachable(e, policyCopies[i]) || !copyFulls(e, policy, i, by)) continue;
    if (e.newestFull < newest || (e.newestFull === newest && e.oldestFull >= oldest)) continue;
    newest = e.newestFull;
    oldest = e.oldestFull;
  }
  e.newestFull = newest;
  e.oldestFull = oldest;
  return newest >= oldest;
}

/** The same of one copy. */
function copyFulls(e: Engine, policy: number, copy: number, by: number): boolean {
  const { copyBehind, copyValidFrom, gaps, gapFrom, gapUntil } = e.state;
  const since = Math.max(copyValidFrom[copy], e.firstBackup);
  let until = Math.min(by, copyBehind[copy]);
  for (let gap = copy * MOST_GAPS + gaps[copy] - 1; gap >= copy * MOST_GAPS; gap--) {
    if (until > gapUntil[gap] && fullsBetween(e, policy, since, gapUntil[gap], until)) return true;
    until = Math.min(until, gapFrom[gap]);
  }
  return fullsBetween(e, policy, since, -Infinity, until);
}

/** Those that began at or after one time, and were finished after another one and by a third. */
function fullsBetween(e: Engine, policy: number, since: number, after: number, by: number): boolean {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  const every = p[at + POLICY.full];
  const takes = p[at + POLICY.size] / p[at + POLICY.backupRate];
  const phase = e.state.backupPhase[policy];
  e.newestFull = Math.floor((by - takes - phase + EPSILON) / every);
  e.oldestFull = Math.max(
    Math.ceil((since - phase - EPSILON) / every),
    Math.floor((after - takes - phase + EPSILON) / every) + 1,
  );
  return e.newestFull >= e.oldestFull;
}

function oldestKept(e: Engine, policy: number, lostAt: number): number {
  const p = e.program.policies;
  const at = policy * POLICY.stride;
  return Math.ceil((lostAt - p[at + POLICY.retention] - e.state.backupPhase[policy]) / p[at + POLICY.full]);
}
