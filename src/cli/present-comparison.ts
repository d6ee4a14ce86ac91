import type { ComparisonReport } from '../analysis/report.ts';
import type { Assertion } from '../assertion/assertion.ts';
import { renderComparison, renderComparisonCsv, renderComparisonMarkdown } from '../report/index.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import {
  assertionFigures,
  complaints,
  exitCode,
  judgeEach,
  renderOutcomes,
  renderOutcomesMarkdown,
} from './outcome.ts';
import { screenFor } from './output.ts';

/**
 * Judges each model's report and writes them all.
 * @param assertions of each model
 * @returns the exit code
 */
export async function presentComparison(
  compared: ComparisonReport,
  assertions: readonly (readonly Assertion[])[],
  options: OutputOptions,
): Promise<number> {
  const labels = compared.models.map(({ model }, i) => compared.labels?.[i] ?? model.name);
  const judged = judgeEach(assertions, compared.models, labels);
  const outcomes = judged.flat();
  const models = compared.models.map((each, i) =>
    judged[i].length === 0 ? each : { ...each, assertions: assertionFigures(judged[i]) },
  );
  const report = { ...compared, models };
  if ((options.format !== 'table' && options.format !== 'markdown') || options.output !== undefined)
    process.stderr.write(complaints(outcomes));
  const screen = screenFor(options.output);
  const renderers = {
    table: () => renderComparison(report, screen) + renderOutcomes(outcomes, screen),
    markdown: () => renderComparisonMarkdown(report) + renderOutcomesMarkdown(outcomes),
    csv: () => renderComparisonCsv(report),
    html: async () => (await import('../html/index.ts')).renderComparisonHtml(report),
  };
  await deliverReport(report, renderers, options);
  return exitCode(outcomes);
}
