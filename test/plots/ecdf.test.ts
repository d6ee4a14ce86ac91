import { describe, expect, test } from 'vitest';
import { corners, ecdf, quantile, shareAtMost, shareBounds } from '../../src/plots/data/ecdf.ts';
import { gridIndex, places } from '../../src/plots/data/places.ts';

/** Ten years: two without downtime, three in [1, 2), none in [2, 4), five in [4, 8). */
const years = ecdf({ edges: [0, 1, 2, 4, 8], counts: [2, 3, 0, 5] });

describe('a cumulative distribution', () => {
  test('begins at the share of zeros and ends at 1', () => {
    expect(years.count).toBe(10);
    expect(years.zero).toBeCloseTo(0.2, 15);
    expect(years.x).toEqual([1, 2, 4, 8]);
    expect(years.share).toEqual([0.2, 0.5, 0.5, 1]);
  });

  test('begins at 0 where there are no zeros', () => {
    const e = ecdf({ edges: [1, 2, 4], counts: [1, 3] });
    expect(e.zero).toBe(0);
    expect(e.share).toEqual([0, 0.25, 1]);
  });

  test('of nothing but zeros has no line', () => {
    const e = ecdf({ edges: [0, 2 ** -10], counts: [7] });
    expect(e).toEqual({ count: 7, zero: 1, x: [], share: [] });
    expect(shareAtMost(e, 0)).toBe(1);
    expect(shareAtMost(e, 100)).toBe(1);
    expect(quantile(e, 0.99)).toBe(0);
  });

  test('of nothing is nothing', () => {
    const e = ecdf({ edges: [], counts: [] });
    expect(e.count).toBe(0);
    expect(quantile(e, 0.5)).toBeNull();
    expect(shareAtMost(e, 1)).toBe(0);
  });

  test('rises evenly within a bin', () => {
    expect(shareAtMost(years, 0)).toBeCloseTo(0.2, 15);
    expect(shareAtMost(years, 0.5)).toBeCloseTo(0.2, 15);
    expect(shareAtMost(years, 1.5)).toBeCloseTo(0.35, 15);
    expect(shareAtMost(years, 3)).toBeCloseTo(0.5, 15);
    expect(shareAtMost(years, 5)).toBeCloseTo(0.625, 15);
    expect(shareAtMost(years, 8)).toBe(1);
    expect(shareAtMost(years, -1)).toBe(0);
  });

  test('says between which shares a place within a bin lies', () => {
    expect(shareBounds(years, 1.5)).toEqual([0.2, 0.5]);
    expect(shareBounds(years, 4)).toEqual([0.5, 0.5]);
    expect(shareBounds(years, 9)).toEqual([1, 1]);
  });

  test('has quantiles that are the inverse of its shares', () => {
    expect(quantile(years, 0.1)).toBe(0);
    expect(quantile(years, 0.2)).toBe(0);
    expect(quantile(years, 0.35)).toBeCloseTo(1.5, 12);
    expect(quantile(years, 0.5)).toBe(2);
    expect(quantile(years, 0.625)).toBeCloseTo(5, 12);
    expect(quantile(years, 1)).toBe(8);
  });

  test('is drawn without the places inside a flat stretch', () => {
    const flat = ecdf({ edges: [1, 2, 3, 4, 5, 6], counts: [1, 0, 0, 0, 1] });
    expect(corners(flat)).toEqual([[1, 0], [2, 0.5], [5, 0.5], [6, 1]]);
  });
});

describe('places to stop at', () => {
  test('are numbered sixteen to the octave', () => {
    expect(gridIndex(1)).toBe(0);
    expect(gridIndex(1.0625)).toBe(1);
    expect(gridIndex(2)).toBe(16);
    expect(gridIndex(0.5)).toBe(-16);
    expect(gridIndex(3.75)).toBe(16 + 14);
  });

  test('are all edges where those are few', () => {
    expect(places([[1, 2], [2, 4]])).toEqual([1, 2, 4]);
  });

  test('stay put as earlier and later edges come', () => {
    const edges = Array.from({ length: 200 }, (_, i) => 2 ** Math.floor(i / 16) * (1 + (i % 16) / 16));
    const [few, more] = [places([edges.slice(5, 150)], 60), places([edges], 60)];
    const inner = few.slice(1, -1);
    expect(few.length).toBeLessThanOrEqual(60);
    expect(inner.filter((edge) => more.includes(edge)).length).toBeGreaterThan(inner.length / 3);
    for (const edge of inner) expect(gridIndex(edge) % 4).toBe(0);
  });
});
