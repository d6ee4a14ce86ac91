import type { Program } from '../compile/program.ts';
import { STREAM_STRIDE } from '../random/stream.ts';

/** Rows of `streams`: one purpose each, so that a change in one leaves the draws of the others alone. */
export const STREAM = { failure: 0, repair: 1, operation: 2, data: 3, start: 4 } as const;
export const STREAMS = 5;

/** Stages of an active-passive service (`stage`). */
export const STAGE = {
  serving: 0,
  detecting: 1,
  deciding: 2,
  waiting: 3,
  betweenAttempts: 4,
  promoting: 5,
  redirecting: 6,
} as const;

/** Stages of a quorum (`stage`). */
export const QUORUM = { serving: 0, electing: 1, stopped: 2 } as const;

/**
 * Everything that changes during a replication: views on one buffer, so that a state is copied in one go.
 * Times are seconds since the observed years began (warm-up is negative); [x] says what a field is indexed by.
 */
export interface State {
  readonly buffer: ArrayBuffer;
  readonly streams: Float64Array;
  /** Pending events as a binary heap; a slot stands for one timer and is queued at most once. */
  readonly heapTime: Float64Array;
  readonly heapSlot: Int32Array;
  /** [slot] position in the heap, −1 when not queued. */
  readonly slotPosition: Int32Array;
  /** [service] share of requests it answers by itself, and with what it needs. */
  readonly ownShare: Float64Array;
  readonly answer: Float64Array;
  readonly answerStack: Float64Array;
  /** [service] own shares in its product that are 0; that are between 0 and 1. */
  readonly zeros: Int32Array;
  readonly partials: Int32Array;
  /** [service] since when down, within the observed years. */
  readonly downSince: Float64Array;
  /** [service] write clock: seconds in which writes were taken, up to `writingSince` (NaN: no writes now). */
  readonly written: Float64Array;
  readonly writingSince: Float64Array;
  /** [member] write clock at which it stopped following; lag drawn when the active was lost. */
  readonly syncedAt: Float64Array;
  readonly lag: Float64Array;

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
  /** [member] its data exists; it follows the active; it must be rebuilt before it may be promoted. */
  readonly hasData: Uint8Array;
  readonly connected: Uint8Array;
  readonly stale: Uint8Array;
  /** Scratch: members that the current event stopped or started. */
  readonly affected: Int32Array;

  /** [service] members working (active-active: working and in rotation); members in rotation. */
  readonly healthy: Int32Array;
  readonly rotation: Int32Array;
  readonly stage: Uint8Array;
  /** [service] member that is active or leads, −1 none; member being promoted. */
  readonly active: Int32Array;
  readonly target: Int32Array;
  /** [service] replica that acknowledged the last write (semi-synchronous), −1 none. */
  readonly holder: Int32Array;
  /** [service] steps of the redirection done; the promotion is a planned switch; the newest copy
   * is gone, so that any copy will do. */
  readonly redirected: Int32Array;
  readonly planned: Uint8Array;
  readonly desperate: Uint8Array;
}

/** First slot of each kind of timer; simultaneous events happen in the order of their slots. */
export interface Slots {
  readonly clock: number;
  readonly member: number;
  readonly restart: number;
  readonly stage: number;
  readonly failback: number;
  readonly count: number;
}

export function slotsOf(program: Program): Slots {
  const { clocks, members, services } = program.counts;
  const member = clocks;
  const restart = member + members;
  const stage = restart + members;
  const failback = stage + services;
  return { clock: 0, member, restart, stage, failback, count: failback + services };
}

/** Allocates a state for the program; `start.ts` gives it its first values. */
export function createState(program: Program): State {
  const { clocks, members, services } = program.counts;
  const slots = slotsOf(program).count;
  const doubles = STREAMS * STREAM_STRIDE + slots + services * 5 + program.answerDepth + 1 + members * 2;
  const integers = slots * 2 + members * 3 + services * 8;
  const bytes = clocks + program.shockMembers.length + members * 5 + services * 3;
  const buffer = new ArrayBuffer(doubles * 8 + integers * 4 + bytes);
  let offset = 0;
  const f64 = (length: number) => new Float64Array(buffer, (offset += length * 8) - length * 8, length);
  const i32 = (length: number) => new Int32Array(buffer, (offset += length * 4) - length * 4, length);
  const u8 = (length: number) => new Uint8Array(buffer, (offset += length) - length, length);
  return {
    buffer,
    streams: f64(STREAMS * STREAM_STRIDE),
    heapTime: f64(slots),
    ownShare: f64(services),
    answer: f64(services),
    answerStack: f64(program.answerDepth + 1),
    downSince: f64(services),
    written: f64(services),
    writingSince: f64(services),
    syncedAt: f64(members),
    lag: f64(members),
    heapSlot: i32(slots),
    slotPosition: i32(slots),
    holds: i32(members),
    blocked: i32(members),
    affected: i32(members),
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
    connected: u8(members),
    stale: u8(members),
    stage: u8(services),
    planned: u8(services),
    desperate: u8(services),
  };
}

