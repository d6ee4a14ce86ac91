import { beforeAll, describe, expect, test } from 'vitest';
import type { OptimizationReport } from '../../src/analysis/report-optimization.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { searchStudy } from '../../src/run/optimize-search.ts';
import { conduct } from '../../src/run/study.ts';
import { planOptimization } from '../../src/run/optimize-plan.ts';

/** n units in parallel, each down a tenth of the time: down 0.1ⁿ of it, which costs 1,000,000 USD a year of downtime. */
const UNITS = `
nines: 1
name: theory
parameters: { n: 1 }
components: { unit: { failures: { crash: { mtbf: 90 days, mttr: 10 days } }, cost: 7500 USD/year } }
services: { web: { component: unit, replicas: n } }
entry: web
losses: { downtime: 1000000 USD/year }
`;
const NS = [1, 2, 3, 4, 5];
const down = (n: number) => 0.1 ** n;
const total = (n: number) => 7500 * n + 1e6 * down(n);
/** 107,500, 25,000, 23,500, 30,100 and 37,510 USD: two are exactly as near to each other as the zone is wide. */
const ZONE = 1500;
const RUNS = 200;
const ALPHA = 0.05;
/** Down 1.15% of the time: 0.1² is 13% below that, nearly three times the tolerance. */
const GOAL = 1 - 0.0115;

/** The same candidates with other random numbers, without reading them again. */
async function runs(seeds: readonly string[]): Promise<OptimizationReport[]> {
  const plan = await planOptimization([UNITS], { vary: { n: '1..5:5' }, subjectTo: [{ figure: 'availability', atLeast: GOAL }] });
  const models = NS.map((_, i) => plan.modelAt(i));
  const reports: OptimizationReport[] = [];
  for (const seed of seeds) {
    const options = { indifference: { amount: ZONE }, cut: { yearsPerReplication: 10, yearsPerObservation: 10, most: 10_000 } };
    reports.push(await conduct(createInProcessRunner, {}, () => searchStudy({ ...plan, seed, modelAt: (i) => models[i] }, options)));
  }
  return reports;
}

/** Of so many runs, as few successes as a chance of that much gives once in 2,000. */
const fewest = (chance: number, runs: number) => chance * runs - 3.5 * Math.sqrt(runs * chance * (1 - chance));

describe('a search among n units in parallel', () => {
  let reports: readonly OptimizationReport[] = [];
  beforeAll(async () => {
    reports = await runs(Array.from({ length: RUNS }, (_, i) => `search ${i}`));
  }, 300_000);

  test('selects the true best with at least the chance that it promises, though the next one is only the zone away', () => {
    const cheapest = NS.filter((n) => down(n) <= 1 - GOAL).sort((a, b) => total(a) - total(b))[0];
    expect(cheapest).toBe(3);
    const right = reports.filter(({ outcome, best }) => outcome === 'found' && NS[best!] === cheapest).length;
    expect(right).toBeGreaterThan(fewest(1 - ALPHA, RUNS));
  });

  test('takes no candidate for feasible that is not, nor the other way round, more often than it promises', () => {
    const wrong = reports.filter(({ candidates }) =>
      candidates.some(({ constraints: [{ verdict }] }, i) => (verdict === 'met' && down(NS[i]) > 1 - GOAL) || (verdict === 'missed' && down(NS[i]) <= 1 - GOAL)),
    ).length;
    expect(RUNS - wrong).toBeGreaterThan(fewest(1 - ALPHA, RUNS));
  });

  test('marks as certain on the frontier what is on the exact one, as often as a 95% interval holds', () => {
    const exact = NS.filter((n) => !NS.some((other) => total(other) < total(n) && down(other) < down(n)));
    expect(exact).toEqual([3, 4, 5]);
    const right = reports.filter(({ frontier }) => frontier.every(({ candidate, isCertain }) => !isCertain || exact.includes(NS[candidate]))).length;
    expect(right).toBeGreaterThan(fewest(0.95, RUNS));
  });

  test('spends a quarter less than the same years for each would have taken, and simulates the dearest one for the frontier alone', () => {
    const sum = (of: (report: OptimizationReport) => number) => reports.reduce((all, report) => all + of(report), 0);
    expect(sum(({ spent }) => spent.years)).toBeLessThan(0.75 * sum(({ spent }) => spent.equalYears));
    for (const { candidates } of reports) expect(candidates[4].ruledOutBy).toBe('infrastructure');
  });
});
