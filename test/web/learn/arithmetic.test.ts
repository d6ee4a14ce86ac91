import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kOfN } from '../../../src/arithmetic/functions.ts';
import type { Share } from '../../../src/arithmetic/share.ts';
import { anyDown, chancesUp, choose, mtbfFor, tooFew, unavailabilityOf } from '../../../web/learn/arithmetic.ts';
import { claimed, exact, zoneSizes, type SharedDomains } from '../../../web/learn/shared-domains.ts';
import { availabilityText, downtimeText } from '../../../web/learn/text.ts';

const share = fc.double({ min: 1e-6, max: 0.5, noNaN: true });

describe('the arithmetic of the field notes', () => {
  test.each([
    [0.01, '99%', '3.65 days'],
    [0.001, '99.9%', '8.77 h'],
    [0.0005, '99.95%', '4.38 h'],
    [0.0001, '99.99%', '52.6 min'],
    [0.00001, '99.999%', '5.26 min'],
    [0.000001, '99.9999%', '31.6 s'],
  ])('has unavailability %d as %s, %s a year', (u, availability, downtime) => {
    expect(availabilityText(u)).toBe(availability);
    expect(downtimeText(u)).toBe(downtime);
  });

  test('has two zones at 99.95% at 99.999975%', () => {
    expect(availabilityText(tooFew(0.0005, 1, 2))).toBe('99.999975%');
  });

  test('has two regions with P = 0.0001 at 99.999999%, not at the 99.9999% that an article prints', () => {
    expect(availabilityText(tooFew(0.0001, 1, 2))).toBe('99.999999%');
  });

  test('follows from MTBF and MTTR, and back', () => {
    expect(1 - unavailabilityOf(720, 4)).toBeCloseTo(720 / 724, 14);
    fc.assert(fc.property(share, (u) => {
        expect(unavailabilityOf(mtbfFor(u, 3600), 3600) / u).toBeCloseTo(1, 9);
      }));
  });
});

describe('k of n', () => {
  test('has chances that add up to 1', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 12 }), (u, n) => {
        expect(chancesUp(u, n).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('is what the command line’s arithmetic computes', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (u, n, k) => {
        fc.pre(k <= n);
        expect(1 - tooFew(u, k, n)).toBeCloseTo(kOfN(k, new Array<Share>(n).fill({ up: 1 - u, down: u })).up, 12);
      }),
    );
  });

  test('has series and parallel as its ends, with their digits where they are tiny', () => {
    expect(tooFew(1e-3, 1, 12) / 1e-36).toBeCloseTo(1, 9);
    expect(tooFew(1e-9, 5, 5) / 5e-9).toBeCloseTo(1, 8);
    expect(anyDown([1e-9, 1e-9]) / 2e-9).toBeCloseTo(1, 8);
    expect(choose(12, 6)).toBe(924);
  });
});

/** Every state of region, zones and replicas, one by one. */
function enumerate({ replicas, zones, required, own, zone, region }: SharedDomains): number {
  let down = 0;
  for (let state = 0; state < 2 ** (1 + zones + replicas); state++) {
    const isUp = (bit: number) => (state & (2 ** bit)) !== 0;
    let chance = isUp(0) ? 1 - region : region;
    for (let z = 0; z < zones; z++) chance *= isUp(1 + z) ? 1 - zone : zone;
    let serving = 0;
    for (let r = 0; r < replicas; r++) {
      chance *= isUp(1 + zones + r) ? 1 - own : own;
      if (isUp(0) && isUp(1 + (r % zones)) && isUp(1 + zones + r)) serving++;
    }
    if (serving < required) down += chance;
  }
  return down;
}

describe('shared domains', () => {
  const system = fc
    .record({ replicas: fc.integer({ min: 1, max: 6 }), zones: fc.integer({ min: 1, max: 4 }), required: fc.integer({ min: 1, max: 6 }), own: share, zone: share, region: share })
    .filter(({ replicas, required }) => required <= replicas);

  test('are exact: as enumerating every state', () => {
    fc.assert(
      fc.property(system, (each) => {
        expect(exact(each).unavailability).toBeCloseTo(enumerate(each), 12);
      }),
      { numRuns: 60 },
    );
  });

  test('are what the arithmetic claims when each replica has all to itself', () => {
    const alone = { replicas: 1, zones: 1, required: 1, own: 0.01, zone: 0.002, region: 0.0003 };
    expect(exact(alone).unavailability).toBeCloseTo(claimed(alone), 14);
    const noRegion = { replicas: 4, zones: 4, required: 2, own: 0.01, zone: 0.002, region: 0 };
    expect(exact(noRegion).unavailability).toBeCloseTo(claimed(noRegion), 14);
  });

  test('are never above the region’s availability, whatever the replicas', () => {
    const many = { replicas: 12, zones: 6, required: 1, own: 0.001, zone: 0.0005, region: 0.0001 };
    expect(exact(many).unavailability).toBeGreaterThanOrEqual(0.0001);
    // What the arithmetic adds to the region is next to nothing.
    expect(claimed(many)).toBeCloseTo(0.0001, 15);
  });

  test('have lines that add up to the whole', () => {
    const each = { replicas: 5, zones: 3, required: 3, own: 0.01, zone: 0.002, region: 0.0003 };
    const { unavailability, conditions } = exact(each);
    expect(each.region + conditions.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(unavailability, 15);
    expect(each.region + conditions.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(conditions.at(-1)?.tooFewThen).toBeCloseTo(1, 12);
  });

  test('are spread round robin', () => {
    expect(zoneSizes(5, 3)).toEqual([2, 2, 1]);
    expect(zoneSizes(1, 3)).toEqual([1, 0, 0]);
  });
});
