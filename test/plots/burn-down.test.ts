import { describe, expect, test } from 'vitest';
import { burnDown, burnDownSentence, burnDownTable, describeBurnDown, leftAt, readBurnDown } from '../../src/plots/data/burn-down.ts';
import { burnDownPlot } from '../../src/plots/burn-down-plot.tsx';
import { shapesIn } from './drawing.ts';

const [HOUR, DAY] = [3600, 86_400];
const YEAR = 360 * DAY;
/** Half an hour on the tenth day, four hours from the end of month 3 into month 4, and the last hour of the year. */
const OUTAGES = [
  { start: 9 * DAY, end: 9 * DAY + HOUR / 2 },
  { start: 90 * DAY - HOUR, end: 90 * DAY + 3 * HOUR },
  { start: YEAR - HOUR, end: YEAR },
];
const year = burnDown(OUTAGES, YEAR, { name: 'year', seconds: YEAR, budget: 5 * HOUR });
const month = burnDown(OUTAGES, YEAR, { name: 'month', seconds: 30 * DAY, budget: 2 * HOUR });

describe('an error budget burnt down in one life', () => {
  test('is used by each outage as far as it lies in the window, and broken at the moment at which the last of it is used', () => {
    expect(year.windows.map(({ used, brokenAt }) => [used / HOUR, brokenAt])).toEqual([[5.5, YEAR - HOUR / 2]]);
    expect(month.windows.map(({ used }) => used / HOUR)).toEqual([0.5, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(month.windows.map(({ brokenAt }) => brokenAt)).toEqual([null, null, null, 90 * DAY + 2 * HOUR, ...Array<null>(8).fill(null)]);
    // An outage over several windows is in each; exactly the budget breaks nothing.
    const long = burnDown([{ start: DAY, end: 4 * DAY }], 5 * DAY, { name: 'day', seconds: DAY, budget: DAY });
    expect(long.windows.map(({ used, brokenAt }) => [used / DAY, brokenAt])).toEqual([[0, null], [1, null], [1, null], [1, null], [0, null]]);
  });

  test('adds up: what windows use is what the life was down, whatever the windows', () => {
    for (const seconds of [DAY, 7 * DAY, 30 * DAY, 100 * DAY, YEAR, 2 * YEAR]) {
      const { windows } = burnDown(OUTAGES, YEAR, { name: 'window', seconds, budget: HOUR });
      expect(windows.reduce((sum, { used }) => sum + used, 0)).toBeCloseTo(5.5 * HOUR, 6);
      expect(windows.at(-1)!.to).toBe(YEAR);
    }
  });

  test('is read at any moment: straight while something is down, whole again where a window begins', () => {
    expect([0, 9 * DAY + HOUR / 4, 20 * DAY, 90 * DAY, 90 * DAY + 2 * HOUR, 120 * DAY].map((time) => leftAt(month, time))).toEqual([1, 0.875, 0.75, 1, 0, 1]);
    expect(leftAt(year, YEAR)).toBeCloseTo(-0.1, 12);
    expect(readBurnDown([year, month], 90 * DAY + 3 * HOUR)).toBe('On day 91 the year: 10% of 5 h left; month 4: overspent by 1 h.');
  });

  test('is said in words and has a row for each window', () => {
    expect(burnDownSentence([year, month])).toBe('The year: overspent by 30 min. 1 of 12 months broken.');
    expect(describeBurnDown([year, month], 0.9994)).toBe('99.94% available allows 5 h a year and 2 h a month of downtime. In this life: 1 year broken: day 360. 1 month broken: day 91.');
    expect(burnDownTable([year, month]).rows.slice(0, 2)).toEqual([['year', 5 * HOUR, 5.5 * HOUR, 1 - 5.5 / 5, YEAR - HOUR / 2], ['month 1', 2 * HOUR, HOUR / 2, 0.75, null]]);
  });

  test('is drawn with a diamond for each broken window, at any width and however much happens, and not where there is none', () => {
    const spec = { promise: 0.9994, length: YEAR, name: 'a', source: 's' };
    const [plain, without] = [burnDownPlot({ ...spec, burns: [year, month] }), burnDownPlot({ ...spec, burns: [burnDown([], YEAR, month)] })];
    for (const width of [300, 900]) {
      const size = { width, height: plain.height(width) };
      // Six lines of the grid, two of what is left, and the diamonds.
      expect(shapesIn(plain.draw(size))).toBe(6 + 2 + 2);
      expect(shapesIn(without.draw(size))).toBe(3 + 1);
      expect(plain.stops[plain.locate(width, 50, size)].key).toBe(YEAR);
    }
    const often = burnDown(Array.from({ length: 20_000 }, (_, i) => ({ start: i * 1000, end: i * 1000 + 10 })), YEAR, month);
    const busy = burnDownPlot({ ...spec, burns: [often] });
    expect(busy.stops.length).toBeLessThanOrEqual(500);
    expect(shapesIn(busy.draw({ width: 900, height: 200 }))).toBeGreaterThan(4);
    expect(burnDownPlot({ ...spec, promise: 1, burns: [burnDown(OUTAGES, YEAR, { ...year, budget: 0 })] }).empty).not.toBeNull();
  });
});
