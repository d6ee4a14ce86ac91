import { renderCsv, renderJunit, renderMarkdown, renderTable, reportCases } from '../report/index.ts';
import { simulate } from '../run/simulate.ts';
import {
  assertionFigures,
  complaints,
  exitCode,
  judgeAll,
  outcomeCases,
  outcomeSections,
  renderOutcomes,
  renderOutcomesMarkdown,
} from './outcome.ts';
import { createNotices, deliverReport, goalOf, readSimulation, type SimulationOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import { EXIT } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics, worthSaying } from './load.ts';
import { checkOutput, screenFor } from './output.ts';
import { createProgress } from './progress.ts';
import { readAssertion } from './read-assertion.ts';

/** As commander hands them over. */
export interface RunOptions extends Omit<SimulationOptions, 'format'> {
  readonly format: VerdictFormat;
  readonly assert: readonly string[];
  /** undefined: neither asked for nor left out. */
  readonly experiments?: boolean;
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
  const experiments = options.experiments ?? options.format === 'html';
  const simulated = await interruptible(
    (signal) => simulate(model, { ...asked, experiments, signal, onProgress: progress.show, onNotice: notices.add }),
    progress.clear,
  );
  if (simulated === null) return EXIT.interrupted;
  if (options.experiments === true && model.experiments.length === 0)
    notices.add(`the model has no experiments: nines experiment shows one that it could have`);
  notices.tell(options.quiet);

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
        const { HTML_PAINT, renderRunHtml } = await import('../html/index.ts');
        return renderRunHtml(report, {
          outcomes: outcomeSections(outcomes, HTML_PAINT),
          findings: worthSaying(loaded.diagnostics, options.quiet),
        });
      },
    },
    options,
  );
  return exitCode(outcomes);
}
