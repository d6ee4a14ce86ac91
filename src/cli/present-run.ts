import type { Report } from '../analysis/report.ts';
import { renderCsv, renderJunit, renderMarkdown, renderTable, reportCases } from '../report/index.ts';
import type { Assertion } from '../assertion/assertion.ts';
import {
  assertionFigures,
  complaints,
  exitCode,
  handed,
  judgeAll,
  outcomeCases,
  renderOutcomes,
  renderOutcomesMarkdown,
} from './outcome.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import type { Loaded } from './load.ts';
import type { Question } from '../run/question.ts';
import { screenFor } from './output.ts';

/** Judges the report and writes it. @returns the exit code */
export async function presentRun(
  simulated: Report,
  loaded: Loaded,
  assertions: readonly Assertion[],
  options: OutputOptions<VerdictFormat>,
  question: Question<'run'>,
): Promise<number> {
  const outcomes = judgeAll(assertions, simulated);
  const report = outcomes.length === 0 ? simulated : { ...simulated, assertions: assertionFigures(outcomes) };
  // Whoever looks at a screen has them in the table.
  if ((options.format !== 'table' && options.format !== 'markdown') || options.output !== undefined)
    process.stderr.write(complaints(outcomes));
  const screen = screenFor(options.output);
  await deliverReport(
    report,
    {
      table: () => renderTable(report, screen) + renderOutcomes(outcomes, screen),
      markdown: () => renderMarkdown(report) + renderOutcomesMarkdown(outcomes),
      csv: () => renderCsv(report),
      junit: () => renderJunit(report, [...outcomeCases(outcomes), ...reportCases(report)]),
      html: async () => {
        const { handoverOf, renderHandover } = await import('../handover/handover.ts');
        const date = new Date().toISOString().slice(0, 10);
        const written = assertions.map(({ text }) => text);
        const handover = handoverOf(report, question, written, { date, quiet: options.quiet });
        return renderHandover(report, handed(loaded, assertions, report, options.quiet), handover);
      },
    },
    options,
  );
  return exitCode(outcomes);
}
