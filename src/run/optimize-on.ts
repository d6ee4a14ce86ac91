import type { OptimizationReport } from '../analysis/report-optimization.ts';
import type { OptimizeOptions } from './optimize-options.ts';
import { type OptimizePlan, planOptimization } from './optimize-plan.ts';
import { searchStudy } from './optimize-search.ts';
import type { OpenRunner } from './runner.ts';
import { conduct } from './study.ts';

/** `optimize` with the runner given. */
export async function optimizeOn(
  open: OpenRunner,
  texts: readonly string[],
  options: OptimizeOptions,
): Promise<OptimizationReport> {
  return conductOptimization(open, await planOptimization(texts, options), options);
}

/** A search that is planned already. */
export function conductOptimization(
  open: OpenRunner,
  plan: OptimizePlan,
  options: OptimizeOptions,
): Promise<OptimizationReport> {
  return conduct(open, options, () => searchStudy(plan, options));
}
