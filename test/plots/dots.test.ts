import { describe, expect, test } from 'vitest';
import { dotsSentence, describeDots, tellingTime } from '../../src/plots/data/dots-text.ts';
import { dotsWithin, quantileDots, stackDots } from '../../src/plots/data/dots.ts';
import { downtimeOf } from '../../src/plots/data/downtime.ts';
import { ecdf } from '../../src/plots/data/ecdf.ts';
import { makeReport } from './gallery/make-report.ts';

describe('quantile dots', () => {
  test('are the quantiles at the middles of equal shares', () => {
    // Evenly spread over [1, 2): the quantile at p is 1 + p.
    const dots = quantileDots(ecdf({ edges: [1, 2], counts: [100] }), 5);
    [1.1, 1.3, 1.5, 1.7, 1.9].forEach((value, i) => expect(dots[i]).toBeCloseTo(value, 12));
  });

  test('are none for the share of years without downtime', () => {
    // 43% none: the dots at 1%, 3%, … 43% are, 22 of 50.
    const dots = quantileDots(ecdf({ edges: [0, 60, 120], counts: [43, 57] }));
    expect(dots).toHaveLength(50);
    expect(dots.filter((dot) => dot === 0)).toHaveLength(22);
    expect(dots[22]).toBeGreaterThan(60);
  });

  test('count what is at most a value', () => {
    expect(dotsWithin([0, 0, 1, 2, 3], 2)).toBe(4);
  });
});

describe('stacks of dots', () => {
  const space = { width: 400, height: 100, largest: 10 };

  test('hold every dot once', () => {
    const dots = [0, 0, 0, ...Array.from({ length: 47 }, (_, i) => i + 1)];
    const { columns } = stackDots(dots, (value) => value / 50, 0.5, space);
    expect(columns.flatMap((column) => column.dots).sort((a, b) => a - b)).toEqual(dots.map((_, i) => i));
    expect(columns[0]).toEqual({ column: null, dots: [0, 1, 2] });
  });

  test('are never higher than there is room', () => {
    for (const same of [[10], Array<number>(50).fill(10), [...Array<number>(50).fill(0)], [...Array<number>(25).fill(0), ...Array<number>(25).fill(3)]]) {
      const { diameter, abreast, abreastZero, columns } = stackDots(same, () => 0.4, 0.2, space);
      for (const { column, dots } of columns) {
        expect(Math.ceil(dots.length / (column === null ? abreastZero : abreast)) * diameter).toBeLessThanOrEqual(space.height);
      }
    }
  });

  test('stand on the side of the rule that their values are on', () => {
    // Columns of 10 px on 400 px, rule at 200 px: 199 px and exactly 200 px stand left of it, 201 px right.
    const { columns } = stackDots([199, 200, 201], (value) => value / 400, 0.5, space);
    expect(columns).toEqual([{ column: -1, dots: [0, 1] }, { column: 0, dots: [2] }]);
  });

  test('end also where there is room for nothing', () => {
    expect(stackDots(Array<number>(50).fill(5), () => 0.5, 0, { width: 20, height: 2, largest: 10 }).columns).toHaveLength(1);
  });
});

describe('what is said of the dots', () => {
  test('holds them against what the target allows', () => {
    // 99% allows 315,576 s; 76% of years have one hour, 24% ten days: the 38 dots up to 75% are below.
    const report = makeReport({ name: 'a', years: [...Array<number>(76).fill(3600), ...Array<number>(24).fill(864_000)], causes: [], targets: { availability: 0.99 } });
    const downtime = downtimeOf(report);
    const dots = quantileDots(downtime.ecdf);
    expect(dotsSentence(dots, downtime)).toBe('38 of 50 years are below 3.65 days, which is what the target allows.');
  });

  test('finds a round time that about three quarters are below without a target', () => {
    // Even on [0 h, 4 h): three quarters are below 3 h.
    const years = Array.from({ length: 1000 }, (_, i) => ((i + 0.5) / 1000) * 4 * 3600);
    const downtime = downtimeOf(makeReport({ name: 'a', years, causes: [] }));
    const dots = quantileDots(downtime.ecdf);
    expect(tellingTime(dots, downtime)).toBe(3 * 3600);
    expect(dotsSentence(dots, downtime)).toBe('38 of 50 years are below 3 h.');
  });

  test('is that all have none where none has any', () => {
    const downtime = downtimeOf(makeReport({ name: 'a', years: [0, 0, 0], causes: [] }));
    expect(describeDots(quantileDots(downtime.ecdf), downtime)).toContain('All 50 of 50 years have none.');
  });
});
