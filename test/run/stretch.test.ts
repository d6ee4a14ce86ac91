import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { comparison } from '../../src/run/compare-on.ts';
import { createResults, type Job, mergeResults, packResults, type Results } from '../../src/run/job.ts';
import { createStretch, flattenStretch, readStretch, unpackStretch } from '../../src/run/stretch.ts';
import { SHOP } from '../models.ts';
import { simulateJob } from './at-once.ts';

/** A comparison whose groups lie across several batches each: their sums depend on the order in which they are added. */
function cutFine(replicationsPerBatch: number, replicationsPerGroup: number): Job {
  const models = [parseModel(SHOP), parseModel(SHOP.replace('web_replicas: 3', 'web_replicas: 2'))];
  const [{ programs, plan }] = comparison(models, { years: 100 }).jobs!();
  const batches = Math.ceil(plan.replications / replicationsPerBatch);
  const grouping = { ...plan.grouping!, replicationsPerGroup, groups: Math.floor(plan.replications / replicationsPerGroup) };
  return { programs, plan: { ...plan, replicationsPerBatch, batches, grouping } };
}

it.each([
  [10, 17],
  [5, 50],
  [8, 8],
  [9, 1],
])('stretches of batches of %i in groups of %i are batch by batch to the last bit, wherever they are cut', (perBatch, perGroup) => {
  const job = cutFine(perBatch, perGroup);
  const { batches } = job.plan;
  const all = Array.from({ length: batches }, (_, batch) => simulateJob(job, batch));
  const expected = createResults(job);
  for (const batch of all) mergeResults(job, expected, batch);
  const bits = bytesOf(job, expected);
  fc.assert(
    fc.property(fc.subarray(Array.from({ length: batches - 1 }, (_, i) => i + 1)), (cuts) => {
      const results = createResults(job);
      [0, ...cuts].forEach((from, i) => {
        for (const batch of throughBytes(job, all, from, cuts[i] ?? batches)) mergeResults(job, results, batch);
      });
      expect(bytesOf(job, results).equals(bits)).toBe(true);
    }),
    { numRuns: 5, seed: 15 },
  );
});

it('what is laid out otherwise is refused, not read', () => {
  const job = cutFine(50, 50);
  const stretch = createStretch(job, { from: 0, end: 1 });
  stretch.add(simulateJob(job, 0));
  const flat = flattenStretch(stretch.pack());
  expect(readStretch(flat)).toEqual(stretch.pack());
  for (const wrong of [flat.slice(0, -1), flat.with(0, 1e300), flat.with(1, -1), flat.with(2, 0.5), flat.with(0, NaN), new Float64Array(0)])
    expect(() => readStretch(wrong)).toThrow(RangeError);
});

function throughBytes(job: Job, all: readonly Results[], from: number, end: number): Results[] {
  const stretch = createStretch(job, { from, end });
  for (let batch = from; batch < end; batch++) stretch.add(all[batch]);
  const give = unpackStretch(job, readStretch(flattenStretch(stretch.pack())));
  return Array.from({ length: end - from }, (_, nth) => give(nth));
}

function bytesOf(job: Job, results: Results): Buffer {
  return Buffer.from(flattenStretch({ ...packResults(job, results), edges: [] }).buffer as ArrayBuffer);
}
