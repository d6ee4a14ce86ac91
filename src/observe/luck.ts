import type { Program } from '../compile/program.ts';

/*
 * How far chance has been from what was to be expected, source by source, in the observed years: what a comparison can
 * then take out of its differences (`analysis/controls.ts`). Noted only for a comparison. It
 * is what chance did in one history, so it has no weight, and whoever takes up an earlier moment takes it back.
 */
export interface Luck {
  /** All below, one after the other. */
  readonly numbers: Float64Array;
  /** [0] 1: the history has begun. */
  readonly begun: Float64Array;
  /**
   * [clock] failures; seconds of repairs above what was to be expected; [stream] seconds of delays, and misses of
   * chances,
   * above that.
   */
  readonly strikes: Float64Array;
  readonly repairExcess: Float64Array;
  readonly excess: Float64Array;
  readonly misses: Float64Array;
  /**
   * [service] times that the active member was struck, and how often that was to be expected; whose failures are
   * expected, −1 nobody's; since when.
   */
  readonly hits: Float64Array;
  readonly expectedHits: Float64Array;
  readonly exposed: Float64Array;
  readonly exposedSince: Float64Array;
  /** [member] failures per second of what can strike it now. */
  readonly hazard: Float64Array;
}

export function createLuck({ counts: { clocks, services, members, streams } }: Program): Luck {
  const numbers = new Float64Array(1 + 2 * clocks + 2 * streams + 4 * services + members);
  let end = 0;
  const next = (length: number) => numbers.subarray(end, (end += length));
  return {
    numbers,
    begun: next(1),
    strikes: next(clocks),
    repairExcess: next(clocks),
    excess: next(streams),
    misses: next(streams),
    hits: next(services),
    expectedHits: next(services),
    exposed: next(services),
    exposedSince: next(services),
    hazard: next(members),
  };
}
