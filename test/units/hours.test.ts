import { describe, expect, test } from 'vitest';
import { readHours, WEEK_SECONDS, writeHours } from '../../src/units/hours.ts';

const H = 3600;
const D = 24 * H;

describe('hours of a week', () => {
  test('are read as stretches since Monday at 00:00', () => {
    expect(readHours(['Mon-Fri 09:00-17:00'])).toEqual([0, 1, 2, 3, 4].flatMap((day) => [day * D + 9 * H, day * D + 17 * H]));
    expect(readHours(['Saturday 10-14:30'])).toEqual([5 * D + 10 * H, 5 * D + 14.5 * H]);
    expect(readHours(['Fri-Mon 12:00-13:00'])!.length).toBe(8);
    expect(readHours(['22:00-06:00'])!.slice(0, 4)).toEqual([22 * H, 30 * H, 46 * H, 54 * H]);
    expect(readHours(['24x7'])).toEqual([0, WEEK_SECONDS]);
  });

  test('that touch or overlap are one stretch, over the end of the week as well', () => {
    expect(readHours(['Mon 09:00-12:00, Mon 11:00-17:00'])).toEqual([9 * H, 17 * H]);
    expect(readHours(['00:00-24:00'])).toEqual([0, WEEK_SECONDS]);
    expect(readHours(['Sun 20:00-04:00', 'Mon 02:00-08:00'])).toEqual([6 * D + 20 * H, 7 * D + 8 * H]);
  });

  test('that never come are none, and what is no hours is null', () => {
    expect(readHours(['09:00-09:00'])).toEqual([]);
    for (const text of ['9 to 5', 'Mon-Fri', 'Mox 09:00-17:00', '25:00-26:00', '09:75-10:00', 'office hours']) expect(readHours([text]), text).toBeNull();
  });

  test.each([['Mon-Fri 09:00-17:00'], ['22:00-06:00'], ['24x7'], ['Sun 20:00-04:00', 'Mon 02:00-08:00'], ['Mon-Tue 00:00-24:00'], ['Wed 08:30-12:00', 'Sat-Sun 10:00-14:00']])(
    '%s are written so that they read the same',
    (...texts) => {
      expect(readHours(writeHours(readHours(texts)!))).toEqual(readHours(texts));
    },
  );
});
