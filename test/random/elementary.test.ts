import { describe, expect, it } from 'vitest';
import { exp, expm1, ln, log1p, power } from '../../src/random/elementary.ts';
import { createStreams, uniform53 } from '../../src/random/stream.ts';
import { seedStream } from './seed-stream.ts';

const streams = createStreams(1);
seedStream(streams, 0, 'elementary', 0, 'test');
const uniform = (low: number, high: number): number => low + (high - low) * uniform53(streams, 0);

/** The distance in units of the last place of the reference. */
function ulps(x: number, reference: number): number {
  if (Object.is(x, reference) || x === reference || (x !== x && reference !== reference)) return 0;
  const size = Math.max(Math.abs(reference), 2.2250738585072014e-308);
  return Math.abs(x - reference) / (2 ** Math.floor(Math.log2(size)) * 2 ** -52);
}

function worst(f: (x: number) => number, g: (x: number) => number, points: number[]): number {
  return points.reduce((most, x) => Math.max(most, ulps(f(x), g(x))), 0);
}

const many = (make: () => number, count = 50_000): number[] => Array.from({ length: count }, make);
const wide = (): number => 2 ** uniform(-1070, 1023);

describe('elementary functions', () => {
  it('ln is within 1 ulp of Math.log, from subnormal numbers to the largest', () => {
    expect(worst(ln, Math.log, many(wide))).toBeLessThanOrEqual(1);
    expect(worst(ln, Math.log, many(() => uniform(0.5, 2)))).toBeLessThanOrEqual(1);
    expect(worst(ln, Math.log, many(() => 1 + uniform(-1e-6, 1e-6)))).toBeLessThanOrEqual(1);
    expect(worst(ln, Math.log, [0, 1, 5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, Infinity, -1, NaN])).toBe(0);
  });

  it('exp is within 1 ulp of Math.exp, down to gradual underflow', () => {
    expect(worst(exp, Math.exp, many(() => uniform(-708, 709.7)))).toBeLessThanOrEqual(1);
    expect(worst(exp, Math.exp, many(() => uniform(-746, -707)))).toBeLessThanOrEqual(1);
    expect(worst(exp, Math.exp, many(() => uniform(-1, 1)))).toBeLessThanOrEqual(1);
    expect(worst(exp, Math.exp, [0, -0, 1e-300, 709.78, 710, 1e300, -1e300, Infinity, -Infinity, NaN])).toBe(0);
  });

  it('expm1 and log1p are within 1 ulp of Math, and keep the digits near 0', () => {
    expect(worst(expm1, Math.expm1, many(() => uniform(-45, 709.7)))).toBeLessThanOrEqual(1);
    expect(worst(expm1, Math.expm1, many(() => uniform(-2, 2)))).toBeLessThanOrEqual(1);
    expect(worst(expm1, Math.expm1, many(() => 2 ** uniform(-100, 1)))).toBeLessThanOrEqual(1);
    expect(worst(expm1, Math.expm1, [0, 1e-20, -1e-20, 710, Infinity, -Infinity, NaN, -40])).toBe(0);
    expect(worst(log1p, Math.log1p, many(wide))).toBeLessThanOrEqual(1);
    expect(worst(log1p, Math.log1p, many(() => uniform(-0.999999, 3)))).toBeLessThanOrEqual(1);
    expect(worst(log1p, Math.log1p, many(() => -(2 ** uniform(-100, -0.001))))).toBeLessThanOrEqual(1);
    expect(worst(log1p, Math.log1p, [0, 1e-20, -1e-20, -1, -2, Infinity, NaN])).toBe(0);
  });

  it('power is within 1 ulp of a square root, a product and Math.pow', () => {
    const pairs = many(() => 0).map(() => [2 ** uniform(-300, 300), uniform(-3, 3)]);
    for (const [x, y] of pairs) expect(ulps(power(x, y), x ** y)).toBeLessThanOrEqual(1);
    for (const [x, y] of many(() => 0, 20_000).map(() => [uniform(0.2, 5), uniform(-300, 300)])) {
      expect(ulps(power(x, y), x ** y)).toBeLessThanOrEqual(1);
    }
    for (const [x, y] of [[0, 2], [0, -2], [Infinity, 2], [Infinity, -2], [1, 1e300], [5e-324, 0.3], [3, 0], [2, 1100],
      [2, -1080], [2, -1074], [2, -1060.5], [1.0000001, 3e9], [0.9999999, 3e9], [1.0000001, 1e30], [0.5, 1e30], [0.5, -1e30]]) {
      expect(ulps(power(x, y), x ** y), `${x}^${y}`).toBeLessThanOrEqual(1);
    }
    expect(power(-1, 0.5)).toBeNaN();
  });
});
