import type { OptimizationReport } from '../../analysis/report-optimization.ts';
import { whole } from '../../units/figure.ts';

/** The model's name, or how many there are. */
export function searchTitle({ models }: OptimizationReport): string {
  return models.length === 1 ? models[0].name : `${models.length} models to choose from`;
}

/** How much was simulated. */
export function yearsText({ run, candidates }: OptimizationReport): string {
  return (
    `${whole(run.years)} years of ` +
    `${candidates.length === 1 ? '1 candidate' : `${whole(candidates.length)} candidates`}`
  );
}
