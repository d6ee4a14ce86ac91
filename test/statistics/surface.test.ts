import { describe, expect, test } from 'vitest';
import { drawInputs } from '../../src/model/worlds.ts';
import { surfaceOf } from '../../src/statistics/surface.ts';

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
