import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { duration, whole } from '../units/figure.ts';
import { fit } from '../report/index.ts';
import { candidateLabels } from '../report/optimization/labels.ts';

const COLUMNS = 79;

/**
 * `7 of 24 open  12,400 years  8 s  web_replicas = 6 leads`: nobody knows how many years the last decisions will take.
 */
export function optimizeProgressLine(report: OptimizationReport): string {
  const { candidates, run, leading } = report;
  const open = candidates.filter(({ state }) => state === 'undecided').length;
  const parts = [
    `${whole(open)} of ${whole(candidates.length)} open`,
    `${whole(run.years)} years`,
    duration(Math.floor(run.seconds), null),
    ...(leading === null ? [] : [`${candidateLabels(report)[leading]} leads`]),
  ];
  return fit(parts.join('  '), COLUMNS);
}
