import { describe, expect, it } from 'vitest';
import { packDraws } from '../../src/random/draw-table.ts';
import { draw } from '../../src/random/draws.ts';
import type { Distribution } from '../../src/random/distribution.ts';
import { mean } from '../../src/random/moments.ts';
import { createStreams, uniform53 } from '../../src/random/stream.ts';
import { seedStream } from '../random/seed-stream.ts';
import { standardExponential, standardNormal } from '../../src/random/ziggurat.ts';
import { poissonInterval } from './poisson-interval.ts';
import { lengthInterval, meanInterval, proportionInterval, rareMeanInterval, skewedMeanInterval } from '../../src/statistics/intervals.ts';

const close = (value: number, reference: number, relative: number): void =>
  expect(Math.abs(value - reference), `${value} against ${reference}`).toBeLessThanOrEqual(relative * Math.abs(reference));

const states = createStreams(1);
const RUNS = 2000;
/** A share less three of its standard errors over RUNS runs. */
const least = (share: number) => share - 3 * Math.sqrt((share * (1 - share)) / RUNS);
const LEAST = least(0.95);
const MOST = 0.95 + 3 * Math.sqrt((0.95 * 0.05) / RUNS);

/** The share of runs in which the interval that `once` gives holds the truth. */
function coverage(name: string, truth: number, once: () => readonly [number, number]): number {
  seedStream(states, 0, name, 0, 'coverage');
  let covered = 0;
  for (let run = 0; run < RUNS; run++) {
    const [low, high] = once();
    if (low <= truth && truth <= high) covered++;
  }
  return covered / RUNS;
}

/** A Poisson count, from the unit-rate arrivals before `expected`. */
function poisson(expected: number): number {
  let count = 0;
  for (let t = standardExponential(states, 0); t < expected; t += standardExponential(states, 0)) count++;
  return count;
}

describe('the interval for a mean', () => {
  it("is Student's: the printed t quantile times the standard error", () => {
    const [low, high] = meanInterval(10, 9, 11);
    close(high - 10, 2.228138852 * Math.sqrt(9 / 11), 1e-9);
    expect(low + high).toBeCloseTo(20, 12);
    close(meanInterval(0, 1, 31, 0.99)[1], 2.749995654 / Math.sqrt(31), 1e-9);
    expect(meanInterval(5, NaN, 1)).toEqual([-Infinity, Infinity]);
    expect(meanInterval(5, 0, 20)).toEqual([5, 5]);
  });

  it('covers the mean of five normal samples 95 times in 100', () => {
    const share = coverage('student', 3, () => {
      const x = Array.from({ length: 5 }, () => 3 + 2 * standardNormal(states, 0));
      const m = x.reduce((a, b) => a + b) / 5;
      return meanInterval(m, x.reduce((s, v) => s + (v - m) ** 2, 0) / 4, 5);
    });
    expect(share).toBeGreaterThan(LEAST);
    expect(share).toBeLessThan(MOST);
  });
});

describe('the interval for a Poisson count', () => {
  it('is that of the printed tables (Garwood 1936)', () => {
    const table = [
      [0, 0, 3.689],
      [1, 0.0253, 5.572],
      [2, 0.2422, 7.225],
      [10, 4.795, 18.39],
      [30, 20.24, 42.83],
      [100, 81.36, 121.63],
    ];
    for (const [count, low, high] of table) {
      const interval = poissonInterval(count);
      close(interval[0], low, 1e-3);
      close(interval[1], high, 1e-3);
    }
  });

  it.each([0.5, 3, 12, 80])('covers an expected value of %d at least 95 times in 100', (expected) => {
    expect(coverage(`poisson ${expected}`, expected, () => poissonInterval(poisson(expected)))).toBeGreaterThan(LEAST);
  });
});

describe('the interval for a proportion', () => {
  it('is that of the printed tables (Clopper & Pearson 1934)', () => {
    const table = [
      [0, 10, 0, 0.3085],
      [1, 10, 0.0025, 0.445],
      [5, 10, 0.1871, 0.8129],
      [10, 10, 0.6915, 1],
      [50, 100, 0.3983, 0.6017],
    ];
    for (const [successes, n, low, high] of table) {
      const interval = proportionInterval(successes, n);
      expect(interval[0]).toBeCloseTo(low, 4);
      expect(interval[1]).toBeCloseTo(high, 4);
    }
    expect(proportionInterval(0, 0)).toEqual([0, 1]);
    // No failure in n: 1 - (0.025)^(1/n).
    close(proportionInterval(0, 1_000_000)[1], -Math.expm1(Math.log(0.025) / 1e6), 1e-10);
  });

  it('of few in many is that of a Poisson count', () => {
    const [low, high] = proportionInterval(7, 1e9);
    close(low * 1e9, poissonInterval(7)[0], 1e-6);
    close(high * 1e9, poissonInterval(7)[1], 1e-6);
  });

  it('covers the chance at least 95 times in 100', () => {
    for (const p of [0.02, 0.4]) {
      const share = coverage(`proportion ${p}`, p, () => {
        let successes = 0;
        for (let i = 0; i < 60; i++) if (uniform53(states, 0) < p) successes++;
        return proportionInterval(successes, 60);
      });
      expect(share).toBeGreaterThan(LEAST);
    }
  });
});

describe('the interval for a rare mean (Fay & Feuer 1997)', () => {
  it('is the Poisson interval where every contribution weighs the same', () => {
    for (const count of [0, 1, 8, 200]) {
      const w = 1 / 5000;
      const [low, high] = rareMeanInterval(count * w, count * w * w, w);
      close(low, poissonInterval(count)[0] * w, 1e-10);
      close(high, poissonInterval(count)[1] * w, 1e-10);
    }
    close(rareMeanInterval(0, 0, 2)[1], 2 * 3.688879454, 1e-9);
    expect(rareMeanInterval(0, 0, 0)).toEqual([0, 0]);
  });

  it('tends to the normal interval, up to shapes of 1e12 and beyond', () => {
    for (const shape of [1e5, 1e6 * 0.999, 1e6 * 1.001, 1e8, 1e10, 1e12, 1e15, 1e20]) {
      const y = 3.7;
      const deviation = y / Math.sqrt(shape);
      const [low, high] = rareMeanInterval(y, deviation * deviation, 0);
      // What is left is the gamma's skewness: (z² - 1) / (3 shape), relative to y.
      const skew = (1.959963985 ** 2 - 1) / (3 * shape);
      const grain = 1e-14 * y;
      expect(Math.abs(low - (y - 1.959963985 * deviation + skew * y))).toBeLessThan(deviation / shape + grain + 1e-9 * deviation);
      expect(Math.abs(high - (y + 1.959963985 * deviation + skew * y))).toBeLessThan(deviation / shape + grain + 1e-9 * deviation);
    }
    expect(rareMeanInterval(2, 0, 0)).toEqual([2, 2]);
  });

  it('is continuous where the method of the incomplete gamma function changes', () => {
    const at = (shape: number): number => rareMeanInterval(1, 1 / shape, 0)[0];
    const slope = at(1e6 + 1) - at(1e6);
    expect(Math.abs(at(1e6) - at(1e6 - 1) - slope)).toBeLessThan(2e-14);
  });

  // Measured over 60,000 runs, eight exponential outages are covered 93.3 times in 100: the interval is a gamma's, not theirs.
  const severities: [number, string, number, Distribution][] = [
    [95, 'equal outages, 4 expected', 4, { kind: 'constant', value: 600 }],
    [93, 'exponential outages, 8 expected', 8, { kind: 'exponential', mean: 600 }],
    [95, 'exponential outages, 60 expected', 60, { kind: 'exponential', mean: 600 }],
    [95, 'outages over two orders of magnitude, 40 expected', 40, { kind: 'uniform', min: 1, max: 600 }],
  ];
  it.each(severities)('covers the mean at least %i times in 100: %s', (times, name, expected, severity) => {
    const table = packDraws([severity]);
    const n = 1000;
    const truth = (expected * mean(severity)) / n;
    const share = coverage(name, truth, () => {
      // Rare outages fall in replications of their own, so a sample is one outage or 0.
      const count = poisson(expected);
      let sum = 0;
      let squares = 0;
      let largest = 0;
      for (let i = 0; i < count; i++) {
        const x = draw(table, 0, states, 0);
        sum += x;
        squares += x * x;
        largest = Math.max(largest, x);
      }
      // With nothing seen, a weight from elsewhere: here the mean severity.
      if (count === 0) largest = mean(severity);
      const variance = (squares - (sum * sum) / n) / (n - 1);
      return rareMeanInterval(sum / n, variance / n, largest / n);
    });
    expect(share).toBeGreaterThan(least(times / 100));
  });

  it('covers better than the normal interval when events are few', () => {
    const truth = 4 / 1000;
    const normal = coverage('few', truth, () => {
      const y = poisson(4) / 1000;
      return [y - 1.96 * Math.sqrt(y / 1000), y + 1.96 * Math.sqrt(y / 1000)];
    });
    const gamma = coverage('few', truth, () => {
      const y = poisson(4) / 1000;
      return rareMeanInterval(y, y / 1000, 1 / 1000);
    });
    expect(normal).toBeLessThan(LEAST);
    expect(gamma).toBeGreaterThan(LEAST);
  });
});

describe('the interval for a sum of contributions of very different sizes', () => {
  it('is the Poisson one of the large ones above what is certain', () => {
    // A thousand of size 1e-6 and four of size 1, to a mean of 4.001: Jeffreys below, one missed above.
    const size = (4 + 1e3 * 1e-18) / (4 + 1e3 * 1e-12);
    const [low, high] = skewedMeanInterval(4.001, 4 + 1e3 * 1e-12, { size, missed: 1 });
    // Half of chi-square quantiles: of 9 degrees of freedom at 2.5%, of 10 at 97.5% (printed tables).
    close(low - 0.001, 2.7003895 / 2, 1e-5);
    close(high - 0.001, 20.4831774 / 2, 1e-5);
  });

  it('of none is that of a run which just missed one, and without any to miss it is nothing', () => {
    close(skewedMeanInterval(0, 0, { size: 0, missed: 1 })[1], 3.688879454, 1e-8);
    expect(skewedMeanInterval(0, 0, { size: 0, missed: 0 })).toEqual([0, 0]);
    expect(skewedMeanInterval(5, 0, { size: 0, missed: 0 })).toEqual([5, 5]);
  });

  it('is the normal one where there are many', () => {
    const [low, high] = skewedMeanInterval(1e6, 1e6, { size: 1, missed: 1 });
    close(low, 1e6 - 1.959963985 * 1e3, 2e-6);
    close(high, 1e6 + 1.959963985 * 1e3, 3e-6);
  });

  it('covers sums of a few long exponential outages among many short ones at least 94 times in 100', () => {
    for (const expected of [0.5, 2, 5, 20]) {
      const share = coverage(`skewed ${expected}`, 60 + expected * 100, () => {
        let [sum, squares, cubes] = [0, 0, 0];
        const add = (x: number) => {
          sum += x;
          squares += x * x;
          cubes += x * x * x;
        };
        for (let n = poisson(60); n > 0; n--) add(standardExponential(states, 0));
        for (let n = poisson(expected); n > 0; n--) add(100 * standardExponential(states, 0));
        return skewedMeanInterval(sum, squares, { size: cubes / squares, missed: 200 });
      });
      // 94.6% over 60,000 runs.
      expect(share).toBeGreaterThan(least(0.94));
    }
  });
});

describe('the interval for a mean length', () => {
  it('covers that of a handful of exponential ones at least 95 times in 100', () => {
    for (const count of [3, 10, 40]) {
      const share = coverage(`lengths ${count}`, 1, () => {
        const x = Array.from({ length: count }, () => standardExponential(states, 0));
        const m = x.reduce((a, b) => a + b) / count;
        const moment = (k: number) => x.reduce((s, v) => s + (v - m) ** k, 0);
        // The mean of the one that a random moment falls into is 2.
        return lengthInterval(m, moment(2) / (count - 1), moment(3) / count, count, Math.max(0, 2 - m));
      });
      expect(share).toBeGreaterThan(LEAST);
    }
  });

  it('of lengths that are all alike is that length, and one length bounds nothing', () => {
    expect(lengthInterval(900, 0, 0, 5, 0)).toEqual([900, 900]);
    expect(lengthInterval(900, NaN, 0, 1, 0)).toEqual([0, Infinity]);
  });
});
