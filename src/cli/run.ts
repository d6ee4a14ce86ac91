import { renderCsv, renderMarkdown, renderTable } from '../report/index.ts';
import { simulate } from '../run/simulate.ts';
import { complaints, exitCode, judgeAll, outcomeSections, renderOutcomes, renderOutcomesMarkdown } from './outcome.ts';
import { createNotices, deliverReport, goalOf, readSimulation, type SimulationOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics, worthSaying } from './load.ts';
import { checkOutput, screenFor } from './output.ts';
import { createProgress } from './progress.ts';
import { readAssertion } from './read-assertion.ts';

/** As commander hands them over. */
export interface RunOptions extends SimulationOptions {
  readonly assert: readonly string[];
}

/** `nines run`: resolves to the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const asked = readSimulation(options);
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  const { model } = loaded;
  if (model === null) {
    printDiagnostics(loaded, options.quiet);
    return EXIT.model;
  }
  const assertions = options.assert.map((text) => readAssertion('--assert', text, model));
  printDiagnostics(loaded, options.quiet);

  const progress = createProgress(goalOf(asked, model.simulation.years), options.quiet);
  const notices = createNotices();
  const report = await interruptible((signal) => simulate(model, { ...asked, signal, onProgress: progress.show, onNotice: notices.add }), progress.clear);
  if (report === null) return EXIT.interrupted;
  notices.tell(options.quiet);

  const outcomes = judgeAll(assertions, report);
  // Whoever looks at a screen has them in the table.
  if ((options.format !== 'table' && options.format !== 'markdown') || options.output !== undefined) process.stderr.write(complaints(outcomes));
  const screen = screenFor(options.output);
  await deliverReport(
    report,
    {
      table: () => renderTable(report, screen) + renderOutcomes(outcomes, screen),
      markdown: () => renderMarkdown(report) + renderOutcomesMarkdown(outcomes),
      csv: () => renderCsv(report),
      html: async () => {
        const { HTML_PAINT, renderRunHtml } = await import('../html/index.ts');
        return renderRunHtml(report, { outcomes: outcomeSections(outcomes, HTML_PAINT), findings: worthSaying(loaded.diagnostics, options.quiet) });
      },
    },
    options,
  );
  return exitCode(outcomes);
}
