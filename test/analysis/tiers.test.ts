import { describe, expect, test } from 'vitest';
import { tierOf } from '../../src/analysis/tiers.ts';
import { countWithin, TIERS } from '../../src/observe/tiers.ts';
import { createSums } from '../../src/statistics/sums.ts';

const MINUTE = 60;
const HOUR = 3600;
/** So many outages, each with its length and its loss. */
const of = (outages: readonly (readonly [recovery: number, loss: number])[]) => {
  const within = createSums(2 * TIERS.length);
  for (const [recovery, loss] of outages) countWithin(within, 0, recovery, loss);
  return tierOf(outages.length, within);
};
const times = (count: number, recovery: number, loss: number) => new Array<readonly [number, number]>(count).fill([recovery, loss]);
/** Hundred outages of that length, with that loss in each. */
const tier = (recovery: number, loss: number) => of(times(100, recovery, loss));

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

  test('takes times that are exactly its limits, and none a second above them', () => {
    const limits = [[15 * MINUTE, MINUTE], [HOUR, HOUR], [4 * HOUR, 4 * HOUR], [24 * HOUR, 24 * HOUR]] as const;
    expect(limits.map(([recovery, loss]) => tier(recovery, loss))).toEqual([1, 2, 3, 4]);
    expect(limits.map(([recovery, loss]) => tier(recovery + 1, loss))).toEqual([2, 3, 4, null]);
  });

  test('is that of 95 outages in a hundred', () => {
    expect(of([...times(95, 60, 0), ...times(5, 90 * HOUR, 0)])).toBe(1);
    expect(of([...times(94, 60, 0), ...times(6, 90 * HOUR, 0)])).toBeNull();
  });

  test('is not known of a service that was never down', () => {
    expect(of([])).toBeNull();
  });

  test('is none for data lost for good', () => {
    expect(of([[60, Infinity]])).toBeNull();
  });
});
