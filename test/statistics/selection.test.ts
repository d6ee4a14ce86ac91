import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/special/normal.ts';
import { createStreams, uniform53 } from '../../src/random/stream.ts';
import { seedStream } from '../random/seed-stream.ts';
import { cautiousVariance, continuation, HIGH, lookAt, LOW, selectionConstant, selectionEta, ZONES } from '../../src/statistics/selection.ts';

describe("the constants of Kim & Nelson's procedure", () => {
  it("are theirs: η = ½ [(2α / (k − 1))^(−2/(n₀−1)) − 1], h² = 2 η (n₀ − 1)", () => {
    for (const [alpha, k, first] of [[0.05, 2, 10], [0.05, 10, 10], [0.05, 100, 24], [0.01, 5, 32]] as const) {
      const eta = 0.5 * (((2 * alpha) / (k - 1)) ** (-2 / (first - 1)) - 1);
      expect(selectionEta(alpha / (k - 1), first)).toBeCloseTo(eta, 12);
      expect(selectionConstant(alpha / (k - 1), first)).toBeCloseTo(2 * eta * (first - 1), 10);
    }
  });

  it('for ten first observations are η = 0.334 with two systems and 0.859 with ten, worked out by hand', () => {
    expect(selectionEta(0.05, 10)).toBeCloseTo(0.3341, 3);
    expect(selectionEta(0.05 / 9, 10)).toBeCloseTo(0.8588, 3);
  });

  it('tend to those of a known variance, −2 ln 2β, as the first sample grows', () => {
    expect(selectionConstant(0.01, 1e6)).toBeCloseTo(-2 * Math.log(0.02), 3);
  });
});

describe('the continuation region', () => {
  it('is a triangle that begins at h² S² / 2δ and ends after h² S² / δ² observations', () => {
    expect(continuation(0, 8, 9, 2)).toBe(18);
    expect(continuation(9, 8, 9, 2)).toBe(9);
    expect(continuation(18, 8, 9, 2)).toBe(0);
    expect(continuation(50, 8, 9, 2)).toBe(0);
  });

  it('is empty where nothing varies', () => {
    expect(continuation(2, 8, 0, 1)).toBe(0);
  });
});

describe('a cautious variance', () => {
  const of = (values: readonly number[], least: number, most: number) => cautiousVariance((i) => values[i], values.length, least, most);

  it('is the sample variance where an event adds nothing', () => {
    expect(of([1, 2, 3, 6], 0, 0)).toBeCloseTo(14 / 3, 12);
  });

  it('is that of one more event where none was met', () => {
    expect(of([5, 5, 5, 5], 2, 100)).toBe(1);
  });

  it('takes the event for as large as the most unusual value, between its least and its most', () => {
    const plain = 14 / 3;
    expect(of([1, 2, 3, 6], 1, 100)).toBeCloseTo(plain + 9 / 4, 12);
    expect(of([1, 2, 3, 6], 1, 2)).toBeCloseTo(plain + 4 / 4, 12);
    expect(of([1, 2, 3, 6], 4, 5)).toBeCloseTo(plain + 16 / 4, 12);
  });
});

describe('a look at a walk', () => {
  const look = (sum: number, r: number, state = 0) => lookAt(state, sum, r, 8, 9, 2);

  it('decides where the sum has left the triangle, and at its end by the sign', () => {
    expect([look(-18.1, 0) & LOW, look(18.1, 0) & HIGH, look(-9.1, 9) & LOW, look(9.1, 9) & HIGH]).toEqual([LOW, HIGH, LOW, HIGH]);
    expect([look(0.1, 18), look(-0.1, 18), look(0, 18)].map((state) => state & (LOW | HIGH))).toEqual([HIGH, LOW, LOW]);
    expect(look(5, 9) & (LOW | HIGH)).toBe(0);
  });

  it('stays as it was decided', () => {
    expect(look(100, 9, look(-100, 9)) & (LOW | HIGH)).toBe(LOW);
  });

  it('decides what is far away long before the triangle of the zone itself would', () => {
    // A mean of 60 with a zone of 0.01: h² S² / 2δ are 3,600, but for a hundred times the zone 36.
    expect(continuation(2, 8, 9, 0.01)).toBeGreaterThan(3000);
    expect(lookAt(0, 120, 2, 8, 9, 0.01) & HIGH).toBe(HIGH);
    expect(lookAt(0, -120, 2, 8, 9, 0.01) & LOW).toBe(LOW);
  });

  it('says low or high of means that are just the zone away no more often than ZONES times the error, whatever is looked at', () => {
    const error = 0.02;
    const runs = 2000;
    const states = createStreams(1);
    seedStream(states, 0, 'walks', 0, 'selection');
    let wrong = 0;
    for (let run = 0; run < runs; run++) {
      const values: number[] = [];
      let sum = 0;
      let state = 0;
      let variance = NaN;
      while ((state & (LOW | HIGH)) === 0) {
        values.push(3 * normalQuantile(uniform53(states, 0)) - 1);
        sum += values.at(-1)!;
        if (values.length === 16) variance = cautiousVariance((i) => values[i], 16, 0, 0);
        if (values.length >= 16) state = lookAt(state, sum, values.length, selectionConstant(error, 16), variance, 1);
      }
      if ((state & HIGH) !== 0) wrong++;
    }
    const most = ZONES * error;
    expect(wrong / runs).toBeLessThan(most + 3.5 * Math.sqrt((most * (1 - most)) / runs));
    expect(wrong).toBeGreaterThan(0);
  });
});
