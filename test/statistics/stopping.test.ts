import { momentsStandardError } from './standard-error.ts';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/random/distribution.ts';
import { packDraws } from '../../src/random/draw-table.ts';
import { draw } from '../../src/random/draws.ts';
import { mean } from '../../src/random/moments.ts';
import { createStreams } from '../../src/random/stream.ts';
import { seedStream } from '../random/seed-stream.ts';
import { standardExponential } from '../../src/random/ziggurat.ts';
import { rareMeanInterval } from '../../src/statistics/intervals.ts';
import {
  createMoments,
  momentsAdd,
  momentsCount,
  momentsMax,
  momentsMean,
  } from '../../src/statistics/moments.ts';
import { minimumIncidents, shouldStop } from '../../src/statistics/stopping.ts';

describe('stopping', () => {
  const good = { mean: 100, interval: [96, 104] as const, replications: 5000, incidents: 5000 };

  it('waits until the half-width is within the share of the mean', () => {
    expect(shouldStop(good, 0.04)).toBe(true);
    expect(shouldStop(good, 0.039)).toBe(false);
  });

  it('never stops on a mean of 0, on few replications, or on few incidents', () => {
    expect(shouldStop({ ...good, mean: 0, interval: [0, 0] }, 0.5)).toBe(false);
    expect(shouldStop({ ...good, mean: NaN }, 0.5)).toBe(false);
    expect(shouldStop({ ...good, replications: 29 }, 0.5)).toBe(false);
    expect(shouldStop({ ...good, incidents: 29 }, 0.5)).toBe(false);
    expect(shouldStop({ ...good, incidents: 399 }, 0.05)).toBe(false);
    expect(shouldStop({ ...good, incidents: 400 }, 0.05)).toBe(true);
  });

  it('asks for 30 incidents at least and never for more than 1000', () => {
    expect([0.5, 0.1, 0.05, 0.01, 1e-6].map((p) => Math.round(minimumIncidents(p)))).toEqual([30, 100, 400, 1000, 1000]);
  });

  const cases: [string, Distribution, number][] = [
    ['exponential outages, to 20 %', { kind: 'exponential', mean: 3600 }, 0.2],
    ['exponential outages, to 10 %', { kind: 'exponential', mean: 3600 }, 0.1],
    ['lognormal outages (p95 four times the median), to 10 %', { kind: 'lognormal', median: 3600, p95: 14400 }, 0.1],
    ['lognormal outages (p95 ten times the median), to 20 %', { kind: 'lognormal', median: 3600, p95: 36000 }, 0.2],
  ];
  it.each(cases)('an interval at which a run stopped still covers: %s', (name, severity, precision) => {
    const runs = 600;
    const table = packDraws([severity]);
    const states = createStreams(1);
    seedStream(states, 0, name, 0, 'stopping');
    // One replication in twenty has an outage; looked at after 100 replications, then after each tenth more.
    const truth = mean(severity) / 20;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const m = createMoments(1);
      let incidents = 0;
      let next = Math.floor(20 * standardExponential(states, 0) - 1e-9);
      for (let checkpoint = 100; ; checkpoint = Math.ceil(checkpoint * 1.1)) {
        while (momentsCount(m, 0) < checkpoint) {
          const zeros = Math.min(Math.max(next, 0), checkpoint - momentsCount(m, 0));
          momentsAdd(m, 0, 0, zeros);
          next -= zeros;
          if (momentsCount(m, 0) < checkpoint) {
            momentsAdd(m, 0, draw(table, 0, states, 0));
            incidents++;
            // Geometric gaps with chance 1/20 a replication, from an exponential one.
            next = Math.floor(standardExponential(states, 0) / -Math.log1p(-1 / 20));
          }
        }
        const error = momentsStandardError(m, 0);
        const interval = rareMeanInterval(momentsMean(m, 0), error * error, momentsMax(m, 0) / checkpoint);
        const stop = shouldStop({ mean: momentsMean(m, 0), interval, replications: checkpoint, incidents }, precision);
        if (!stop) continue;
        if (interval[0] <= truth && truth <= interval[1]) covered++;
        break;
      }
    }
    expect(covered / runs).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
