import { unit } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { DATA, findUnit, isCurrencyCode, MONEY, TIME, UNITS } from '../../src/units/index.ts';

describe('the table of units', () => {
  test('agrees with mathjs wherever mathjs has the unit', () => {
    // mathjs has no `us` and `ms` of its own but prefixes; `kB` and `KiB` likewise.
    const compared = [...UNITS].filter(([name, { value, dimension }]) => {
      if (name === 'KB' || ['hrs', 'mins', 'secs', 'yr', 'yrs', 'y', 'd', 'hr', 'sec'].includes(name)) return false;
      const base = dimension === TIME ? 's' : 'B';
      expect(unit(1, name).toNumber(base) / value, name).toBeCloseTo(1, 12);
      return true;
    });
    expect(compared.length).toBeGreaterThan(20);
  });

  test('has every unit that the language page names, in SI base units', () => {
    const expected: [string, number][] = [
      ['s', 1], ['sec', 1], ['second', 1], ['seconds', 1], ['ms', 1e-3], ['us', 1e-6],
      ['min', 60], ['minute', 60], ['minutes', 60], ['h', 3600], ['hr', 3600], ['hour', 3600], ['hours', 3600],
      ['d', 86400], ['day', 86400], ['days', 86400], ['week', 604800], ['weeks', 604800],
      ['month', 31557600 / 12], ['months', 31557600 / 12], ['year', 31557600], ['years', 31557600], ['yr', 31557600], ['y', 31557600],
      ['B', 1], ['kB', 1e3], ['MB', 1e6], ['GB', 1e9], ['TB', 1e12], ['PB', 1e15], ['KiB', 1024], ['MiB', 1048576], ['GiB', 2 ** 30], ['TiB', 2 ** 40],
    ];
    for (const [name, value] of expected) expect(UNITS.get(name)?.value, name).toBe(value);
  });

  test('a currency is a unit only in the model that declares it', () => {
    expect(findUnit('EUR', 'EUR')).toEqual({ value: 1, dimension: MONEY });
    expect(findUnit('EUR', 'USD')).toBeUndefined();
    expect(findUnit('GB', 'EUR')).toEqual({ value: 1e9, dimension: DATA });
    expect([isCurrencyCode('USD'), isCurrencyCode('usd'), isCurrencyCode('US'), isCurrencyCode('USDT')]).toEqual([true, false, false, false]);
  });

  test('names of objects are not units', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) expect(findUnit(name, 'USD')).toBeUndefined();
  });
});
