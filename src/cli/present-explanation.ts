import type { Explanation } from '../analysis/report-explanation.ts';
import { renderExplanation, renderExplanationCsv, renderExplanationMarkdown } from '../report/index.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { screenFor } from './output.ts';

/** Writes the report. @returns the exit code */
export async function presentExplanation(explanation: Explanation, options: OutputOptions): Promise<number> {
  const renderers = {
    table: () => renderExplanation(explanation, screenFor(options.output)),
    markdown: () => renderExplanationMarkdown(explanation),
    csv: () => renderExplanationCsv(explanation),
    html: async () => (await import('../html/index.ts')).renderExplanationHtml(explanation),
  };
  await deliverReport(explanation, renderers, options);
  return EXIT.ok;
}
