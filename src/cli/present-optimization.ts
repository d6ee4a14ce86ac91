import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { renderOptimization, renderOptimizationCsv, renderOptimizationMarkdown } from '../report/index.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { screenFor } from './output.ts';

/** Writes the report. @returns the exit code */
export async function presentOptimization(report: OptimizationReport, options: OutputOptions): Promise<number> {
  const renderers = {
    table: () => renderOptimization(report, screenFor(options.output)),
    markdown: () => renderOptimizationMarkdown(report),
    csv: () => renderOptimizationCsv(report),
    html: async () => (await import('../html/index.ts')).renderOptimizationHtml(report),
  };
  await deliverReport(report, renderers, options);
  return exitCode(report);
}

function exitCode({ outcome }: OptimizationReport): number {
  return { found: EXIT.ok, infeasible: EXIT.assertionFailed, undecided: EXIT.undecided }[outcome];
}
