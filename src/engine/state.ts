import { listed, type Program } from '../compile/program.ts';
import { STREAM_STRIDE } from '../random/stream.ts';
import { slotsOf } from './timers.ts';

/** Of so many times without data each copy knows; older ones are beyond what is kept. */
export const MOST_GAPS = 8;

/** Stages of an active-passive service (`stage`). */
export const STAGE = {
  serving: 0,
  detecting: 1,
  deciding: 2,
  waiting: 3,
  betweenAttempts: 4,
  promoting: 5,
  redirecting: 6,
  restoring: 7,
} as const;

/** A table with a row for each stage, as it is looked up: [STAGE]. */
export function byStage<T>(rows: Readonly<Record<keyof typeof STAGE, T>>): readonly T[] {
  return listed(STAGE, rows);
}

/** Stages of a quorum (`stage`). */
export const QUORUM = { serving: 0, electing: 1, stopped: 2 } as const;

/**
 * Everything that changes during a replication: views on one buffer, so that a state is copied in one go.
 * Times are seconds since the observed years began (warm-up is negative); [x] says what a field is indexed by.
 */
export interface State {
  readonly buffer: ArrayBuffer;
  /** Rows of random numbers; the last one is scratch. */
  readonly streams: Int32Array;
  /** Pending events as a binary heap; a slot stands for one timer. */
  readonly heapTime: Float64Array;
  readonly heapSlot: Int32Array;
  /** [slot beyond the clocks'] when its timer ends, NaN: it is not queued. Entries of the heap that say anything else do not count. */
  readonly due: Float64Array;
  /** [source] its next ring that is not drawn yet. */
  readonly nextRings: Float64Array;
  /** Rings that are drawn, source by source: when, which clock, the seconds of its repair; and their order in time. */
  readonly ringTime: Float64Array;
  readonly ringRepair: Float64Array;
  readonly ringClock: Int32Array;
  readonly ringOrder: Int32Array;
  /** [service] share of requests it answers by itself, and with what it needs. */
  readonly ownShare: Float64Array;
  readonly answer: Float64Array;
  readonly answerStack: Float64Array;
  /** [service] own shares in its product that are 0; that are between 0 and 1. */
  readonly zeros: Int32Array;
  readonly partials: Int32Array;
  /** [service] write clock: seconds in which writes were taken, up to `writingSince` (NaN: no writes now). */
  readonly written: Float64Array;
  readonly writingSince: Float64Array;
  /** [member] write clock at which it stopped following; lag drawn when the active was lost. */
  readonly syncedAt: Float64Array;
  readonly lag: Float64Array;

  /** [service] when its active was lost, or its data; seconds of writes that the restore under way will not bring back, and
   * that it takes;
   * when it was last restored: what was written before that and is not in a backup is lost already. */
  readonly lostAt: Float64Array;
  readonly restoreLoss: Float64Array;
  readonly restoreTakes: Float64Array;
  readonly restoredAt: Float64Array;
  /** [policy] when a full backup begins, before or after now; when a restore is tried. */
  readonly backupPhase: Float64Array;
  readonly drillPhase: Float64Array;
  /** [policy copy entry] backups in it that began before this are destroyed. */
  readonly copyValidFrom: Float64Array;
  /** [policy copy entry] since when nothing has been shipped to it; Infinity: it has everything. And so many stretches of
   * time, `MOST_GAPS` a copy, of which it has nothing: there were no data to be backed up, or they were lost before they were shipped. */
  readonly copyBehind: Float64Array;
  readonly gaps: Int32Array;
  readonly gapFrom: Float64Array;
  readonly gapUntil: Float64Array;
  /** [clock] 1: down. */
  readonly clockDown: Uint8Array;
  /** [shock member entry] 1: struck by the shock that is on. */
  readonly struck: Uint8Array;
  /** [member] what holds it down: each of its failure modes and shocks, one for its domains, one for a restart. 0: it works. */
  readonly holds: Int32Array;
  /** [member] domains above it that are down; 1: it restarts since the last of them returned. */
  readonly blocked: Int32Array;
  readonly restarting: Uint8Array;
  readonly inRotation: Uint8Array;
  /** [domain] its own failures that are on. */
  readonly domainDown: Int32Array;
  /** [site] 1: it is held down by its copy; 1: its copy's answer has changed and the site has not followed yet. */
  readonly siteHeld: Uint8Array;
  readonly isUnsettled: Uint8Array;
  /** Sites that have not followed yet, in the order in which their copies changed; scratch while they do. */
  readonly unsettled: Int32Array;
  readonly settling: Int32Array;
  /** [member] its data exists; it follows the active; it must be rebuilt before it may be promoted. */
  readonly hasData: Uint8Array;
  readonly connected: Uint8Array;
  readonly stale: Uint8Array;
  /**
   * [member] what its service knows of: 1: it works. 1: its data are destroyed, and its service has not reacted yet. 1: it
   * is marked, as it is until its service has reacted; those that are, in order, and scratch while their services do.
   */
  readonly works: Uint8Array;
  readonly hasLost: Uint8Array;
  readonly isMarked: Uint8Array;
  readonly marked: Int32Array;
  readonly reacting: Int32Array;

  /** [service] members working (active-active: working and in rotation); members in rotation. */
  readonly healthy: Int32Array;
  readonly rotation: Int32Array;
  readonly stage: Uint8Array;
  /** [service] member that is active or leads, −1 none; member being promoted. */
  readonly active: Int32Array;
  readonly target: Int32Array;
  /** [service] replica that acknowledged the last write (semi-synchronous), −1 none. */
  readonly holder: Int32Array;
  /** [service] members that restart, or work and wait to be taken back into rotation. */
  readonly returning: Int32Array;
  /** [service] 1: all copies of its data are gone; its members are held down for it (active-active, quorum); no backup
   * of those that are kept restores. */
  readonly allLost: Uint8Array;
  readonly dataHeld: Uint8Array;
  readonly hopeless: Uint8Array;
  /** [service] 1: it waits, and looks again when the instant is over; its health check is wrong about its active. */
  readonly looksAgain: Uint8Array;
  readonly isAlarmed: Uint8Array;
  /** [service] 1: its share has to be worked out anew; those for which that is so, in order. */
  readonly isShareMarked: Uint8Array;
  readonly markedShares: Int32Array;
  /** [service] steps of the redirection done; the promotion is a planned switch; the newest copy
   * is gone, so that any copy will do. */
  readonly redirected: Int32Array;
  readonly planned: Uint8Array;
  readonly desperate: Uint8Array;
}

/** Allocates a state for the program; `start.ts` gives it its first values. */
export function createState(program: Program): State {
  const { clocks, members, services, domains, policies, streams, sources } = program.counts;
  const slots = slotsOf(program);
  const timers = slots.count - slots.member;
  const heap = Math.max(1, clocks + 2 * timers);
  const copies = program.policyCopies.length;
  // A million members should not pay for what only sites have.
  const settled = program.memberCopy.some((copy) => copy >= 0) ? members : 0;
  // Nor for being marked one by one, where they are only counted.
  const told = program.memberService.reduce((sum, service) => sum + 1 - program.serviceOnlyCounts[service], 0);
  const doubles =
    heap +
    timers +
    sources +
    program.tapeLength * 2 +
    services * 8 +
    program.answerDepth +
    1 +
    members * 2 +
    policies * 2 +
    copies * (2 + 2 * MOST_GAPS);
  const integers =
    (streams + 1) * STREAM_STRIDE +
    heap +
    program.tapeLength * 2 +
    members * 2 +
    told * 2 +
    settled * 2 +
    services * 10 +
    domains +
    copies;
  const bytes = clocks + program.shockMembers.length + members * 10 + services * 9;
  const buffer = new ArrayBuffer(doubles * 8 + integers * 4 + bytes);
  let offset = 0;
  const f64 = (length: number) => new Float64Array(buffer, (offset += length * 8) - length * 8, length);
  const i32 = (length: number) => new Int32Array(buffer, (offset += length * 4) - length * 4, length);
  const u8 = (length: number) => new Uint8Array(buffer, (offset += length) - length, length);
  return {
    buffer,
    heapTime: f64(heap),
    due: f64(timers),
    nextRings: f64(sources),
    ringTime: f64(program.tapeLength),
    ringRepair: f64(program.tapeLength),
    ownShare: f64(services),
    answer: f64(services),
    answerStack: f64(program.answerDepth + 1),
    written: f64(services),
    writingSince: f64(services),
    syncedAt: f64(members),
    lag: f64(members),
    lostAt: f64(services),
    restoreLoss: f64(services),
    restoreTakes: f64(services),
    restoredAt: f64(services),
    backupPhase: f64(policies),
    drillPhase: f64(policies),
    copyValidFrom: f64(copies),
    copyBehind: f64(copies),
    gapFrom: f64(copies * MOST_GAPS),
    gapUntil: f64(copies * MOST_GAPS),
    streams: i32((streams + 1) * STREAM_STRIDE),
    heapSlot: i32(heap),
    ringClock: i32(program.tapeLength),
    ringOrder: i32(program.tapeLength),
    holds: i32(members),
    blocked: i32(members),
    marked: i32(told),
    reacting: i32(told),
    markedShares: i32(services),
    unsettled: i32(settled),
    settling: i32(settled),
    domainDown: i32(domains),
    gaps: i32(copies),
    returning: i32(services),
    healthy: i32(services),
    rotation: i32(services),
    active: i32(services),
    target: i32(services),
    holder: i32(services),
    redirected: i32(services),
    zeros: i32(services),
    partials: i32(services),
    clockDown: u8(clocks),
    struck: u8(program.shockMembers.length),
    restarting: u8(members),
    inRotation: u8(members),
    hasData: u8(members),
    hasLost: u8(members),
    works: u8(members),
    isMarked: u8(members),
    isAlarmed: u8(services),
    isShareMarked: u8(services),
    connected: u8(members),
    stale: u8(members),
    stage: u8(services),
    planned: u8(services),
    desperate: u8(services),
    siteHeld: u8(members),
    isUnsettled: u8(members),
    allLost: u8(services),
    dataHeld: u8(services),
    hopeless: u8(services),
    looksAgain: u8(services),
  };
}
