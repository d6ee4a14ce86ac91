import { describe, expect, it } from 'vitest';
import { standardGamma } from '../../src/random/gamma.ts';
import { gammaLower } from '../../src/random/special/incomplete-gamma.ts';
import { normalCdf, normalUpper } from '../../src/random/special/normal.ts';
import { createStreams, nextWord } from '../../src/random/stream.ts';
import { seedStream } from './seed-stream.ts';
import { exponentials, markedPoints, standardExponential, standardNormal } from '../../src/random/ziggurat.ts';
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

describe('draws of many at once', () => {
  it('are those of one at a time, and leave the stream where they would', () => {
    const many = new Float64Array(N + 3);
    seedStream(states, 0, 'many', 0, 'ziggurat');
    exponentials(states, 0, 7, many, 3, N + 3);
    const end = nextWord(states, 0);
    expect(many.subarray(3)).toEqual(sample('many', () => standardExponential(states, 0) * 7));
    expect(nextWord(states, 0)).toBe(end);
  });

  it.each([0, 3, 12])('are points of a Poisson process, each with one of 2^%d places or none', (bits) => {
    const until = 100_000;
    const share = 0.7 * 2 ** 32;
    const most = Math.max(1, 0.9 * 2 ** bits);
    const times = new Float64Array(2 * until);
    const places = new Int32Array(2 * until);
    seedStream(states, 0, 'points', bits, 'ziggurat');
    times[5] = 0.5;
    const end = markedPoints(states, 0, until, 1, bits, share, 100, most, times, places, 5);
    const next = nextWord(states, 0);
    seedStream(states, 0, 'points', bits, 'ziggurat');
    let time = 0.5;
    let at = 5;
    for (; time < until; at++) {
      const word = nextWord(states, 0);
      const place = bits === 0 ? 0 : word >>> (32 - bits);
      const left = (bits <= 8 ? word << bits : nextWord(states, 0)) >>> 0;
      if (times[at] !== (left < share && place < most ? time : Infinity)) throw new Error(`point ${at} is at ${times[at]}`);
      if (places[at] !== 100 + place) throw new Error(`point ${at} has place ${places[at]}`);
      time += standardExponential(states, 0);
    }
    expect([at, times[at]]).toEqual([end, time]);
    expect(nextWord(states, 0)).toBe(next);
  });
});
