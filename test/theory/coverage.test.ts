import { describe, expect, test } from 'vitest';
import type { Interval } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { simulate } from '../../src/run/simulate.ts';
import { live, YEAR } from './harness.ts';
import { randomChain } from './random-small-model.ts';

const RUNS = 300;
/** 95% less three standard errors of a share over so many runs. */
const LEAST = 0.95 - 3 * Math.sqrt((0.95 * 0.05) / RUNS);

const isIn = ([low, high]: Interval, value: number): boolean => low <= value && value <= high;

/** Six failovers of a minute a year; once in twenty years both are down, for three hours. */
const PAIR = `components: { s: { failures: { f: { mtbf: 60 days, mttr: 6 h } } } }
services: { db: { component: s, replicas: 2, mode: active-passive, failover: { detect: exponential(30 s), promote: exponential(30 s) } } }
`;
/** Of its Markov chain. */
const PAIR_UNAVAILABILITY = 2.87e-5;

const FIRE = `domains: { r: { kind: region, failures: { burns: { mtbf: 5000 years, mttr: constant(30 days) } } } }
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 60 s } } } }
services: { web: { component: s, in: r } }
`;

/** lognormal(2 h, 9 h): e^(σ²/2) medians, σ = ln(9 / 2) / 1.645. */
const LOGNORMAL_HOURS = 2 * Math.exp((Math.log(4.5) / 1.6448536269514722) ** 2 / 2);
const LOGNORMAL = 'components: { s: { failures: { f: { mtbf: 30 days, mttr: "lognormal(2 h, 9 h)" } } } }\nservices: { s: { component: s } }\n';

describe('the 95% interval', () => {
  test.each([2, 10, 30])('of a pair holds its availability, whose long outages %i years have seldom seen', (years) => {
    let covered = 0;
    let halfWidth = 0;
    for (let run = 0; run < RUNS; run++) {
      const { ci95 } = live(PAIR, { replications: years, years: 1, seed: `pair ${run}` }).availability;
      if (isIn(ci95, 1 - PAIR_UNAVAILABILITY)) covered++;
      halfWidth += (ci95[1] - ci95[0]) / 2 / RUNS;
    }
    expect(covered / RUNS).toBeGreaterThan(LEAST);
    // And says something: what is known of the structure bounds what was not seen.
    expect(halfWidth).toBeLessThan(3 * PAIR_UNAVAILABILITY);
  });

  test('holds the incidents a year and the mean recovery time, in two years as in ten', () => {
    for (const years of [2, 10]) {
      let [incidents, recovery] = [0, 0];
      for (let run = 0; run < RUNS; run++) {
        const report = live(LOGNORMAL, { replications: years, years: 1, seed: `lognormal ${run}` });
        if (isIn(report.incidents.perYear.ci95, 8766 / (720 + LOGNORMAL_HOURS))) incidents++;
        if (report.recoveryTime.ci95 !== null && isIn(report.recoveryTime.ci95, LOGNORMAL_HOURS * 3600)) recovery++;
      }
      expect(incidents / RUNS).toBeGreaterThan(LEAST);
      expect(recovery / RUNS).toBeGreaterThan(LEAST);
    }
  });

  test('knows of a fire that was not seen, and of how seldom it is', () => {
    const { ci95, mean } = live(FIRE, { replications: 10, years: 1 }).availability;
    // Twice what is to be expected of it, and an interval's room of 1.84 for that; the rest is small outages.
    const small = 60 / (30 * 86_400 + 60);
    const fire = 30 / (5000 * 365.25);
    expect(1 - mean).toBeLessThan(2 * small);
    expect(1 - ci95[0]).toBeGreaterThan(small + fire);
    expect(1 - ci95[0]).toBeLessThan(10 * (small + fire));
  });

  test('and all other figures stay within what is possible, in any model and however few years', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const report = await simulate(parseModel(randomChain(seed)), { years: 1 + (seed % 3), seed: 'bounds', workers: 0 });
      expectPossible(report as unknown as Record<string, unknown>, `model ${seed}`);
      const { availability, services, incidents } = report;
      const all = [availability, availability.requests, availability.out, availability.degraded, ...Object.values(services).map((service) => service.availability)];
      for (const { mean, ci95 } of all) for (const share of [mean, ...ci95]) expect(share >= 0 && share <= 1, `model ${seed}: ${share}`).toBe(true);
      for (const { downtimePerYear } of [availability, ...Object.values(services)]) expect(downtimePerYear.ci95[1]).toBeLessThanOrEqual(YEAR);
      for (const part of [...incidents.byCause, ...incidents.byService, ...incidents.byStage, ...incidents.byDomain]) {
        expect(part.share >= 0 && part.share <= 1).toBe(true);
        expect(part.downtimePerYear).toBeLessThanOrEqual(YEAR);
      }
    }
  });

  test('of a system that is nearly always down is that of the little time that is left', () => {
    const { mean, ci95 } = live('components: { s: { failures: { f: { mtbf: 1 h, mttr: 19 h } } } }\nservices: { s: { component: s } }\n', { replications: 1, years: 1 }).availability;
    expect(isIn(ci95, 0.05)).toBe(true);
    expect(ci95[1]).toBeLessThan(2 * mean);
  });
});

/** Every estimate in a report lies within its interval, wherever it stands. */
function expectPossible(node: Readonly<Record<string, unknown>>, path: string): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object' && value !== null) expectPossible(value as Record<string, unknown>, `${path}.${key}`);
  }
  const { mean, ci95 } = node;
  if (typeof mean !== 'number' || !Array.isArray(ci95)) return;
  const [low, high] = ci95 as [unknown, unknown];
  if (typeof low !== 'number' || typeof high !== 'number') return;
  expect(low <= mean && mean <= high, `${path}: ${mean} in [${low}, ${high}]`).toBe(true);
}
