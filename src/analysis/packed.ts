import { checkVersion, packRuns, readRuns } from '../observe/runs.ts';
import { createPairs, quietPairs } from './pairs.ts';
import type { Sample } from './sample.ts';

/*
 * What models that live through the same history came to, on its way to another thread: pairs as what differs from
 * those of as many histories in which nothing happened, a sample as what is not 0; each behind its version, the length
 * that it has there, and how many histories there were or which row is the first.
 */
const VERSION = 1;

/** @param histories that are in them */
export function packPairs(pairs: Float64Array, histories: number): Float64Array {
  return packRuns([VERSION, pairs.length, histories], pairs, quietPairs(pairs.length, histories));
}

/** The same again, to the last bit. @throws if they were packed by another version, or are of other models */
export function unpackPairs(packed: Float64Array, models: number): Float64Array {
  const { length } = createPairs(models);
  checkVersion('pairs', packed[0] ?? 0, VERSION, packed[1] === length);
  const pairs = quietPairs(length, packed[2]);
  readRuns(packed, 3, pairs);
  return pairs;
}

export function packSample({ first, rows }: Sample): Float64Array {
  return packRuns([VERSION, rows.length, first], rows, null);
}

/** @throws if it was packed by another version, or of rows of another width */
export function unpackSample(packed: Float64Array, width: number): Sample {
  checkVersion('samples', packed[0] ?? 0, VERSION, packed[1] === 0 || packed[1] % width === 0);
  const rows = new Float64Array(packed[1]);
  readRuns(packed, 3, rows);
  return { first: packed[2], rows };
}
