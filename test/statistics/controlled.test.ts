import { describe, expect, it } from 'vitest';
import { controlBasis, controlledMean } from '../../src/statistics/controlled.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('a controlled mean', () => {
  const chance = column(3, -1, 2, 0, -2, 4);

  it('has all of a control taken out that it follows from', () => {
    const values = chance.map((x) => 10 + 2 * x);
    const { mean, ci95, controls } = controlledMean(values, controlBasis([chance], 5)!)!;
    expect(mean).toBeCloseTo(10, 12);
    expect(ci95[1] - ci95[0]).toBeLessThan(1e-12);
    expect(controls).toBe(1);
  });

  it('is the plain mean with the plain interval where there is no control', () => {
    const { mean, variance } = controlledMean(column(1, 2, 3, 6), controlBasis([], 5)!)!;
    expect(mean).toBe(3);
    // 14 / 3 of a value, and one more that is as far off as the farthest, 3.
    expect(variance).toBeCloseTo(14 / 3 / 4 + (3 / 4) ** 2, 12);
  });

  it('is the intercept of the regression, whose error it has', () => {
    // By hand: x̄ = 1, ȳ = 3, Syy = 6.
    const x = column(-2, 0, 1, 3, 3);
    const y = column(2, 2, 3, 3, 5);
    const sxx = 18;
    const sxy = 8;
    const rss = 6 - (sxy * sxy) / sxx;
    const { mean, variance } = controlledMean(y, controlBasis([x], 5)!)!;
    expect(mean).toBeCloseTo(3 - (sxy / sxx) * 1, 12);
    const farthest = Math.max(...x.map((each, i) => Math.abs(y[i] - 3 - (sxy / sxx) * (each - 1))));
    expect(variance).toBeCloseTo((rss / 3) * (1 / 5 + 1 / sxx) + (farthest / 5) ** 2, 12);
  });

  it('counts a control once that comes twice, scaled, or that never varies', () => {
    const basis = controlBasis([chance, chance, chance.map((x) => -7 * x), column(1, 1, 1, 1, 1, 1)], 5)!;
    expect(basis.directions).toHaveLength(1);
  });

  it('is refused where there are more controls than allowed, or too few values', () => {
    const other = column(1, 0, 0, 0, 0, 0);
    expect(controlBasis([chance, other], 1)).toBeNull();
    expect(controlledMean(column(1, 2), controlBasis([column(1, 2)], 1)!)).toBeNull();
  });
});
