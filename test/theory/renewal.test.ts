import { momentsStandardError } from '../statistics/standard-error.ts';
import { describe, expect, test } from 'vitest';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { addReplication, createTally, observe } from '../../src/observe/tally.ts';
import { compile } from '../../src/compile/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { replicate } from '../../src/engine/replicate.ts';
import { parseModel } from '../../src/model/index.ts';
import { momentsAdd, momentsMean, momentsVariance, createMoments } from '../../src/statistics/moments.ts';
import { DAY, expectExact, expectQuantile, live, YEAR } from './harness.ts';

const NO_GOALS = { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [] };

const UNIT = (up: string, down: string) => `components: { unit: { failures: { fault: { mtbf: '${up}', mttr: '${down}' } } } }
services: { s: { component: unit } }
entry: s`;

test('without a warm-up the history begins new and up: A(t) of one exponential unit', () => {
  // A(t) = μ/(λ+μ) + λ/(λ+μ) e^−(λ+μ)t; year by year, its integral.
  const lambda = 1 / (3 * YEAR);
  const mu = 1 / (2 * YEAR);
  const { program } = compile(parseModel(`nines: 1\nname: transient\n${UNIT('3 years', '2 years')}`));
  const tally = createTally(program.counts);
  const probe = new CountingProbe(program, observe(tally, program.counts, 5, NO_GOALS));
  const engine = createEngine(program, probe);
  const down = createMoments(5);
  for (let r = 0; r < 20_000; r++) {
    replicate(engine, 'transient', r, 5, 0);
    for (let year = 0; year < 5; year++) momentsAdd(down, year, probe.observation.downByYear[year] / YEAR);
    addReplication(tally, probe.observation, NO_GOALS);
  }
  const unavailable = (t: number) => (lambda / (lambda + mu)) * (t + Math.expm1(-(lambda + mu) * t) / (lambda + mu));
  for (let year = 0; year < 5; year++) {
    const exact = (unavailable((year + 1) * YEAR) - unavailable(year * YEAR)) / YEAR;
    const distance = Math.abs(momentsMean(down, year) - exact) / momentsStandardError(down, year);
    expect(distance, `year ${year}: ${momentsMean(down, year)} against ${exact}`).toBeLessThan(3.5);
  }
});

describe('no bias at twelve simulated months: clocks start in their steady state', () => {
  const cases: Record<string, readonly [up: string, down: string, upDays: number, downDays: number]> = {
    'wear-out much longer than the year': ['weibull(4, 5 years)', 'weibull(2, 300 days)', 5 * 365.25, 300],
    'infant mortality': ['weibull(0.6, 2 years)', 'gamma(0.5, 200 days)', 2 * 365.25, 200],
    'constants': ['constant(700 days)', 'constant(200 days)', 700, 200],
    'skewed repairs': ['gamma(3, 400 days)', 'empirical(1 day, 1 day, 598 days)', 400, 200],
  };
  for (const [name, [up, down, upDays, downDays]] of Object.entries(cases)) {
    test(name, () => {
      const { availability, incidents, recoveryTime } = live(UNIT(up, down), { replications: 20_000, years: 1, warmUpSeconds: 1 });
      expectExact(availability, upDays / (upDays + downDays));
      // The renewal theorem: incidents begin at 1 / (MTBF + MTTR) whatever the distributions.
      expectExact(incidents.perYear, 365.25 / (upDays + downDays));
      // Incidents cut off by the horizon count with their whole length.
      expectExact({ mean: recoveryTime.mean!, ci95: recoveryTime.ci95! }, downDays * DAY);
    });
  }
});

test('twelve months and ten years agree on recovery time and on downtime per year', () => {
  const text = UNIT('60 days', 'uniform(10 days, 50 days)');
  const short = live(text, { replications: 10_000, years: 1 });
  const long = live(text, { replications: 1_000, years: 10 });
  for (const report of [short, long]) {
    expectExact(report.availability, 60 / 90);
    expectExact({ mean: report.recoveryTime.mean!, ci95: report.recoveryTime.ci95! }, 30 * DAY);
    expectExact(report.incidents.perYear, 365.25 / 90);
  }
});

test('an incident that straddles a year boundary is one incident, and its downtime is split between the years', () => {
  // Down for 400 days at a time: no year can hold a whole outage.
  const { availability, recoveryTime } = live(UNIT('400 days', 'constant(400 days)'), { replications: 2_000, years: 10 });
  expectExact(availability, 0.5);
  expect(availability.downtimePerYear.max).toBe(YEAR);
  expect(recoveryTime.mean).toBeCloseTo(400 * DAY, 3);
  expect(recoveryTime.max).toBeCloseTo(400 * DAY, 3);
});

test('incidents of one exponential unit with instant repair are a Poisson process: variance equals mean', () => {
  const { program } = compile(parseModel(`nines: 1\nname: poisson\n${UNIT('60 days', 'constant(1 s)')}`));
  const probe = new CountingProbe(program, observe(createTally(program.counts), program.counts, 1, NO_GOALS));
  const engine = createEngine(program, probe);
  const counts = createMoments(1);
  const years = 20_000;
  for (let r = 0; r < years; r++) {
    replicate(engine, 'poisson', r, 1, 1);
    momentsAdd(counts, 0, probe.observation.incidentsByYear[0]);
  }
  const rate = 365.25 / 60;
  expect(Math.abs(momentsMean(counts, 0) - rate) / momentsStandardError(counts, 0)).toBeLessThan(3.5);
  // The sample variance of a Poisson(m) has variance about (m + 2m²)/n.
  const error = Math.sqrt((rate + 2 * rate * rate) / years);
  expect(Math.abs(momentsVariance(counts, 0) - rate) / error).toBeLessThan(3.5);
});

test('recovery times of one unit are its repair times', () => {
  const { recoveryTime } = live(UNIT('20 days', 'weibull(2, 10 h)'), { replications: 1_000, years: 10 });
  const scale = 36_000 / (Math.sqrt(Math.PI) / 2);
  const cdf = (x: number) => 1 - Math.exp(-((x / scale) ** 2));
  for (const [key, p] of [['p50', 0.5], ['p90', 0.9], ['p95', 0.95], ['p99', 0.99]] as const) {
    expectQuantile(recoveryTime[key], recoveryTime.count, p, cdf);
  }
});

test('recovery times of two parallel exponential units are exponential with half the mean', () => {
  const { recoveryTime } = live(
    `components: { unit: { failures: { fault: { mtbf: 10 days, mttr: 1 day } } } }
services: { s: { component: unit, replicas: 2 } }
entry: s`,
    { replications: 1_000, years: 10 },
  );
  const cdf = (x: number) => 1 - Math.exp(-x / (0.5 * DAY));
  expectExact({ mean: recoveryTime.mean!, ci95: recoveryTime.ci95! }, 0.5 * DAY);
  for (const [key, p] of [['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const) expectQuantile(recoveryTime[key], recoveryTime.count, p, cdf);
});
