import type { Program } from '../compile/program.ts';
import { views } from './views.ts';

/*
 * How far chance has been from what was to be expected, source by source, in the observed years: what a comparison can
 * then take out of its differences (`analysis/controls.ts`). Noted only for a comparison. It is what chance did in one
 * history, so it has no weight, and whoever takes up an earlier moment takes it back.
 */
export function createLuck({ counts: { clocks, services, members, streams } }: Program) {
  return views((next) => ({
    /** [0] 1: the history has begun. */
    begun: next(1),
    /**
     * [clock] failures; seconds of repairs above what was to be expected; [stream] seconds of delays, and misses of
     * chances, above that.
     */
    strikes: next(clocks),
    repairExcess: next(clocks),
    excess: next(streams),
    misses: next(streams),
    /**
     * [service] times that the active member was struck, and how often that was to be expected; whose failures are
     * expected, −1 nobody's; since when.
     */
    hits: next(services),
    expectedHits: next(services),
    exposed: next(services),
    exposedSince: next(services),
    /** [member] failures per second of what can strike it now. */
    hazard: next(members),
  }));
}

export type Luck = Readonly<ReturnType<typeof createLuck>>;
