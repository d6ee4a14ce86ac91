import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DATA_PRICE, DATA_RATE, evaluate, findUnit, MONEY_RATE, parseExpression, STORAGE_PRICE, writeData, writeDataPrice, writeDataRate, writeMoneyRate, writeQuantity, writeShare, writeStoragePrice, writeTime,
  type Quantity,
} from '../../src/units/index.ts';

function read(text: string): Quantity {
  return evaluate(parseExpression(text), (name) => findUnit(name, 'USD') ?? expect.fail(`unknown ${name} in ${text}`), text);
}

describe('what is written', () => {
  test('is in the unit that people would choose', () => {
    expect([0, 30, 90, 2700, 5400, 7200, 36 * 3600, 30 * 86400, 1.5 * 31557600, 63115200, 31557600, 0.25, 86400].map(writeTime)).toEqual([
      '0 s', '30 s', '90 s', '45 min', '90 min', '2 h', '36 h', '30 days', '1.5 years', '2 years', '1 year', '250 ms', '1 day',
    ]);
    expect([writeShare(0.9995), writeShare(1), writeShare(0.8), writeShare(0)]).toEqual(['99.95%', '100%', '80%', '0%']);
    expect(writeMoneyRate(0.17 / 3600, 'USD')).toBe('0.17 USD/h');
    expect(writeMoneyRate(100 / (31557600 / 12), 'USD', 'year')).toBe('1200 USD/year');
    expect(writeQuantity({ value: 2e8, dimension: { time: -1, data: 1, money: 0 } }, 'USD')).toBe('200 MB/s');
  });

  test('of data and of its price is in the unit that people would choose', () => {
    expect([5e11, 3e12, 2 ** 40, 0].map(writeData)).toEqual(['500 GB', '3 TB', '1099511627776 B', '0 B']);
    expect([2e8, 20e9 / 86400, 1e3, 1.5e12 / 86400, 0, 7e9 / 3600].map(writeDataRate)).toEqual(['200 MB/s', '20 GB/day', '1 kB/s', '1.5 TB/day', '0 B/s', '168 GB/day']);
    expect([writeDataPrice(0.02 / 1e9, 'USD'), writeStoragePrice(0.023 / 1e9 / 2629800, 'EUR'), writeDataPrice(0, 'USD')]).toEqual(['0.02 USD/GB', '0.023 EUR/GB/month', '0 USD/GB']);
    expect([20 / 2629800, 1000 / 31557600, 0.0001 / 3600, 0].map((rate) => writeMoneyRate(rate, 'USD'))).toEqual(['20 USD/month', '1000 USD/year', '0.0001 USD/h', '0 USD/h']);
  });

  test('times, shares, data and money per time read back as the same number, to the last bit', () => {
    const number = fc.oneof(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), fc.integer({ min: 1, max: 1e9 }).map((n) => n / 7), fc.integer({ min: 1, max: 100000 }));
    fc.assert(fc.property(number, (value) => {
      expect(read(writeTime(value)).value).toBe(value);
      expect(read(writeMoneyRate(value, 'USD'))).toEqual({ value, dimension: MONEY_RATE });
      expect(read(writeData(value)).value).toBe(value);
      expect(read(writeDataRate(value))).toEqual({ value, dimension: DATA_RATE });
      expect(read(writeDataPrice(value / 1e12, 'USD'))).toEqual({ value: value / 1e12, dimension: DATA_PRICE });
      expect(read(writeStoragePrice(value / 1e15, 'USD'))).toEqual({ value: value / 1e15, dimension: STORAGE_PRICE });
    }), { numRuns: 2000, seed: 3 });
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(read(writeShare(share)).value).toBe(share);
    }), { numRuns: 2000, seed: 4 });
  });

  test('any dimension reads back as itself', () => {
    const power = fc.integer({ min: -2, max: 2 });
    const dimension = fc.record({ time: power, data: power, money: power });
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), dimension, (value, of) => {
      const back = read(writeQuantity({ value, dimension: of }, 'USD'));
      expect(back.value).toBe(value === 0 ? 0 : value);
      if (value !== 0) expect(back.dimension).toEqual(of);
    }), { numRuns: 1000, seed: 5 });
  });
});
