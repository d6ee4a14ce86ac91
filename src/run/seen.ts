import { createPairs, mergePairs } from '../analysis/pairs.ts';
import { createTally, mergeTally, tallyBuffers, type Tally } from '../analysis/tally.ts';
import type { Program } from '../compile/program.ts';
import type { Plan } from './plan.ts';

/*
 * What goes to whoever simulates, and what comes back. Apart from `job.ts`, which simulates: a page that only hands out
 * batches and merges them needs no engine.
 */

/** What a run simulates: one program, or several that live through the same history. Crosses to workers as it is. */
export interface Job {
  readonly programs: readonly Program[];
  readonly plan: Plan;
}

/** What has been seen of each program, and of them two by two (`analysis/pairs.ts`; of one program nothing). */
export interface Seen {
  readonly tallies: readonly Tally[];
  readonly pairs: Float64Array;
}

export function createSeen(programs: readonly Program[]): Seen {
  return { tallies: programs.map(({ counts }) => createTally(counts)), pairs: createPairs(programs.length) };
}

export function mergeSeen(into: Seen, from: Seen): void {
  into.tallies.forEach((tally, i) => mergeTally(tally, from.tallies[i]));
  mergePairs(into.pairs, from.pairs);
}

/** The buffers that may be transferred instead of copied. */
export function seenBuffers({ tallies, pairs }: Seen): ArrayBuffer[] {
  return [...tallies.flatMap(tallyBuffers), pairs.buffer as ArrayBuffer];
}
