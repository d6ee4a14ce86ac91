import { describe, expect, test } from 'vitest';
import { drawInputs } from '../../src/model/worlds.ts';
import { normalCdf } from '../../src/random/special/normal.ts';
import { meanFrom, surfaceOf } from '../../src/statistics/surface.ts';

const WORLDS = 400;
const inputs = drawInputs(['a', 'b'], WORLDS, 'surface');
const noise = drawInputs(['noise'], WORLDS, 'surface').map(([z]) => z);
const spreadOf = (values: readonly number[]) => {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1));
};

describe('a surface through what worlds came to', () => {
  test('takes out what each is off by its own error, however large', () => {
    const truth = inputs.map(([a, b]) => Math.exp(0.6 * a - 0.3 * b));
    // Off by 40% each: the worlds themselves differ by more than the truth does.
    const found = truth.map((value, w) => value * Math.max(0.01, 1 + 0.4 * noise[w]));
    const surface = surfaceOf(inputs, found, truth.map((value) => (0.4 * value) ** 2), true)!;
    const told = inputs.map((z, w) => surface.at(z, w));
    expect(spreadOf(found)).toBeGreaterThan(1.1 * spreadOf(truth));
    // A standard deviation of so many, itself known to 1 in √(2 · 400).
    expect(Math.abs(spreadOf(told) / spreadOf(truth) - 1)).toBeLessThan(4 / Math.sqrt(2 * WORLDS));
    expect(Math.abs(surface.shares[0] - 0.8)).toBeLessThan(4 * 0.4 / Math.sqrt(WORLDS));
  });

  test('keeps what worlds lie beside it though each is known exactly', () => {
    const found = inputs.map(([a], w) => Math.exp(0.5 * a) * (1 + 0.3 * Math.tanh(noise[w])));
    const surface = surfaceOf(inputs, found, found.map(() => 0), true)!;
    inputs.forEach((z, w) => expect(surface.at(z, w)).toBeCloseTo(found[w], 10));
  });

  test('is exact for what adds up to the second degree', () => {
    const found = inputs.map(([a, b]) => 3 + 2 * a - b + 0.5 * a * b + a * a);
    const surface = surfaceOf(inputs, found, found.map(() => 0), false)!;
    expect(surface.at([1.5, -2], 0)).toBeCloseTo(3 + 3 + 2 - 1.5 + 2.25, 6);
    // Variances of 2a, −b, ab/2 and a²: 4, 1, 1/4 and 2.
    expect(surface.shares.map((share) => share * 7.25)).toEqual([expect.closeTo(6, 1), expect.closeTo(1, 1)]);
  });

  test('is none where nothing was found', () => {
    expect(surfaceOf(inputs, found0, found0, true)).toBeNull();
  });
});

const found0 = inputs.map(() => 0);

describe('the mean of few things in each world', () => {
  test('lies below a limit in as many worlds as its formula has it, whatever chance did to the few', () => {
    const SEEDS = Array.from({ length: 60 }, (_, i) => `few ${i}`);
    const PARTS = Array.from({ length: 8 }, (_, i) => `part ${i}`);
    const shares = SEEDS.map((seed) => {
      const worlds = drawInputs(['a', ...PARTS], 200, seed);
      // Of 0 to 3 exponential times each: half of the sum of two squares of what is standard normal is exponential.
      const counts = worlds.map((_, w) => w % 4);
      const means = worlds.map(([a, ...parts], w) => {
        const sum = parts.slice(0, 2 * counts[w]).reduce((all, z) => all + (z * z) / 2, 0);
        return (Math.exp(0.7 * a) * sum) / counts[w];
      });
      const at = meanFrom(worlds.map(([a]) => [a]), means, counts)!;
      const draws = drawInputs(['a'], 1000, `${seed}/more`);
      return draws.filter((z) => at(z) <= Math.exp(0.7)).length / draws.length;
    });
    const mean = shares.reduce((sum, each) => sum + each, 0) / SEEDS.length;
    const variance = shares.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (SEEDS.length - 1);
    expect(Math.abs(mean - normalCdf(1))).toBeLessThan(3.5 * Math.sqrt(variance / SEEDS.length));
    expect(Math.sqrt(variance)).toBeLessThan(0.05);
  });

  test('is not known where nothing was seen', () => {
    expect(meanFrom([[0], [1]], [NaN, NaN], [0, 0])).toBeNull();
  });
});
