import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/random/distribution.ts';
import { drawMean, packDraws } from '../../src/random/draw-table.ts';
import { draw, drawLengthBiased, drawResidual } from '../../src/random/draws.ts';
import { ageAtHazard, cumulativeHazard, hasHazard } from '../../src/random/hazard.ts';
import { mean, secondMoment, variance } from '../../src/random/moments.ts';
import { isConstant, isConstantZero } from '../../src/random/parameters.ts';
import { cdf, quantile } from '../../src/random/quantile.ts';
import { lengthBiasedCdf, residualCdf, residualMean } from './residual.ts';
import { createStreams } from '../../src/random/stream.ts';
import { seedStream } from './seed-stream.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';

/** Every kind, with the parameters at which a formula changes. Add a kind here and it is tested. */
const gallery: Distribution[] = [
  { kind: 'constant', value: 0 },
  { kind: 'constant', value: 600 },
  { kind: 'exponential', mean: 0 },
  { kind: 'exponential', mean: 90 },
  { kind: 'exponential', mean: 6.3e8 },
  { kind: 'uniform', min: 0, max: 10 },
  { kind: 'uniform', min: 15, max: 30 },
  { kind: 'uniform', min: 7, max: 7 },
  { kind: 'triangular', min: 0, mode: 0, max: 60 },
  { kind: 'triangular', min: 10, mode: 20, max: 60 },
  { kind: 'triangular', min: 10, mode: 60, max: 60 },
  { kind: 'triangular', min: 5, mode: 5, max: 5 },
  { kind: 'lognormal', median: 2700, p95: 14400 },
  { kind: 'lognormal', median: 1, p95: 20 },
  { kind: 'lognormal', median: 60, p95: 61 },
  { kind: 'lognormal', median: 60, p95: 60 },
  { kind: 'lognormal', median: 0, p95: 0 },
  { kind: 'weibull', shape: 0.5, mean: 100 },
  { kind: 'weibull', shape: 1, mean: 100 },
  { kind: 'weibull', shape: 2.5, mean: 1e8 },
  { kind: 'weibull', shape: 40, mean: 100 },
  { kind: 'weibull', shape: 2, mean: 0 },
  { kind: 'gamma', shape: 0.2, mean: 100 },
  { kind: 'gamma', shape: 1, mean: 100 },
  { kind: 'gamma', shape: 3.3, mean: 7 },
  { kind: 'gamma', shape: 400, mean: 3600 },
  { kind: 'empirical', values: [30, 5, 5, 120, 0, 45] },
  { kind: 'empirical', values: [7, 7] },
  { kind: 'empirical', values: [0] },
];
const title = (d: Distribution): string => JSON.stringify(d);
const N = 100_000;

/** N values from a stream of the distribution's own, seeded by its place in the gallery. */
function sample(d: Distribution, take: typeof draw): Float64Array {
  const table = packDraws([{ kind: 'constant', value: 1 }, { kind: 'empirical', values: [3, 1, 2] }, d]);
  const states = createStreams(1);
  seedStream(states, 0, 'distributions', gallery.indexOf(d), take.name);
  return Float64Array.from({ length: N }, () => take(table, 2, states, 0));
}

function moments(x: Float64Array): { mean: number; variance: number; meanError: number; varianceError: number } {
  const m = x.reduce((sum, v) => sum + v, 0) / x.length;
  let second = 0;
  let fourth = 0;
  for (const v of x) {
    second += (v - m) ** 2;
    fourth += (v - m) ** 4;
  }
  second /= x.length;
  fourth /= x.length;
  return {
    mean: m,
    variance: second,
    meanError: Math.sqrt(second / x.length),
    varianceError: Math.sqrt(Math.max(fourth - second * second, 0) / x.length),
  };
}

describe.each(gallery.map((d) => [title(d), d] as const))('%s', (_, d) => {
  const exact = isConstant(d);

  it('has the mean and variance that its draws have', () => {
    const x = sample(d, draw);
    const s = moments(x);
    const rounding = 1e-12 * (mean(d) + 1);
    expect(Math.abs(s.mean - mean(d))).toBeLessThanOrEqual(4 * s.meanError + rounding);
    // A heavy tail's fourth moment is not known from the sample: there the quantiles must do.
    if (variance(d) < 4 * mean(d) ** 2) {
      expect(Math.abs(s.variance - variance(d))).toBeLessThanOrEqual(4 * s.varianceError + 1e-12 * (variance(d) + 1));
    }
    expect(x.every((v) => v >= 0 && v < Infinity)).toBe(true);
    expect(x.every((v) => v >= quantile(d, 0) && v <= quantile(d, 1))).toBe(true);
  });

  it('has the distribution function and quantiles that its draws have', () => {
    const x = sample(d, draw).sort();
    expect(kolmogorovSmirnov(x, (v) => cdf(d, v))).toBeLessThan(1.95);
    for (const p of [0.001, 0.1, 0.5, 0.9, 0.95, 0.999]) {
      // ranks four standard deviations of a binomial count to either side
      const spread = 4 * Math.sqrt(N * p * (1 - p));
      const low = x[Math.floor(N * p - spread)] ?? 0;
      const high = x[Math.ceil(N * p + spread)] ?? Infinity;
      const q = quantile(d, p);
      expect(q).toBeGreaterThanOrEqual(low * (1 - 1e-12));
      expect(q).toBeLessThanOrEqual(high * (1 + 1e-12));
    }
  });

  it('has quantiles that are the inverse of its distribution function', () => {
    for (const p of [1e-9, 0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999, 1 - 1e-9]) {
      const q = quantile(d, p);
      if (exact || d.kind === 'empirical') {
        expect(cdf(d, q)).toBeGreaterThanOrEqual(p - 1e-12);
        expect(q === 0 || cdf(d, q * (1 - 1e-9)) < p).toBe(true);
      } else {
        expect(Math.abs(cdf(d, q) - p)).toBeLessThan(1e-11 * p + 1e-14);
      }
    }
    expect(quantile(d, 0)).toBeLessThanOrEqual(quantile(d, 1e-9));
    expect(quantile(d, -0.1)).toBeNaN();
    expect(cdf(d, Infinity)).toBe(1);
    expect(cdf(d, -1)).toBe(0);
  });

  it('has the mean and variance that its quantiles average to', () => {
    if (exact) {
      expect(mean(d)).toBeCloseTo(quantile(d, 0.5), 9);
      expect(variance(d)).toBe(0);
      return;
    }
    // E[X^k] = ∫ quantile(p)^k dp with p = 1 - s³, by midpoints: fine where the tail is
    let first = 0;
    let second = 0;
    const steps = 4000;
    for (let i = 0; i < steps; i++) {
      const s = (i + 0.5) / steps;
      const x = quantile(d, 1 - s ** 3);
      first += (3 * s * s * x) / steps;
      second += (3 * s * s * (x - mean(d)) ** 2) / steps;
    }
    expect(Math.abs(first / mean(d) - 1)).toBeLessThan(1e-3);
    expect(Math.abs(second / variance(d) - 1)).toBeLessThan(1e-2);
    expect(secondMoment(d) / (variance(d) + mean(d) ** 2)).toBeCloseTo(1, 10);
  });

  it('is drawn in proportion to its length with the distribution and the mean, E[X²] / E[X], that this has', () => {
    const x = sample(d, drawLengthBiased);
    if (mean(d) === 0) {
      expect(x.every((v) => v === 0)).toBe(true);
      return;
    }
    const s = moments(x);
    expect(Math.abs(s.mean - secondMoment(d) / mean(d))).toBeLessThanOrEqual(4 * s.meanError + 1e-12 * mean(d));
    expect(kolmogorovSmirnov(x.sort(), (v) => lengthBiasedCdf(d, v))).toBeLessThan(1.95);
  });

  it('has a hazard if it has a density: it survives with chance e^-H, and ages at which H is given lead back to it', () => {
    const table = packDraws([d]);
    expect(hasHazard(table, 0)).toBe(!exact && d.kind !== 'empirical');
    if (!hasHazard(table, 0)) return;
    for (const p of [1e-12, 1e-6, 0.001, 0.1, 0.3, 0.5, 0.7, 0.95, 0.999, 1 - 1e-9]) {
      const hazard = cumulativeHazard(table, 0, quantile(d, p));
      // The chance to survive is 1 − p; p itself is rounded to 10⁻¹⁶.
      expect(Math.abs(hazard + Math.log1p(-p)), `p = ${p}`).toBeLessThan(1e-10 * hazard + 4e-16 / (1 - p));
    }
    for (const h of [1e-9, 1e-3, 0.2, 0.69, 0.7, 1, 3, 12, 20]) {
      const age = ageAtHazard(table, 0, h);
      expect(Math.abs(cumulativeHazard(table, 0, age) - h), `H = ${h}`).toBeLessThan(1e-9 * h + 1e-15 * Math.exp(h));
    }
    expect(cumulativeHazard(table, 0, 0)).toBe(0);
    expect(ageAtHazard(table, 0, 0)).toBe(quantile(d, 0));
    expect(cumulativeHazard(table, 0, quantile(d, 1))).toBe(Infinity);
  });

  it('has the residual that renewal theory gives it', () => {
    const x = sample(d, drawResidual);
    const s = moments(x);
    if (mean(d) === 0) {
      expect(x.every((v) => v === 0)).toBe(true);
      expect(residualMean(d)).toBe(0);
      return;
    }
    expect(residualMean(d)).toBeCloseTo((variance(d) + mean(d) ** 2) / (2 * mean(d)), 9);
    expect(Math.abs(s.mean - residualMean(d))).toBeLessThanOrEqual(4 * s.meanError);
    expect(kolmogorovSmirnov(x, (v) => residualCdf(d, v))).toBeLessThan(1.95);
  });

  it('has a residual distribution function whose slope is (1 - F) / mean', () => {
    if (mean(d) === 0) return;
    for (const p of [0.01, 0.2, 0.5, 0.8, 0.99]) {
      const x = quantile(d, p) * 0.9999 + 1e-9 * mean(d);
      const step = 1e-5 * x;
      const slope = (residualCdf(d, x + step) - residualCdf(d, x - step)) / (2 * step);
      const average = (2 - cdf(d, x - step) - cdf(d, x + step)) / (2 * mean(d));
      expect(Math.abs(slope - average) * mean(d)).toBeLessThan(2e-4);
    }
  });
});

describe('hazards', () => {
  it('a lognormal far out, where its tail is no number any more, goes on as its tail does', () => {
    const table = packDraws([{ kind: 'lognormal', median: 1, p95: Math.exp(1.6448536269514722) }]);
    const at = (z: number) => cumulativeHazard(table, 0, Math.exp(z));
    // ∫ h(z) dz by Simpson's rule, h(z) = z + 1/z − 2/z³ + 10/z⁵ − …, from before the seam to beyond where e^-H is 0
    const steps = 200;
    const [from, to] = [28, 42];
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const z = from + ((to - from) * i) / steps;
      const share = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += share * (z + 1 / z - 2 / z ** 3 + 10 / z ** 5 - 74 / z ** 7);
    }
    expect((at(to) - at(from)) / ((sum * (to - from)) / steps / 3)).toBeCloseTo(1, 9);
  });

  it('what has survived so far ends at the age of its hazard and an exponential number more', () => {
    const d: Distribution = { kind: 'weibull', shape: 3, mean: 100 };
    const table = packDraws([d, { kind: 'exponential', mean: 1 }]);
    const states = createStreams(1);
    seedStream(states, 0, 'survived', 0, 'test');
    const age = 80;
    const begun = cumulativeHazard(table, 0, age);
    const ends = Float64Array.from({ length: N }, () => ageAtHazard(table, 0, begun + draw(table, 1, states, 0))).sort();
    expect(kolmogorovSmirnov(ends, (x) => Math.max(0, 1 - (1 - cdf(d, x)) / (1 - cdf(d, age))))).toBeLessThan(1.95);
  });
});

describe('draws', () => {
  it('a table is plain data, and its means are the exact means', () => {
    const table = structuredClone(packDraws(gallery));
    gallery.forEach((d, id) => expect(drawMean(table, id)).toBeCloseTo(mean(d), 12));
    expect(table.kind).toHaveLength(gallery.length);
    expect(table.parameters).toHaveLength(4 * gallery.length);
  });

  it('whatever cannot vary takes nothing from the stream', () => {
    const states = createStreams(1);
    seedStream(states, 0, 'constant', 0, 'test');
    const before = states.slice();
    const constants = gallery.filter(isConstant);
    const table = packDraws(constants);
    constants.forEach((d, id) => expect(draw(table, id, states, 0)).toBe(quantile(d, 1)));
    expect(states).toEqual(before);
    expect(constants.filter(isConstantZero).map((d) => d.kind)).toEqual([
      'constant', 'exponential', 'lognormal', 'weibull', 'empirical',
    ]);
  });

  it('an exponential takes 2^32 values and more, and no two small ones are alike', () => {
    const table = packDraws([{ kind: 'exponential', mean: 1 }]);
    const states = createStreams(1);
    seedStream(states, 0, 'fine', 0, 'test');
    const n = 1_000_000;
    const x = Float64Array.from({ length: n }, () => draw(table, 0, states, 0));
    // As many pairs alike as among 2^32 that are equally likely.
    const alike = (n * n) / 2 / 2 ** 32;
    expect(n - new Set(x).size).toBeLessThan(alike + 4 * Math.sqrt(alike));
    expect(x.every((v) => v > 0)).toBe(true);
    // The generator's first word is the sum of its first two and its counter: here the first cell of layer 7.
    const least = Float64Array.from({ length: 10_000 }, (_, i) => {
      states.set([7, 0, Math.imul(i, 0x9e3779b1), 0]);
      return draw(table, 0, states, 0);
    });
    expect(new Set(least).size).toBe(10_000);
    const cell = 2 * least.reduce((sum, v) => sum + v / 10_000, 0);
    expect(cell).toBeLessThan(1e-6);
    expect(kolmogorovSmirnov(least, (v) => v / cell)).toBeLessThan(1.95);
  });

  it('the exponential tail beyond 8 means is as heavy as it should be', () => {
    const table = packDraws([{ kind: 'exponential', mean: 1 }]);
    const states = createStreams(1);
    seedStream(states, 0, 'tail', 0, 'test');
    const n = 4_000_000;
    const beyond = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = draw(table, 0, states, 0);
      if (x > 7.5) beyond[0]++;
      if (x > 8) beyond[1]++;
      if (x > 10) beyond[2]++;
    }
    [7.5, 8, 10].forEach((x, i) => {
      const expected = n * Math.exp(-x);
      expect(Math.abs(beyond[i] - expected)).toBeLessThan(4 * Math.sqrt(expected));
    });
  });

  it.each<[Distribution, RegExp]>([
    [{ kind: 'constant', value: -1 }, /not negative/],
    [{ kind: 'exponential', mean: NaN }, /finite/],
    [{ kind: 'uniform', min: 3, max: 2 }, /min <= max/],
    [{ kind: 'triangular', min: 1, mode: 9, max: 3 }, /mode/],
    [{ kind: 'lognormal', median: 9, p95: 2 }, /median <= p95/],
    [{ kind: 'lognormal', median: 0, p95: 2 }, /median/],
    [{ kind: 'lognormal', median: 1, p95: 1e9 }, /10 million/],
    [{ kind: 'weibull', shape: 0, mean: 2 }, /shape/],
    [{ kind: 'weibull', shape: 0.01, mean: 2 }, /0.05/],
    [{ kind: 'gamma', shape: 1, mean: Infinity }, /finite/],
    [{ kind: 'empirical', values: [] }, /one value/],
  ])('%j is refused when it is packed', (d, message) => {
    expect(() => packDraws([{ kind: 'constant', value: 1 }, d])).toThrow(message);
    expect(() => packDraws([d])).toThrow(RangeError);
  });
});
