import { describe, expect, test } from 'vitest';
import { buildComparison } from '../../src/analysis/comparison.ts';
import { buildReport } from '../../src/analysis/figures.ts';
import type { ComparisonReport } from '../../src/analysis/report.ts';
import { compile } from '../../src/compile/compile.ts';
import { parseModel } from '../../src/model/index.ts';
import { simulateJob } from '../../src/run/job.ts';
import type { Plan } from '../../src/run/plan.ts';
import { expectExact, YEAR } from './harness.ts';

/** Lets the models live through the same history on this thread. */
function liveTogether(texts: readonly string[], replications: number, years: number, seed = 'together'): ComparisonReport {
  const models = texts.map((text) => parseModel(`nines: 1\nname: theory\n${text}`));
  const compiled = models.map((model) => compile(model, { bySource: true }));
  const plan: Plan = {
    ...{ seed, years: replications * years, yearsPerReplication: years, replications, replicationsPerBatch: replications, batches: 1 },
    ...{ warmUpSeconds: YEAR, precision: null, goals: models[0].targets, rivals: models.map(({ targets, losses }) => ({ goals: targets, losses })) },
  };
  const { tallies, pairs } = simulateJob({ programs: compiled.map(({ program }) => program), plan }, 0);
  return buildComparison(
    models.map((model, i) => ({ model, tally: tallies[i], report: buildReport({ model, compiled: compiled[i], tally: tallies[i], plan, seconds: 1, workers: 1, partial: false }) })),
    pairs,
  );
}

const UNIT = 'components: { unit: { failures: { crash: { mtbf: 20 days, mttr: 12 h } } } }';
const ALONE = `${UNIT}\nservices: { web: { component: unit } }\nentry: web`;
const PAIR = `${UNIT}\nservices: { web: { component: unit, replicas: 2 } }\nentry: web`;
const TRIPLE = `${UNIT}\nservices: { web: { component: unit, replicas: 3, required: 2 } }\nentry: web`;
const U = 12 / (20 * 24 + 12);

describe('a stream for each source', () => {
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

  test('covers the truth as often as it says: 95 of 100 seeds, within the binomial band', () => {
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
