import { describe, expect, test } from 'vitest';
import { coarseFigures } from '../../src/analysis/recovery.ts';
import { tierOf } from '../../src/analysis/tiers.ts';
import { coarseAdd, createCoarse } from '../../src/statistics/coarse.ts';

const MINUTE = 60;
const HOUR = 3600;
const of = (samples: readonly number[]) => {
  const rows = createCoarse(1);
  for (const x of samples) coarseAdd(rows, 0, x);
  return coarseFigures(rows, 0);
};
/** Hundred outages of that length, with that loss in each. */
const tier = (recovery: number, loss: number) => tierOf(of(new Array<number>(100).fill(recovery)), of(new Array<number>(100).fill(loss)));

describe('a tier', () => {
  test('is the best whose two limits both p95 keep', () => {
    expect(tier(2 * MINUTE, 5)).toBe(1);
    expect(tier(2 * MINUTE, 5 * MINUTE)).toBe(2);
    expect(tier(40 * MINUTE, 5)).toBe(2);
    expect(tier(2 * HOUR, 0)).toBe(3);
    expect(tier(2 * HOUR, 20 * HOUR)).toBe(4);
    expect(tier(30 * HOUR, 0)).toBeNull();
    expect(tier(0, 30 * HOUR)).toBeNull();
  });

  test('takes times that are exactly its limits', () => {
    expect([[15 * MINUTE, MINUTE], [HOUR, HOUR], [4 * HOUR, 4 * HOUR], [24 * HOUR, 24 * HOUR]].map(([recovery, loss]) => tier(recovery, loss))).toEqual([1, 2, 3, 4]);
  });

  test('looks past the worst one in twenty', () => {
    expect(tierOf(of([...new Array<number>(95).fill(60), ...new Array<number>(5).fill(90 * HOUR)]), of([0]))).toBe(1);
    expect(tierOf(of([...new Array<number>(94).fill(60), ...new Array<number>(6).fill(90 * HOUR)]), of([0]))).toBeNull();
  });

  test('is the first for a service that was never down', () => {
    expect(tierOf(of([]), of([]))).toBe(1);
  });

  test('is none where data is lost for good more than once in twenty times', () => {
    const lost = of([...new Array<number>(9).fill(0), Infinity]);
    expect(lost).toEqual({ count: 10, p50: 0, p95: null });
    expect(tierOf(of([60]), lost)).toBeNull();
  });
});
