import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, changeRange, duration, ends, figure, margin, money, nines, number, percent, percentUp, range, uncertainty } from '../../src/units/figure.ts';
import { moneyScale, NUMBER_SCALE, POINTS_SCALE, type Scale, SHARE_SCALE, TIME_SCALE } from '../../src/units/scale.ts';
import type { Known } from '../../src/units/scale.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';

const around = (value: number, half: number): [number, number] => [value - half, value + half];

describe('an estimate for people', () => {
  it('stops where its interval begins', () => {
    expect(percent(0.99971, around(0.99971, 0.000008))).toBe('99.971%');
    expect(percent(0.99971, around(0.99971, 0.0002))).toBe('99.97%');
    expect(percent(0.12345, around(0.12345, 0.02))).toBe('12%');
    expect(duration(9151, around(9151, 240))).toBe('2.54 h');
    expect(duration(9151, around(9151, 4000))).toBe('3 h');
    expect(money(87_041, around(87_041, 1500), 'USD')).toBe('87,000 USD');
    expect(number(8589, around(8589, 601))).toBe('8,600');
    expect(number(1017.3, around(1017.3, 70))).toBe('1,020');
  });

  it('is exact where there is nothing to be unsure of', () => {
    expect(money(36_201, [36_201, 36_201], 'USD')).toBe('36,201 USD');
  });

  it('has one unit', () => {
    expect([0, 0.02, 31.56, 59.97, 65, 5 * 60, 8.766 * 3600, 3.6525 * 86_400, 7 * SECONDS_PER_YEAR].map((s) => duration(s))).toEqual([
      ...['0 s', '20 ms', '31.6 s', '1 min', '1.08 min', '5 min', '8.77 h', '3.65 days', '7 years'],
    ]);
  });

  it('has a margin in its own unit, rounded up', () => {
    expect(margin(9151, around(9151, 240))).toBe('0.07 h');
    expect(uncertainty(1560, around(1560, 114))).toBe('± 2 min');
    expect(uncertainty(400, [396, 406.56])).toBe('95%: 6.6 min to 6.776 min');
  });

  it('has its bounds where a margin would reach below nothing', () => {
    expect(uncertainty(5973, [151, 33_281])).toBe('95%: 2.5 min to 9.3 h');
  });

  it('of a difference has its sign at both ends', () => {
    expect(change(-1543, [-1700, -1400], TIME_SCALE)).toBe('−26 min');
    expect(changeRange(12, [-3, 27.5], TIME_SCALE)).toBe('−3 s to +28 s');
    expect(changeRange(0.5, [0, 1], NUMBER_SCALE)).toBe('0 to +1');
  });

  it('that is less than all is never 100%', () => {
    expect(percent(1 - 2 ** -53)).toBe('1 − 1.11 × 10⁻¹⁶');
    expect(percent(1 - 1e-13)).toMatch(/^99\.99999999999/);
    expect(percentUp(1e-20)).toBe('1 − 10⁻²⁰');
    expect(percentUp(0)).toBe('100%');
    expect(range(0.99999, [0.99995, 0.9999999], SHARE_SCALE)).toBe('99.995% to 99.99999%');
  });

  it('has its nines rounded down, but 99.9% has three', () => {
    expect(nines(3.99)).toBe('3.9');
    expect(nines(-Math.log10(1 - 0.99989))).toBe('3.9');
    expect(nines(0)).toBe('0.0');
    expect(nines(-Math.log10(1 - 0.999))).toBe('3.0');
    expect(nines(-Math.log10(1 - 0.99999999))).toBe('8.0');
  });

  it('has no more nines than the unavailability to three digits', () => {
    // 52.6 min a year, which the exact 52.596 min are printed as; and the first time that is printed as more than that.
    expect(nines(-Math.log10((52.6 * 60) / 31_557_600))).toBe('4.0');
    expect(nines(-Math.log10(1.0049e-4))).toBe('4.0');
    expect(nines(-Math.log10(1.0051e-4))).toBe('3.9');
  });
});

const SIZES: Readonly<Record<string, number>> = { µs: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, day: 86_400, days: 86_400, year: SECONDS_PER_YEAR, years: SECONDS_PER_YEAR, '%': 0.01, points: 0.01 };
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What a printed figure says, read as anybody would. */
function read(text: string): number {
  const tiny = /^1 − (?:([\d.]+) × )?10⁻(.+)$/u.exec(text);
  if (tiny !== null) return 1 - Number(`${tiny[1] ?? 1}e-${[...tiny[2]].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')}`);
  const [, sign, digits, unit] = /^([−+]?)([\d.,]+(?:e[+-]?\d+)?)\s*(\S*)$/u.exec(text)!;
  const size = unit === '' || unit === 'USD' ? 1 : SIZES[unit];
  if (size === undefined) throw new Error(`no unit: ${text}`);
  return (sign === '−' ? -1 : 1) * Number(digits.replaceAll(',', '')) * size;
}

/** What doubles add in reading: of the figure, and near 1 of a double's own steps. */
const slack = (value: number) => 1e-11 * Math.abs(value) + 4e-16;

describe('every printer', () => {
  const positive = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true })).map(([power, digits]) => digits * 10 ** power);
  const relative = fc.double({ min: -7, max: 1, noNaN: true }).map((power) => 10 ** power);
  /** An estimate with an interval as lopsided as they come; some of no width, some around 0. */
  const estimates = fc.tuple(positive, relative, relative, fc.constantFrom(1, 0)).map(([value, below, above, width]): [number, Known] => [value, [Math.max(0, value * (1 - width * below)), value * (1 + width * above)]]);
  const shares = fc.tuple(fc.double({ min: -13, max: 0, noNaN: true }), relative, relative, fc.boolean()).map(([power, below, above, isUp]): [number, Known] => {
    const small = 10 ** power;
    const [low, high] = [small * Math.max(0, 1 - below), Math.min(1, small * (1 + above))];
    return isUp ? [1 - small, [1 - high, 1 - low]] : [small, [low, high]];
  });
  const signed = fc.tuple(estimates, fc.boolean(), relative).map(([[value, [low, high]], isLess, more]): [number, Known] => {
    const known: Known = [low - more * value, high + more * value];
    return isLess ? [-value, [-known[1], -known[0]]] : [value, known];
  });

  const holds = (scale: Scale, all: fc.Arbitrary<[number, Known]>) =>
    fc.assert(
      fc.property(all, ([value, known]) => {
        const printed = read(figure(value, known, scale));
        const [low, high] = ends(value, known, scale).map(read);
        const half = read(margin(value, known, scale));
        const [least, most] = [Math.min(known[0], printed), Math.max(known[1], printed)];
        for (const [from, to] of [[low, high], [printed - half, printed + half]]) {
          expect(from).toBeLessThanOrEqual(least + slack(Math.max(Math.abs(least), Math.abs(most))));
          expect(to).toBeGreaterThanOrEqual(most - slack(Math.max(Math.abs(least), Math.abs(most))));
        }
      }),
      { seed: 10, numRuns: 4000 },
    );

  it('of times prints an interval that holds the printed estimate and all of the computed interval', () => holds(TIME_SCALE, estimates));
  it('of counts and ratios does', () => holds(NUMBER_SCALE, estimates));
  it('of money does', () => holds(moneyScale('USD'), estimates));
  it('of shares does, near nothing and near all', () => holds(SHARE_SCALE, shares));
  it('of differences in time does', () => holds(TIME_SCALE, signed));
  it('of differences in money and in points does', () => {
    holds(moneyScale('USD'), signed);
    holds(POINTS_SCALE, signed.filter(([value]) => Math.abs(value) < 1));
  });

  it('never has more digits than the interval supports, nor more than three', () => {
    fc.assert(
      fc.property(estimates, ([value, known]) => {
        const half = (known[1] - known[0]) / 2;
        const printed = read(number(value, known));
        const step = half > 0 ? 10 ** Math.floor(Math.log10(half)) : 0;
        // Three digits at most: half a unit of the third; and no finer than the first digit in doubt.
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(Math.max(0.5 * step, 0.005 * 10 ** Math.floor(Math.log10(value))) * (1 + 1e-9) + value * (half > value ? 0.5 : 0));
        expect(Number(printed.toPrecision(3))).toBe(printed);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});
