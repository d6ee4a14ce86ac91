import type { ExperimentsReport } from '../analysis/report.ts';
import {
  experimentCases,
  renderExperiments,
  renderExperimentsCsv,
  renderExperimentsMarkdown,
  renderJunit,
} from '../report/index.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import { EXIT } from './exit.ts';
import { screenFor } from './output.ts';

/** Writes the report. @returns the exit code */
export async function presentExperiments(
  report: ExperimentsReport,
  options: OutputOptions<VerdictFormat>,
): Promise<number> {
  const renderers = {
    table: () => renderExperiments(report, screenFor(options.output)),
    markdown: () => renderExperimentsMarkdown(report),
    csv: () => renderExperimentsCsv(report),
    junit: () => renderJunit(report, report.experiments.flatMap(experimentCases)),
    html: async () => (await import('../html/index.ts')).renderExperimentsHtml(report),
  };
  await deliverReport(report, renderers, options);
  return EXIT.ok;
}
