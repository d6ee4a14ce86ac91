import { describe, expect, it } from 'vitest';
import { brief, duration, margin, money, nines, percent, uncertainty } from '../../src/report/digits.ts';

const around = (value: number, half: number): [number, number] => [value - half, value + half];

describe('an estimate for people', () => {
  it('stops where its interval begins', () => {
    expect(percent(0.99971, around(0.99971, 0.000008))).toBe('99.971%');
    expect(percent(0.99971, around(0.99971, 0.0002))).toBe('99.97%');
    expect(percent(0.12345, around(0.12345, 0.02))).toBe('12%');
    expect(duration(9151, around(9151, 240))).toBe('2 h 33 min');
    expect(duration(9151, around(9151, 4000))).toBe('3 h');
    expect(money(87_041, around(87_041, 1500), 'USD')).toBe('87,000 USD');
  });

  it('is exact where there is nothing to be unsure of', () => {
    expect(money(36_201, [36_201, 36_201], 'USD')).toBe('36,201 USD');
  });

  it('has one unit in columns', () => {
    expect([0, 0.02, 31.56, 5 * 60, 8.766 * 3600, 3.6525 * 86_400, 7 * 31_557_600].map((s) => brief(s, null))).toEqual([
      ...['0 s', '20 ms', '31.6 s', '5 min', '8.77 h', '3.65 days', '7 years'],
    ]);
  });

  it('has a margin of one digit or two', () => {
    expect(margin([0, 2 * 236])).toBe('4 min');
    expect(margin([0, 2 * 74])).toBe('1 min 12 s');
    expect(margin([0, 2 * 25])).toBe('25 s');
  });

  it('has its bounds where a margin would reach below nothing', () => {
    expect(uncertainty(9151, around(9151, 240))).toBe('± 4 min');
    expect(uncertainty(5973, [151, 33_281])).toBe('95%: 2.5 min to 9.17 h');
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
