import type { ComparisonReport } from '../analysis/report.ts';
import { renderComparison, renderComparisonCsv, renderComparisonMarkdown } from '../report/index.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { screenFor } from './output.ts';

/** Writes the report. @returns the exit code */
export async function presentComparison(report: ComparisonReport, options: OutputOptions): Promise<number> {
  const renderers = {
    table: () => renderComparison(report, screenFor(options.output)),
    markdown: () => renderComparisonMarkdown(report),
    csv: () => renderComparisonCsv(report),
    html: async () => (await import('../html/index.ts')).renderComparisonHtml(report),
  };
  await deliverReport(report, renderers, options);
  return EXIT.ok;
}
