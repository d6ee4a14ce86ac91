import { describe, expect, it } from 'vitest';
import { standardGamma } from '../../src/random/gamma.ts';
import { gammaLower } from '../../src/random/special/incomplete-gamma.ts';
import { normalCdf, normalUpper } from '../../src/random/special/normal.ts';
import { createStreams } from '../../src/random/stream.ts';
import { seedStream } from './seed-stream.ts';
import { standardExponential, standardNormal } from '../../src/random/ziggurat.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';

const states = createStreams(1);
const N = 1_000_000;

function sample(name: string, once: () => number, n = N): Float64Array {
  seedStream(states, 0, name, 0, 'ziggurat');
  return Float64Array.from({ length: n }, once);
}

describe('standard draws', () => {
  it('exponential draws have the exponential distribution, through all layers and the tail', () => {
    const x = sample('exponential', () => standardExponential(states, 0));
    expect(kolmogorovSmirnov(x, (v) => -Math.expm1(-v))).toBeLessThan(1.95);
    expect(x.every((v) => v > 0)).toBe(true);
  });

  it('normal draws have the normal distribution on either side', () => {
    const x = sample('normal', () => standardNormal(states, 0));
    expect(kolmogorovSmirnov(x.filter((v) => v > 0), (v) => 2 * normalCdf(v) - 1)).toBeLessThan(1.95);
    expect(kolmogorovSmirnov(x.filter((v) => v < 0).map((v) => -v), (v) => 2 * normalCdf(v) - 1)).toBeLessThan(1.95);
    const positive = x.reduce((count, v) => count + (v > 0 ? 1 : 0), 0);
    expect(Math.abs(positive - N / 2)).toBeLessThan(4 * Math.sqrt(N / 4));
  });

  it('the normal tail is as heavy as it should be where the layers end', () => {
    const n = 4_000_000;
    seedStream(states, 0, 'tail', 0, 'ziggurat');
    const bounds = [3.3, 3.6541528853610088, 4.2];
    const beyond = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = Math.abs(standardNormal(states, 0));
      for (let j = 0; j < 3; j++) if (x > bounds[j]) beyond[j]++;
    }
    bounds.forEach((bound, j) => {
      const expected = 2 * n * normalUpper(bound);
      expect(Math.abs(beyond[j] - expected)).toBeLessThan(4 * Math.sqrt(expected));
    });
  });

  it.each([0.05, 0.6, 1, 2.5, 60])('gamma draws of shape %d have the gamma distribution', (shape) => {
    const x = sample(`gamma ${shape}`, () => standardGamma(shape, states, 0), 100_000);
    expect(kolmogorovSmirnov(x, (v) => gammaLower(shape, v))).toBeLessThan(1.95);
  });

  it('the same seed gives the same draws', () => {
    const a = sample('same', () => standardGamma(0.7, states, 0), 1000);
    expect(sample('same', () => standardGamma(0.7, states, 0), 1000)).toEqual(a);
  });
});
