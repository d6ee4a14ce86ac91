import { expect, test } from 'vitest';
import { formatRate } from '../../src/report/rate.ts';

test('rates are said in times a year or once in so many years, or never', () => {
  expect(formatRate(3.06)).toBe('3.1 times a year');
  expect(formatRate(1)).toBe('once a year');
  expect(formatRate(0.0017)).toBe('once in 590 years');
  expect(formatRate(0)).toBe('never');
});
