import { describe, expect, it } from 'vitest';
import { KEY_STRIDE, STREAM_STRIDE, createStreams, keyOf, keyOfHistory, seedRow, uniform32, uniform53 } from '../../src/random/stream.ts';
import { seedStream } from './seed-stream.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';

describe('streams', () => {
  it('uniform32 gives the bits of sfc32, as its author wrote it', () => {
    const states = createStreams(3);
    const seed = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
    states.set(seed, STREAM_STRIDE);
    // Doty-Humphrey's code, in unsigned arithmetic without a bound.
    let [a, b, c, counter] = seed.map(BigInt);
    const mask = 0xffffffffn;
    for (let i = 0; i < 100_000; i++) {
      const word = (a + b + counter++) & mask;
      a = b ^ (b >> 9n);
      b = (c + (c << 3n)) & mask;
      c = ((((c << 21n) | (c >> 11n)) & mask) + word) & mask;
      expect(uniform32(states, 1)).toBe(Number(word) / 2 ** 32);
    }
  });

  it('streams of one purpose in one history are unrelated from their first draw on', () => {
    const n = 20_000;
    const states = createStreams(n);
    const [history, key] = [new Int32Array(KEY_STRIDE), new Int32Array(KEY_STRIDE)];
    keyOfHistory('1', 0, history);
    keyOf('ring/member/web/crash', key, 0);
    for (let row = 0; row < n; row++) seedRow(states, row, history, key, 0, row);
    const draws = Array.from({ length: 4 }, () => Array.from({ length: n }, (_, row) => uniform53(states, row)));
    for (const step of draws) {
      expect(kolmogorovSmirnov(step, (x) => x)).toBeLessThan(1.95);
      const neighbours = (12 / Math.sqrt(n)) * step.reduce((sum, x, i) => sum + (x - 0.5) * (step[(i + 1) % n] - 0.5), 0);
      expect(Math.abs(neighbours)).toBeLessThan(4);
    }
  });

  it('uniform53 takes two steps and is never 0 nor 1', () => {
    const states = createStreams(2);
    seedStream(states, 0, 's', 0, 'p');
    states.copyWithin(STREAM_STRIDE, 0, STREAM_STRIDE);
    for (let i = 0; i < 10_000; i++) {
      const high = uniform32(states, 1);
      const low = uniform32(states, 1);
      expect(uniform53(states, 0)).toBe(high + (Math.floor(low * 2 ** 20) + 0.5) * 2 ** -52);
    }
    expect(states.subarray(0, STREAM_STRIDE)).toEqual(states.subarray(STREAM_STRIDE));
    // The least and the greatest that can occur: all steps 0, all steps 1 - 2^-32.
    expect(0 + 0.5 * 2 ** -52).toBeGreaterThan(0);
    expect(1 - 2 ** -32 + (2 ** 20 - 0.5) * 2 ** -52).toBeLessThan(1);
  });

  it('seed, replication and purpose each change the stream, and none can imitate another', () => {
    const triples: [string, number, string][] = [
      ['1', 1, 'a'],
      ['2', 1, 'a'],
      ['1', 2, 'a'],
      ['1', 1, 'b'],
      ['1/1', 1, 'a'],
      ['1', 1, 'a/1'],
      ['1', 1, ''],
      ['', 1, '1'],
      ['1', 11, 'a'],
      ['11', 1, 'a'],
    ];
    const first = triples.map(([seed, replication, purpose]) => {
      const states = createStreams(1);
      seedStream(states, 0, seed, replication, purpose);
      return uniform53(states, 0);
    });
    expect(new Set(first).size).toBe(triples.length);
  });

  it('the first draws of consecutive replications are uniform and unrelated', () => {
    const n = 20_000;
    const states = createStreams(1);
    const first: number[] = [];
    const within: number[] = [];
    for (let r = 0; r < n; r++) {
      seedStream(states, 0, '1', r, 'failures');
      first.push(uniform53(states, 0));
      within.push(uniform53(states, 0));
    }
    expect(kolmogorovSmirnov(first, (x) => x)).toBeLessThan(1.95);
    expect(kolmogorovSmirnov(within, (x) => x)).toBeLessThan(1.95);
    const correlation = (a: number[], b: number[]): number =>
      (12 / Math.sqrt(a.length)) * a.reduce((sum, x, i) => sum + (x - 0.5) * (b[i] - 0.5), 0);
    expect(Math.abs(correlation(first, within))).toBeLessThan(4 * Math.sqrt(1));
    expect(Math.abs(correlation(first.slice(0, -1), first.slice(1)))).toBeLessThan(4);
    expect(Math.abs(correlation(first.slice(0, -10), first.slice(10)))).toBeLessThan(4);
    // pairs of neighbours over a 10 × 10 grid: chi-square with 99 degrees of freedom, 99.9 % point 148.2
    const cells = new Array<number>(100).fill(0);
    for (let i = 0; i + 1 < n; i += 2) cells[Math.floor(first[i] * 10) * 10 + Math.floor(first[i + 1] * 10)]++;
    const expected = n / 2 / 100;
    expect(cells.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0)).toBeLessThan(148.2);
  });
});
