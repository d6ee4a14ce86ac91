import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { chooseRunner } from './choose-runner.ts';
import { search } from './optimize-course.ts';
import { firstCut } from './optimize-observations.ts';
import { FIRST_OBSERVATIONS, type OptimizeOptions } from './optimize-options.ts';
import { type OptimizePlan, planOptimization } from './optimize-plan.ts';
import type { Platform } from './pool.ts';

/** `optimize` with the platform given: null for none, or one whose workers a test has its hands on. */
export async function optimizeOn(
  platform: Platform | null,
  texts: readonly string[],
  options: OptimizeOptions,
): Promise<OptimizationReport> {
  return conductOptimization(platform, await planOptimization(texts, options), options);
}

/** On threads that are there for the whole search. */
export async function conductOptimization(
  platform: Platform | null,
  plan: OptimizePlan,
  options: OptimizeOptions,
): Promise<OptimizationReport> {
  options.signal?.throwIfAborted();
  const firstYears = FIRST_OBSERVATIONS * firstCut(plan).yearsPerObservation * plan.candidates.length;
  const runner = chooseRunner(
    platform,
    { workers: options.workers, events: firstYears * plan.eventsPerYear, batches: FIRST_OBSERVATIONS },
    options.onNotice,
  );
  try {
    return await search(plan, runner, options);
  } finally {
    await runner.close();
  }
}
