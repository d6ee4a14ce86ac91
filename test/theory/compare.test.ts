import { describe, expect, test } from 'vitest';
import { buildComparison } from '../../src/analysis/comparison.ts';
import { controlledDifferences } from '../../src/analysis/controlled.ts';
import { buildReport } from '../../src/analysis/figures.ts';
import type { ComparisonReport } from '../../src/analysis/report.ts';
import { groupingOf } from '../../src/analysis/sample.ts';
import { simulateJob } from '../run/at-once.ts';
import { NOT_CALCULATED } from '../../src/run/exact.ts';
import type { Plan } from '../../src/run/plan.ts';
import { expectExact, read, YEAR } from './harness.ts';

/** Lets the models live through the same history on this thread. */
function liveTogether(texts: readonly string[], replications: number, years: number, seed = 'together', isControlled = false): ComparisonReport {
  const all = texts.map(read);
  const models = all.map(({ model }) => model);
  const plan: Plan = {
    ...{ seed, years: replications * years, yearsPerReplication: years, replications, replicationsPerBatch: replications, batches: 1 },
    ...{ warmUpSeconds: YEAR, precision: null, goals: models[0].targets, rivals: models.map(({ targets, losses }) => ({ goals: targets, losses, warmUpSeconds: YEAR })) },
  };
  const programs = all.map(({ compiled }) => compiled.program);
  const grouping = isControlled ? groupingOf(programs, replications) : null;
  const { tallies, pairs, sample } = simulateJob({ programs, plan: { ...plan, grouping } }, 0);
  return buildComparison(
    all.map(({ model, compiled, outages }, i) => ({ model, tally: tallies[i], report: buildReport({ model, compiled, tally: tallies[i], outages, plan, seconds: 1, workers: 1, partial: false, exact: NOT_CALCULATED }) })),
    pairs,
    grouping && controlledDifferences(programs, grouping, sample, replications),
  );
}

const UNIT = 'components: { unit: { failures: { crash: { mtbf: 20 days, mttr: 12 h } } } }';
const ALONE = `${UNIT}\nservices: { web: { component: unit } }\nentry: web`;
const PAIR = `${UNIT}\nservices: { web: { component: unit, replicas: 2 } }\nentry: web`;
const TRIPLE = `${UNIT}\nservices: { web: { component: unit, replicas: 3, required: 2 } }\nentry: web`;
const U = 12 / (20 * 24 + 12);

describe('a history that models share', () => {
  test('leaves every model its own figures: one, two in parallel, two of three', () => {
    const { models } = liveTogether([ALONE, PAIR, TRIPLE], 400, 10);
    const exact = [U, U * U, 3 * U * U * (1 - U) + U ** 3];
    models.forEach(({ availability: { mean, ci95 } }, i) => expectExact({ mean: 1 - mean, ci95: [1 - ci95[1], 1 - ci95[0]] }, exact[i]));
  });

  test('leaves failovers, shocks, checks and other distributions their own figures too', () => {
    const stack = (years: string) => `domains: { z1: { kind: zone, failures: { outage: { mtbf: 'weibull(2, 200 days)', mttr: 'lognormal(1 h, 9 h)' } } }, z2: { kind: zone } }
components: { db: { restart: 2 min, failures: { crash: { mtbf: 9 days, mttr: 'gamma(2, 3 h)' } } } }
shocks: { deploy: { mtbf: 40 days, mttr: 1 h, hits: [db], probability: 50% } }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, failover: { detect: exponential(2 min), promote: 'uniform(1 min, 5 min)', success: 80%, retry: 20 min } } }
entry: db
simulation: { years: ${years} }`;
    const together = liveTogether([stack('10'), stack('20')], 200, 10).models[0];
    const alone = liveTogether([stack('10'), ALONE], 200, 10, 'another seed').models[0];
    const error = (figures: typeof together) => (figures.availability.ci95[1] - figures.availability.ci95[0]) / 3.92;
    expect(Math.abs(together.availability.mean - alone.availability.mean) / Math.hypot(error(together), error(alone))).toBeLessThan(3.5);
  });
});

describe('a paired difference', () => {
  test('of a model and itself is zero, all of whose variance the pairing removes', () => {
    const { differences } = liveTogether([ALONE, ALONE], 50, 10);
    const [{ downtimePerYear, availability, recoveryTime, cost }] = differences;
    expect(downtimePerYear.mean).toBe(0);
    expect(availability.mean).toBe(-0);
    expect(downtimePerYear.varianceRemoved).toBe(1);
    expect(recoveryTime!.mean).toBe(0);
    expect(recoveryTime!.varianceRemoved).toBeCloseTo(1, 9);
    expect(cost.verdict).toBe('undecided');
    expect(downtimePerYear.verdict).toBe('undecided');
  });

  const losing = (lag: string) => PAIR.replace('replicas: 2', `replicas: 2, mode: active-passive, replication: { mode: async, lag: ${lag} }, failover: { detect: 1 min }`);

  test('of data lost a year: seconds of writes at each failure, times failures a year', () => {
    const { models, differences } = liveTogether([losing('10 s'), losing('40 s')], 50, 10);
    expect(differences[0].dataLossPerYear!.mean).toBeCloseTo(Number(models[1].dataLoss.perYear) - Number(models[0].dataLoss.perYear), 6);
    expect(differences[0].dataLossPerYear!.mean).toBeGreaterThan(10 * 30);
  });

  test('of data lost in an incident is that of the two means, and is known better by what they share', () => {
    const atOnce = (lag: string) => losing(lag).replace('detect: 1 min', '');
    const { models, differences } = liveTogether([atOnce('exponential(10 s)'), atOnce('exponential(40 s)')], 400, 5);
    const { mean, ci95, verdict } = differences[0].dataLoss!;
    expect(mean).toBeCloseTo(Number(models[1].dataLoss.mean) - Number(models[0].dataLoss.mean), 9);
    // Of what strikes an active 1 in 1 + 2ρ finds the standby up, and of the others half wait for the standby, ρ = MTTR / MTBF.
    const rho = 12 / 480;
    expectExact({ mean, ci95 }, (30 * (1 + rho)) / (1 + 2 * rho));
    expect(verdict).toBe('worse');
    // Hours that a standby had missed are lost by both.
    const alone = models.map(({ dataLoss }) => Number(dataLoss.ci95![1]) - Number(dataLoss.ci95![0]));
    expect(ci95[1] - ci95[0]).toBeLessThan(Math.hypot(...alone) / 20);
  });

  test('of data lost is none where one of them lost them for good: that is not less', () => {
    const kept = ALONE.replace('mttr: 12 h', 'mttr: 12 h, data: lost').replace('component: unit', 'component: unit, data: { size: 1 GB }, backup: { full: 1 day }');
    const lost = kept.replace('full: 1 day', 'full: 1 day, restorable: 0%');
    const { differences, models } = liveTogether([kept, lost, kept.replace('full: 1 day', 'full: 2 days')], 50, 10);
    expect(models[1].dataLoss.mean).toBe('for good');
    expect(differences.map(({ dataLoss, dataLossPerYear }) => [dataLoss === null, dataLossPerYear === null])).toEqual([[true, true], [false, false], [true, true]]);
    expect(differences[1].dataLoss!.mean).toBeCloseTo(Number(models[2].dataLoss.mean) - Number(models[0].dataLoss.mean), 6);
    // What was written since the newest backup, or since the last restore: E[min(U(0, T), X)] with X exponential of 20 days.
    const lostOf = (days: number) => (20 - (400 / days) * -Math.expm1(-days / 20)) * 86_400;
    expectExact(differences[1].dataLoss!, lostOf(2) - lostOf(1));
  });

  test('is that of the formulas, within its own interval, and its verdict says which way', () => {
    const { differences } = liveTogether([ALONE, PAIR], 400, 10);
    const [{ downtimePerYear, availability, from, to }] = differences;
    expect([from, to]).toEqual([0, 1]);
    expectExact(downtimePerYear, (U * U - U) * YEAR);
    expectExact(availability, U - U * U);
    expect(downtimePerYear.verdict).toBe('better');
    expect(availability.verdict).toBe('better');
  });

  test('of mean recovery times is that of the formulas', () => {
    // Two in parallel recover at twice the rate.
    const [{ recoveryTime }] = liveTogether([ALONE, PAIR], 1_000, 10).differences;
    expectExact(recoveryTime!, -6 * 3600);
  });

  test('takes out what both suffer: an outage of the region that they share', () => {
    const region = (replicas: number) => `domains: { r: { kind: region, failures: { outage: { mtbf: 2 years, mttr: 'lognormal(2 h, 9 h)' } } } }
components: { unit: { failures: { crash: { mtbf: 100 days, mttr: 10 min } } } }
services: { web: { component: unit, in: r, replicas: ${replicas} } }
entry: web`;
    const [{ downtimePerYear }] = liveTogether([region(1), region(2)], 300, 10).differences;
    // Only the single server's crashes are left of it.
    expect(downtimePerYear.varianceRemoved!).toBeGreaterThan(0.95);
    expect(downtimePerYear.verdict).toBe('better');
  });

  test('covers the truth as often as it says: 95% of 200 seeds, within the binomial band', () => {
    const exact = (U * U - U) * YEAR;
    let covered = 0;
    const seeds = 200;
    for (let seed = 0; seed < seeds; seed++) {
      const [{ downtimePerYear }] = liveTogether([ALONE, PAIR], 30, 1, `seed ${seed}`).differences;
      if (downtimePerYear.ci95[0] <= exact && exact <= downtimePerYear.ci95[1]) covered++;
    }
    // 95% of 200, three and a half standard deviations either way.
    expect(covered).toBeGreaterThan(0.95 * seeds - 3.5 * Math.sqrt(seeds * 0.95 * 0.05));
  });
});

describe('a difference with chance taken out', () => {
  /** `npm run coverage` has 500. */
  const SEEDS = 40;
  const SERIES = `${UNIT}\nservices: { web: { component: unit, needs: [db] }, db: { component: unit } }\nentry: web`;
  const PASSIVE = `components: { unit: { failures: { crash: { mtbf: 20 days, mttr: exponential(12 h) } } } }
services: { web: { component: unit, replicas: 2, mode: active-passive, failover: { detect: exponential(1 h), promote: exponential(30 min), success: 80%, retry: exponential(2 h) } } }
entry: web`;

  test.each([
    ['one unit and a pair', ALONE, PAIR, (U * U - U) * YEAR],
    ['one unit and two in series', ALONE, SERIES, (1 - (1 - U) ** 2 - U) * YEAR],
  ])('covers the exact one as often as it says: %s', (_, first, second, exact) => {
    let misses = 0;
    let squares = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const { downtimePerYear } = liveTogether([first, second], 220, 1, `seed ${seed}`, true).differences[0];
      const { mean, ci95, controls } = downtimePerYear;
      expect(controls).toBeGreaterThan(0);
      if (ci95[0] > exact || ci95[1] < exact) misses++;
      squares += ((mean - exact) / ((ci95[1] - ci95[0]) / 3.92)) ** 2;
    }
    // Binomial, 40 at 5%: up to 7 in 99.9% of all cases. The mean square is that of 40 normal numbers: 1 ± 3.3 √(2 / 40), so that
    // an interval too narrow by a half is seen for certain, one by a third half of the time.
    expect(misses).toBeLessThan(8);
    expect(squares / SEEDS).toBeGreaterThan(1 - 0.74);
    expect(squares / SEEDS).toBeLessThan(1 + 0.74);
  });

  test('is five times surer than between two runs of their own, and agrees with the difference that was seen', () => {
    for (const pair of [[ALONE, PAIR], [ALONE, PASSIVE]]) {
      const [plain] = liveTogether(pair, 400, 10).differences;
      const [controlled] = liveTogether(pair, 400, 10, 'together', true).differences;
      expect(controlled.downtimePerYear.varianceRemoved!).toBeGreaterThan(0.96);
      const error = (figure: { readonly ci95: readonly [number, number] }) => (figure.ci95[1] - figure.ci95[0]) / 3.92;
      // The plain one has all the errors of the controlled one and more.
      expect(Math.abs(controlled.downtimePerYear.mean - plain.downtimePerYear.mean)).toBeLessThan(3.5 * error(plain.downtimePerYear));
      expect(Math.abs(controlled.recoveryTime!.mean - plain.recoveryTime!.mean)).toBeLessThan(3.5 * error(plain.recoveryTime!));
    }
  });

  test('is the plain one where too few outages were seen to bear it', () => {
    const [{ downtimePerYear }] = liveTogether([PAIR, TRIPLE], 3, 1, 'few', true).differences;
    expect(downtimePerYear.controls).toBeUndefined();
  });
});
