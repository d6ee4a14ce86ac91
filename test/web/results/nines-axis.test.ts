import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ninesAxis } from '../../../web/results/nines-axis.ts';

const unavailability = fc.double({ min: 1e-14, max: 0.99, noNaN: true });

describe('a nines axis', () => {
  test('goes from whole nines to whole nines', () => {
    const { ticks, hasSlot } = ninesAxis([0.0005, 0.00002]);
    expect(ticks.map(({ nines, downtime }) => `${nines}: ${downtime}`)).toEqual(['3: 8.77 h', '4: 52.6 min', '5: 5.26 min']);
    expect(hasSlot).toBe(false);
  });

  test('has better to the right, and everything on it', () => {
    fc.assert(
      fc.property(fc.array(unavailability, { minLength: 1, maxLength: 6 }), (values) => {
        const axis = ninesAxis(values);
        const sorted = [...values].sort((a, b) => b - a).map(axis.at);
        for (const at of sorted) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1);
        }
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('keeps a place at the end for no downtime at all', () => {
    const axis = ninesAxis([0.001, 0]);
    expect(axis.hasSlot).toBe(true);
    expect(axis.at(0)).toBeGreaterThan(axis.at(1e-15));
  });
});
