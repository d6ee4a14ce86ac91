import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT_ADDS, EXACT_LIMBS, exactAdd, exactInteger, exactNormalize, exactValue } from '../../src/statistics/exact.ts';
import {
  MOMENTS_STRIDE,
  createMoments,
  momentsAdd, momentsAddZeros,
  momentsCount,
  momentsMax,
  momentsMean,
  momentsMerge,
  momentsMin,
  momentsSum,
  momentsVariance,
} from '../../src/statistics/moments.ts';

/** The double as an integer in units of 2^-128, cut off towards zero. */
function inUnits(x: number): bigint {
  let scaled = x;
  let shift = 128;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift--;
  }
  const integer = BigInt(scaled);
  return shift >= 0 ? integer << BigInt(shift) : integer / (1n << BigInt(-shift));
}

const anyValue = fc.oneof(
  fc.double({ min: -1e19, max: 1e19, noNaN: true }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constant(0),
);

describe('exact sums', () => {
  it('a sum is the sum of its numbers, rounded once', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 50 }), (xs) => {
        const limbs = new Float64Array(EXACT_LIMBS + 2);
        for (const x of xs) exactAdd(limbs, 1, x);
        const integer = xs.reduce((sum, x) => sum + inUnits(x), 0n);
        expect(exactInteger(limbs, 1)).toBe(integer);
        expect(exactValue(limbs, 1)).toBe(Number(integer) * 2 ** -128);
        exactNormalize(limbs, 1);
        expect(exactInteger(limbs, 1)).toBe(integer);
        expect([limbs[0], limbs[EXACT_LIMBS + 1]]).toEqual([0, 0]);
      }),
    );
  });

  it('loses nothing where doubles lose everything', () => {
    const limbs = new Float64Array(EXACT_LIMBS);
    for (const x of [1e30, 1, 2 ** -100, -1e30]) exactAdd(limbs, 0, x);
    expect(exactValue(limbs, 0)).toBe(1);
    exactAdd(limbs, 0, -1);
    expect(exactValue(limbs, 0)).toBe(2 ** -100);
  });

  it('covers 2^-128 up to below 2^128, and cuts off below', () => {
    for (const x of [2 ** -128, 1.75 * 2 ** -120, 2 ** 127 * 1.9999999999999998, 2 ** -64, 2 ** 32, 2 ** 32 - 1]) {
      const limbs = new Float64Array(EXACT_LIMBS);
      exactAdd(limbs, 0, x);
      expect(exactValue(limbs, 0)).toBe(x);
      exactAdd(limbs, 0, -x);
      expect(limbs.every((limb) => limb === 0)).toBe(true);
    }
    const limbs = new Float64Array(EXACT_LIMBS);
    exactAdd(limbs, 0, 1.5 * 2 ** -128);
    exactAdd(limbs, 0, 5e-324);
    expect(exactValue(limbs, 0)).toBe(2 ** -128);
  });

  it('bears as many adds between two carries as it says, with the worst digits', () => {
    const limbs = new Float64Array(EXACT_LIMBS);
    const x = 2 ** 53 - 1;
    for (let i = 0; i < EXACT_ADDS; i++) exactAdd(limbs, 0, x);
    expect(Math.max(...limbs)).toBeLessThan(2 ** 53);
    expect(exactInteger(limbs, 0)).toBe((BigInt(x) * BigInt(EXACT_ADDS)) << 128n);
    exactNormalize(limbs, 0);
    expect(limbs.every((limb) => limb >= 0 && limb < 2 ** 32)).toBe(true);
  });

  it('equal sums have equal limbs once carried, negative ones too', () => {
    const a = new Float64Array(EXACT_LIMBS);
    const b = new Float64Array(EXACT_LIMBS);
    for (const x of [3.5, -10, 1e-9]) exactAdd(a, 0, x);
    for (const x of [1e-9, -10, 7, -3.5]) exactAdd(b, 0, x);
    exactNormalize(a, 0);
    exactNormalize(b, 0);
    expect(a).toEqual(b);
    expect(exactValue(a, 0)).toBe(-6.499999999);
  });
});

describe('moments', () => {
  it('any grouping and order of the same samples gives the same bits', () => {
    const sample = fc.record({ row: fc.nat(1), x: anyValue, group: fc.nat(5), key: fc.nat() });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 60 }), fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }), (xs, order) => {
        const whole = createMoments(2);
        for (const { row, x } of xs) momentsAdd(whole, row, x);
        const canonical = createMoments(2);
        momentsMerge(canonical, whole);

        const groups = Array.from({ length: 6 }, () => createMoments(2));
        for (const { row, x, group } of [...xs].sort((a, b) => a.key - b.key)) momentsAdd(groups[group], row, x);
        // Merge two groups at a time, in an order of their own: a tree and not a row.
        let rest = groups;
        for (const pick of order) {
          if (rest.length < 2) break;
          const a = rest[pick % rest.length];
          const b = rest[(pick + 1) % rest.length];
          momentsMerge(a, b);
          rest = rest.filter((g) => g !== b);
        }
        expect(new BigUint64Array(rest[0].buffer)).toEqual(new BigUint64Array(canonical.buffer));
        for (const row of [0, 1]) {
          for (const f of [momentsMean, momentsVariance, momentsSum, momentsMin, momentsMax]) {
            expect(f(rest[0], row)).toEqual(f(whole, row));
          }
        }
      }),
    );
  });

  it('mean and variance are those of exact arithmetic', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 2, maxLength: 40 }), (xs) => {
        const m = createMoments(1);
        for (const x of xs) momentsAdd(m, 0, x / 1024);
        const n = xs.length;
        const sum = xs.reduce((s, x) => s + x, 0);
        const squares = xs.reduce((s, x) => s + x * x, 0);
        expect(momentsMean(m, 0)).toBe(sum / 1024 / n);
        expect(momentsVariance(m, 0)).toBe(
          Number(BigInt(n) * BigInt(squares) - BigInt(sum) ** 2n) / 2 ** 20 / (n * (n - 1)),
        );
      }),
    );
  });

  it('the variance of availabilities with nine nines does not drown', () => {
    const m = createMoments(1);
    for (let i = 0; i < 1000; i++) momentsAdd(m, 0, 1 - (i % 2) * 2 ** -40);
    const exact = (2 ** -80 / 4) * (1000 / 999);
    expect(Math.abs(momentsVariance(m, 0) / exact - 1)).toBeLessThan(1e-15);
  });

  it('equal samples have variance 0, not a rounding error', () => {
    const m = createMoments(1);
    for (let i = 0; i < 777; i++) momentsAdd(m, 0, 0.1);
    expect(momentsVariance(m, 0)).toBe(0);
    expect(momentsMean(m, 0)).toBe(0.1);
  });

  it('an empty row says so', () => {
    const m = createMoments(2);
    expect(m).toHaveLength(2 * MOMENTS_STRIDE);
    momentsAdd(m, 0, 5);
    expect([momentsCount(m, 1), momentsSum(m, 1), momentsMin(m, 1), momentsMax(m, 1)]).toEqual([0, 0, Infinity, -Infinity]);
    expect(momentsMean(m, 1)).toBeNaN();
    expect(momentsVariance(m, 0)).toBeNaN();
  });

  it('zeros added at once are zeros added one by one', () => {
    const one = createMoments(1);
    const many = createMoments(1);
    for (const x of [4, 0, 0, 0, 7.25]) momentsAdd(one, 0, x);
    for (const x of [4, 7.25]) momentsAdd(many, 0, x);
    momentsAddZeros(many, 0, 3);
    momentsAddZeros(many, 0, 0);
    const into = createMoments(1);
    momentsMerge(into, one);
    expect(many).toEqual(into);
    expect(momentsMin(many, 0)).toBe(0);
  });

  it('stays exact over more samples than a limb can bear without carrying', () => {
    const m = createMoments(1);
    const x = 2 ** 31 - 1;
    const n = 2_500_000;
    for (let i = 0; i < n; i++) momentsAdd(m, 0, x);
    expect(momentsSum(m, 0)).toBe(x * n);
    expect(momentsMean(m, 0)).toBe(x);
    expect(momentsVariance(m, 0)).toBe(0);
  });
});
