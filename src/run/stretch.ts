import { createSample, type Sample } from '../analysis/sample.ts';
import { packSample, unpackSample } from '../analysis/packed.ts';
import { rowOffsets } from '../analysis/sample.ts';
import {
  createResults,
  type Job,
  mergeResults,
  NO_TALLIES,
  type PackedResults,
  packResults,
  type Results,
  unpackResults,
} from './job.ts';

/** Batches in a row, by their numbers: from the first to the one after the last. */
export interface Range {
  readonly from: number;
  readonly end: number;
}

/**
 * What the batches of a range came to, merged, in a form that can be kept and sent. Whoever merges it among others has
 * the bits of whoever merges batch by batch: tallies and pairs add up exactly, in any grouping. The rows of a sample do
 * not; of the group that began before the range each batch's own is kept, in their order (`edges`), and not their sum.
 */
export interface PackedStretch extends PackedResults {
  readonly edges: readonly Float64Array[];
}

interface Stretch {
  /** The next batch. */
  add(results: Results): void;
  pack(): PackedStretch;
}

/** Merges the batches of a range, which are added in order. */
export function createStretch(job: Job, { from, end }: Range): Stretch {
  const { programs, plan } = job;
  const per = plan.replicationsPerBatch;
  const results = createResults(job, from * per, Math.min(end * per, plan.replications));
  const width = plan.grouping ? rowOffsets(programs, plan.grouping).at(-1)! : 0;
  const isCut = plan.grouping ? (from * per) % plan.grouping.replicationsPerGroup !== 0 : false;
  const edges: Sample[] = [];
  let added = 0;
  return {
    add(batch) {
      const { sample } = batch;
      if (added++ > 0 && isCut && sample.first === results.sample.first && sample.rows.length > 0) {
        edges.push({ first: sample.first, rows: sample.rows.slice(0, width) });
        const rest = { first: sample.first + 1, rows: sample.rows.subarray(width) };
        mergeResults(job, results, { ...batch, sample: rest });
      } else mergeResults(job, results, batch);
    },
    pack: () => ({ ...packResults(job, results), edges: edges.map(packSample) }),
  };
}

/**
 * Whom a stretch is handed to batch by batch: all of it with the first one, what an edge has with those after it.
 * @throws if it was packed by another version
 */
export function unpackStretch(job: Job, stretch: PackedStretch): (nth: number) => Results {
  const { programs, plan } = job;
  const width = plan.grouping ? rowOffsets(programs, plan.grouping).at(-1)! : 1;
  const none: Results = { ...NO_TALLIES, sample: createSample([], null, 0, 0) };
  return (nth) => {
    if (nth === 0) return unpackResults(job, stretch);
    return nth <= stretch.edges.length ? { ...none, sample: unpackSample(stretch.edges[nth - 1], width) } : none;
  };
}

/** As one array: how many tallies and how many edges, the length of each array, and the arrays. */
export function flattenStretch({ tallies, pairs, sample, edges }: PackedStretch): Float64Array {
  const arrays = [...tallies, pairs, sample, ...edges];
  const head = [tallies.length, edges.length, ...arrays.map(({ length }) => length)];
  const flat = new Float64Array(arrays.reduce((sum, { length }) => sum + length, head.length));
  flat.set(head);
  let at = head.length;
  for (const array of arrays) {
    flat.set(array, at);
    at += array.length;
  }
  return flat;
}

/** @throws RangeError where it is not what `flattenStretch` gives */
export function readStretch(flat: Float64Array): PackedStretch {
  const [tallies = 0, edges = 0] = flat;
  const isCount = (x: number) => Number.isInteger(x) && x >= 0 && x <= flat.length;
  if (!isCount(tallies) || !isCount(edges)) throw new RangeError(BROKEN);
  const count = tallies + 2 + edges;
  const lengths = flat.subarray(2, 2 + count);
  const end = lengths.reduce((sum, length) => sum + (isCount(length) ? length : NaN), 2 + count);
  if (end !== flat.length) throw new RangeError(BROKEN);
  let at = 2 + count;
  const arrays = Array.from(lengths, (length) => flat.slice(at, (at += length)));
  return {
    tallies: arrays.slice(0, tallies),
    pairs: arrays[tallies],
    sample: arrays[tallies + 1],
    edges: arrays.slice(tallies + 2),
  };
}

const BROKEN = 'What batches came to is not laid out as this version lays it out.';
