import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundTime } from '../../../web/learn/round-time.ts';
import { availabilityText, chanceText, inputTime, ninesText, readAvailability, readNines, readTime } from '../../../web/learn/text.ts';

describe('what is typed', () => {
  test.each([
    ['4 h', 14_400],
    ['2 h 30 min', 9000],
    ['30s', 30],
    ['1.5 days', 129_600],
    ['250 ms', 0.25],
    ['1 year', 31_557_600],
    ['1e3 s', 1000],
  ])('%s is a time', (text, seconds) => expect(readTime(text)).toEqual({ value: seconds }));

  test.each([
    ['5', '5 of what'],
    ['5 m', "did you mean 'min'"],
    ['5 hourz', "did you mean 'hours'"],
    ['', 'a time such as'],
    ['0 s', 'above zero'],
    ['-5 s', 'a time such as'],
    ['5 GB', "unknown unit 'GB'"],
    ['<b>5 s</b>', 'a time such as'],
  ])('%j is no time, and why', (text, why) => {
    const read = readTime(text);
    expect('error' in read ? read.error : '').toContain(why);
  });

  test.each([
    ['99.95%', 0.0005],
    ['99.95', 0.0005],
    ['0.9995', 0.0005],
    ['99.999999%', 1e-8],
    ['50%', 0.5],
  ])('%s is an availability, to the digits typed', (text, u) => expect(readAvailability(text)).toEqual({ value: u }));

  test.each(['100%', '0%', '101%', 'abc', '', '-1%', '99,95%'])('%j is no availability', (text) => expect('error' in readAvailability(text)).toBe(true));

  test('nines are read with and without the word', () => {
    expect(readNines('3')).toEqual({ value: 1e-3 });
    expect(readNines('3.5 nines')).toEqual({ value: 10 ** -3.5 });
    for (const text of ['0', '16', 'nine', '']) expect('error' in readNines(text)).toBe(true);
  });
});

describe('what is shown', () => {
  test('an availability keeps its digits however many nines it has', () => {
    expect(availabilityText(0.0005)).toBe('99.95%');
    expect(availabilityText(2.5e-7)).toBe('99.999975%');
    expect(availabilityText(2.5e-16)).toBe('1 − 2.5 × 10⁻¹⁶');
    expect(availabilityText(1e-36)).toBe('1 − 10⁻³⁶');
    expect(ninesText(0.0005)).toBe('3.3');
    expect(chanceText(3e-6)).toBe('3 × 10⁻⁶');
  });

  test('an availability that is typed back is the same', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.4, noNaN: true }), (u) => {
        const read = readAvailability(availabilityText(u));
        expect('value' in read ? read.value / u : NaN).toBeCloseTo(1, 2);
      }),
    );
  });

  test('a time is as it was typed where that is short', () => {
    expect(inputTime(999 * 3600)).toBe('999 h');
    expect(inputTime(90)).toBe('90 s');
    expect(inputTime(31_557.6)).toBe('8.77 h');
  });

  test('a slider’s time has two digits, and each step moves it', () => {
    expect(roundTime(5432)).toBe(1.5 * 3600);
    const factor = (30 * 86_400) ** (1 / 200);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 30 * 86_400, noNaN: true }), (seconds) => {
        expect(roundTime(roundTime(seconds) * factor)).not.toBe(roundTime(seconds));
      }),
    );
  });
});
