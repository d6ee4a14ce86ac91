import { describe, expect, test } from 'vitest';
import { formatDuration, formatMoney, formatNumber, formatPercent } from '../../src/units/index.ts';

describe('formatDuration', () => {
  test.each([
    [0, '0 s'], [1e-5, '10 µs'], [0.25, '250 ms'], [1, '1 s'], [31.5576, '31.6 s'], [59.94, '59.9 s'], [59.96, '1 min'], [65, '65 s'], [90, '1.5 min'],
    [315.6, '5.26 min'], [3599.6, '1 h'], [9120, '152 min'], [86400, '1 day'], [86398.5, '24 h'], [100000.5, '27.8 h'], [3 * 86400, '3 days'], [315576, '3.65 days'],
    [31557600, '1 year'], [2.5 * 31557600, '2.5 years'], [1e12, '31,700 years'], [-90, '−1.5 min'], [Infinity, '∞'], [NaN, '–'],
  ])('writes %d seconds as %j', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test('the downtimes of the nines read as people quote them', () => {
    const year = 31557600;
    expect([0.01, 0.001, 0.0001, 0.00001, 0.000001].map((u) => formatDuration(u * year))).toEqual(['3.65 days', '8.77 h', '52.6 min', '5.26 min', '31.6 s']);
  });
});

describe('formatPercent', () => {
  test.each([
    [0.99971, '99.971%'], [0.9995, '99.95%'], [0.99999975, '99.999975%'], [1, '100%'], [0, '0%'], [0.5, '50%'], [0.999712345, '99.9712%'],
    [0.05, '5%'], [0.00123, '0.123%'], [0.123456, '12.3%'], [1 - 1e-10, '99.99999999%'], [2, '200%'], [NaN, '–%'],
  ])('writes %d as %j', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });

  test('what is below 100% never reads as 100%', () => {
    for (const u of [1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 2e-16]) expect(formatPercent(1 - u)).not.toBe('100%');
  });
});

describe('formatMoney and formatNumber', () => {
  test.each([
    [40000, '40,000 USD'], [1234567.8, '1,234,568 USD'], [12.5, '12.50 USD'], [12, '12 USD'], [0.17, '0.17 USD'], [0.001234, '0.0012 USD'], [0, '0 USD'], [-1500, '−1,500 USD'], [Infinity, '∞ USD'],
  ])('writes %d as %j', (amount, text) => {
    expect(formatMoney(amount, 'USD')).toBe(text);
  });

  test.each([[1234.5, '1,235'], [0.01234, '0.0123'], [1e9, '1,000,000,000'], [-3, '−3'], [0, '0'], [-Infinity, '−∞'], [1.2345e20, '123000000000000000000']])('writes the number %d as %j', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
