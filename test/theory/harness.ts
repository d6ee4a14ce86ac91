import { expect } from 'vitest';
import { buildExperimentFigures } from '../../src/analysis/experiments.ts';
import { buildReport } from '../../src/analysis/figures.ts';
import { knownOutages } from '../../src/analysis/known-outages.ts';
import type { Estimate, ExperimentFigures, Interval, Loss, Report } from '../../src/analysis/report.ts';
import { createTally, mergeTally } from '../../src/observe/tally.ts';
import { compile } from '../../src/compile/compile.ts';
import type { Compiled } from '../../src/compile/program.ts';
import { compileExperiment } from '../../src/compile/faultload.ts';
import { type Model, parseModel } from '../../src/model/index.ts';
import { simulateBatch } from '../run/at-once.ts';
import { makeExperimentPlan } from '../../src/run/experiment-plan.ts';
import { NOT_CALCULATED } from '../../src/run/exact.ts';
import type { Plan } from '../../src/run/plan.ts';

/** How a test's history is cut up; one batch is enough for a test. */
export interface Lives {
  readonly replications: number;
  readonly years: number;
  readonly seed?: string;
  /** Default: a year. 0: everything new and up at the beginning. */
  readonly warmUpSeconds?: number;
}

export const HOUR = 3600;
export const DAY = 86_400;
export const YEAR = 365.25 * DAY;

interface Read {
  readonly model: Model;
  readonly compiled: Compiled;
  readonly outages: ReturnType<typeof knownOutages>;
}

const KEPT = 4;
const kept = new Map<string, Read>();

/** What follows from a text alone: a loop over seeds has it once, not three hundred times. */
export function read(text: string): Read {
  const known = kept.get(text) ?? compiledOf(parseModel(`nines: 1\nname: theory\n${text}`));
  kept.delete(text);
  kept.set(text, known);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return known;
}

function compiledOf(model: Model): Read {
  return { model, compiled: compile(model), outages: knownOutages(model) };
}

/** Lives through a model's histories on this thread. */
export function live(text: string, lives: Lives): Report {
  return report(read(text), lives);
}

export function liveModel(model: Model, lives: Lives): Report {
  return report(compiledOf(model), lives);
}

function report({ model, compiled, outages }: Read, { replications, years, seed = 'theory', warmUpSeconds = YEAR }: Lives): Report {
  const plan: Plan = {
    seed,
    years: replications * years,
    yearsPerReplication: years,
    replications,
    replicationsPerBatch: replications,
    batches: 1,
    warmUpSeconds,
    precision: null,
    goals: model.targets,
  };
  const tally = createTally(compiled.program.counts);
  mergeTally(tally, simulateBatch(compiled.program, plan, 0));
  return buildReport({ model, compiled, tally, outages, plan, seconds: 1, workers: 1, partial: false, exact: NOT_CALCULATED });
}

/** Makes so many runs of a model's experiment on this thread. */
export function conduct(text: string, name: string, runs: number, seed = 'theory'): ExperimentFigures {
  const model = parseModel(`nines: 1\nname: theory\n${text}`);
  const experiment = model.experiments.find((each) => each.name === name)!;
  const { program, faultload } = compileExperiment(model, experiment);
  const plan = makeExperimentPlan(model, faultload, { runs, seed });
  const tally = createTally(program.counts);
  for (let batch = 0; batch < plan.batches; batch++) mergeTally(tally, simulateBatch(program, plan, batch));
  return buildExperimentFigures(model, experiment, tally);
}

/** A mean with its interval, of figures that may be empty, or for good; here they are neither. */
export function meanOf({ mean, ci95 }: { readonly mean: Loss | null; readonly ci95: readonly [Loss, Loss] | null }): Estimate {
  if (typeof mean !== 'number') throw new Error(`a mean of ${mean}`);
  return { mean, ci95: ci95 as Interval };
}

/** A distribution function from values and their weights. */
export function weighted(samples: readonly (readonly [value: number, weight: number])[]): (x: number) => number {
  const sorted = [...samples].sort((a, b) => a[0] - b[0]);
  const sums: number[] = [];
  for (const [, weight] of sorted) sums.push((sums[sums.length - 1] ?? 0) + weight);
  return (x) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle][0] <= x) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : sums[low - 1] / sums[sums.length - 1];
  };
}

/** The mean of independent values with its own standard error, for `expectExact`. */
export function estimateOf(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return { mean, ci95: [mean - half, mean + half] };
}

/** Standard errors allowed: at a fixed seed, one honest comparison in 2,000 would fail by chance, and would do so for ever. */
const STANDARD_ERRORS = 3.5;

/** The exact value lies within 3.5 standard errors of the estimate; the error is the sample's own. */
export function expectExact(estimate: Estimate, exact: number): void {
  const standardError = (estimate.ci95[1] - estimate.ci95[0]) / (2 * 1.96);
  if (standardError === 0) {
    // Nothing random in it: the same to rounding.
    expect(Math.abs(estimate.mean / exact - 1)).toBeLessThan(1e-9);
    return;
  }
  const distance = Math.abs(estimate.mean - exact) / standardError;
  expect(distance, `estimate ${estimate.mean} is ${distance.toFixed(2)} standard errors from the exact ${exact}`).toBeLessThan(STANDARD_ERRORS);
}

/** The sample is fine enough to tell the exact value from one that is off by this share of the unavailability. */
export function expectTells(estimate: Estimate, exact: number, share: number): void {
  const halfWidth = (estimate.ci95[1] - estimate.ci95[0]) / 2;
  expect(halfWidth / (1 - exact), 'relative half-width on unavailability').toBeLessThan(share);
}

/** Distribution-free: a sample quantile's rank has standard deviation √(p(1 − p)/n); the exact one must lie in the band. */
export function expectQuantile(value: Loss | null, count: number, p: number, cdf: (x: number) => number): void {
  if (typeof value !== 'number') throw new Error(`a quantile of ${value}`);
  // The histogram's bins are 0.8% wide: its quantile lies within one of them.
  const slack = STANDARD_ERRORS * Math.sqrt((p * (1 - p)) / count);
  expect(cdf(value * 0.992), `share below quantile ${p}`).toBeLessThan(p + slack);
  expect(cdf(value * 1.008), `share below quantile ${p}`).toBeGreaterThan(p - slack);
}

/** Chance that at least k of n independent members, up with chance a, are up. */
export function atLeastOf(k: number, n: number, a: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) sum += choose(n, i) * a ** i * (1 - a) ** (n - i);
  return sum;
}

export function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
