import { describe, expect, test } from 'vitest';
import { fitText, placeLabels, spread, textWidth } from '../../src/plots/axis/labels.ts';
import { ninesScale, ninesTicks } from '../../src/plots/axis/nines-scale.ts';
import { linearScale, logScale } from '../../src/plots/axis/scales.ts';
import { bestRoundTime, linearTimeTicks, logTimeTicks, roundTimes } from '../../src/plots/axis/time-ticks.ts';

describe('the nines axis', () => {
  test('has ticks in nines and in downtime a year', () => {
    expect(ninesTicks(1e-2, 1e-5).map(({ nines, percent, downtime }) => [nines, percent, downtime])).toEqual([
      ['2 nines', '99%', '3.65 days'],
      ['3 nines', '99.9%', '8.77 h'],
      ['4 nines', '99.99%', '52.6 min'],
      ['5 nines', '99.999%', '5.26 min'],
    ]);
  });

  test('is reversed: better is further right', () => {
    const { x, domain, slot } = ninesScale([2e-3, 3e-5], [0, 300]);
    expect(domain).toEqual([1e-2, 1e-5]);
    expect(slot).toBeNull();
    expect(x(1e-2)).toBe(0);
    expect(x(1e-3)).toBeCloseTo(100, 9);
    expect(x(1e-5)).toBeCloseTo(300, 9);
  });

  test('has a place of its own at the end for none seen', () => {
    const { x, slot, range } = ninesScale([1e-3, 0], [0, 364]);
    expect(slot).toBe(300);
    expect(x(0)).toBe(332);
    expect(x(1e-3)).toBeLessThan(300);
    expect(range).toEqual([0, 364]);
  });

  test('also fits what is always down, and nothing at all', () => {
    expect(ninesScale([1], [0, 100]).domain[0]).toBe(1);
    expect(ninesScale([0], [0, 100]).ticks.length).toBeGreaterThan(1);
  });
});

describe('an axis of time', () => {
  test('ends at round times, at least a factor of ten apart', () => {
    expect(roundTimes(70, 4000)).toEqual([60, 7200]);
    const [low, high] = roundTimes(3600, 3600);
    expect(low).toBeLessThanOrEqual(3600);
    expect(high / low).toBeGreaterThanOrEqual(9.99);
  });

  test('prefers the ticks that people think in', () => {
    const place = (seconds: number) => Math.log10(seconds) * 100;
    expect(logTimeTicks([1, 86_400], place, 60)).toEqual([1, 10, 60, 600, 3600, 21_600, 86_400]);
    expect(logTimeTicks([1, 86_400], place, 120)).toEqual([1, 60, 3600, 86_400]);
  });

  test('counts linearly in seconds, minutes, hours, days or years', () => {
    expect(linearTimeTicks(1500, 5)).toEqual([0, 300, 600, 900, 1200, 1500]);
    expect(linearTimeTicks(9 * 3600, 5)).toEqual([0, 7200, 14_400, 21_600, 28_800]);
    expect(linearTimeTicks(31_557_600 * 1.1, 4)).toEqual([0, 31_557_600]);
    expect(linearTimeTicks(0.25, 5)).toHaveLength(6);
  });

  test('knows the round time that suits best', () => {
    expect(bestRoundTime(50, 5000, (time) => Math.abs(time - 700))).toBe(600);
    expect(bestRoundTime(61, 62, () => 0)).toBeNull();
  });
});

describe('labels', () => {
  test('beside each other are pushed apart no further than needed', () => {
    expect(spread([{ at: 50, width: 20 }, { at: 55, width: 20 }], 0, 100, 0)).toEqual([50, 70]);
    expect(spread([{ at: 95, width: 20 }], 0, 100)).toEqual([90]);
    expect(spread([{ at: 90, width: 20 }, { at: 95, width: 20 }], 0, 100, 0)).toEqual([70, 90]);
  });

  test('are shortened with an ellipsis', () => {
    expect(fitText('short', 1000)).toBe('short');
    const cut = fitText('x'.repeat(300), 100);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(108);
  });

  test('take the first place that touches no other and hides least', () => {
    const box = (x: number) => ({ x, y: 0, width: 10, height: 10 });
    const frame = { x: 0, y: 0, width: 100, height: 10 };
    expect(placeLabels([[box(0)], [box(5), box(20)]], frame, [])).toEqual([0, 1]);
    expect(placeLabels([[box(0), box(20)]], frame, [[5, 5]])).toEqual([1]);
    expect(placeLabels([[box(95)]], frame, [])).toEqual([null]);
    expect(placeLabels([[box(0)]], frame, [[5, 5]], 0)).toEqual([null]);
  });
});

describe('scales', () => {
  test('go from their domain to their range, also downwards, and end there', () => {
    const up = linearScale([0, 10], [100, 0]);
    expect([-1, 0, 2.5, 10, 11].map(up)).toEqual([100, 100, 75, 0, 0]);
    const log = logScale([1, 1000], [0, 300]);
    expect(log(10)).toBeCloseTo(100, 9);
    expect([log(0.5), log(0), log(1e9)]).toEqual([0, 0, 300]);
  });
});
