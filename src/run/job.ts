import { createPairs, mergePairs } from '../analysis/pairs.ts';
import { createSample, mergeSample, rowOffsets, type Sample } from '../analysis/sample.ts';
import { packPairs, packSample, unpackPairs, unpackSample } from '../analysis/packed.ts';
import { COUNT } from '../observe/counts.ts';
import { packTally, unpackTally } from '../observe/packed.ts';
import { createTally, mergeTally, type Tally } from '../observe/tally.ts';
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
  /** Where a study decides as it goes: what it needs, beside its question, to make this job again. JSON. */
  readonly recipe?: unknown;
}

/** What has been seen of each program, and of them two by two (`analysis/pairs.ts`; of one program nothing). */
export interface Results {
  readonly tallies: readonly Tally[];
  readonly pairs: Float64Array;
  /** Of a comparison, else empty. */
  readonly sample: Sample;
}

/** @param from the first replication that will be added, and `end` the one after the last. Default: all of the plan */
export function createResults({ programs, plan }: Job, from = 0, end = plan.replications): Results {
  const sample = createSample(programs, plan.grouping ?? null, from, end);
  return { tallies: programs.map(({ counts }) => createTally(counts)), pairs: createPairs(programs.length), sample };
}

/** Of a batch whose tallies came with those of an earlier one (`stretch.ts`). */
export const NO_TALLIES: Pick<Results, 'tallies' | 'pairs'> = { tallies: [], pairs: new Float64Array(0) };

export function mergeResults({ programs, plan }: Job, into: Results, from: Results): void {
  if (from.tallies.length > 0) {
    into.tallies.forEach((tally, i) => mergeTally(tally, from.tallies[i]));
    mergePairs(into.pairs, from.pairs);
  }
  if (plan.grouping) mergeSample(into.sample, from.sample, rowOffsets(programs, plan.grouping).at(-1)!);
}

/** Results on their way from a worker: as what differs from nothing, each behind its version (`packed.ts`). */
export interface PackedResults {
  readonly tallies: readonly Float64Array[];
  readonly pairs: Float64Array;
  readonly sample: Float64Array;
}

export function packResults({ programs }: Job, { tallies, pairs, sample }: Results): PackedResults {
  return {
    tallies: tallies.map((tally, i) => packTally(tally, programs[i].counts)),
    pairs: packPairs(pairs, tallies[0].counts[COUNT.replications]),
    sample: packSample(sample),
  };
}

/** @throws if they were packed by another version */
export function unpackResults({ programs, plan }: Job, { tallies, pairs, sample }: PackedResults): Results {
  return {
    tallies: tallies.map((tally, i) => unpackTally(tally, programs[i].counts)),
    pairs: unpackPairs(pairs, programs.length),
    sample: unpackSample(sample, plan.grouping ? rowOffsets(programs, plan.grouping).at(-1)! : 1),
  };
}

/** The buffers that may be transferred instead of copied. */
export function packedBuffers({ tallies, pairs, sample }: PackedResults): ArrayBuffer[] {
  return [...tallies, pairs, sample].map(({ buffer }) => buffer as ArrayBuffer);
}
