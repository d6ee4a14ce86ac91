import type { Question } from '../run/question.ts';
import type { PackedStretch, Range } from '../run/stretch.ts';

/** What a study simulates, without having simulated it: of each of its jobs the digest and how many batches it has. */
export interface Outline {
  readonly jobs: readonly { readonly digest: string; readonly batches: number }[];
}

/** Which of how many: `--part 3/40`. */
export interface Portion {
  readonly part: number;
  readonly of: number;
}

/** What the batches of one job came to, as far as they are in a part. */
export interface PartStretch extends Range {
  /** Its job's place in the outline. */
  readonly job: number;
  readonly packed: PackedStretch;
}

/**
 * A part of a study, and all that it takes to know which part of what: the question, what follows from it, which
 * portion this is, and what its batches came to.
 */
export interface Part {
  readonly version: string;
  readonly question: Question;
  /** Sentences that the figures are judged by, in the order in which they were written; they cost no batch. */
  readonly assertions: readonly string[];
  readonly outline: Outline;
  readonly portion: Portion;
  readonly stretches: readonly PartStretch[];
}

/** Parts that cannot be made, read or merged: its message is all that the person needs. */
export class PartError extends Error {
  override readonly name = 'PartError';
}

/**
 * A portion's batches, of all jobs' laid end to end: portions have equally many, give or take one, and together have
 * each once.
 */
export function rangeOf({ jobs }: Outline, { part, of }: Portion): Range {
  const batches = jobs.reduce((sum, job) => sum + job.batches, 0);
  return { from: Math.floor(((part - 1) * batches) / of), end: Math.floor((part * batches) / of) };
}

/** Of each job that a range of all batches touches, the batches that it touches. */
export function stretchesOf({ jobs }: Outline, { from, end }: Range): (Range & { readonly job: number })[] {
  let first = 0;
  return jobs.flatMap(({ batches }, job) => {
    const range = { job, from: Math.max(0, from - first), end: Math.min(batches, end - first) };
    first += batches;
    return range.from < range.end ? [range] : [];
  });
}
