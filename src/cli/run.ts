import type { Report } from '../analysis/report.ts';
import { renderCsv, renderJunit, renderMarkdown, renderTable, reportCases } from '../report/index.ts';
import type { Assertion } from '../assertion/assertion.ts';
import type { Method } from '../run/options.ts';
import type { Question } from '../run/question.ts';
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
import { deliverReport, type OutputOptions, readCommon, type StudyOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import { EXIT } from './exit.ts';
import { type Loaded, loadModel, printDiagnostics, questioned, worthSaying } from './load.ts';
import { screenFor } from './output.ts';
import { goalOf, progressLine } from './progress.ts';
import { readAssertion } from './read-assertion.ts';
import { conduct, createNotices } from './study.ts';

/** As commander hands them over. */
export interface RunOptions extends StudyOptions<VerdictFormat> {
  readonly assert: readonly string[];
  readonly method: Method;
  /** undefined: neither asked for nor left out. */
  readonly experiments?: boolean;
}

/** `nines run`: resolves to the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const common = await readCommon(options);
  const loaded = await loadModel(file, common);
  const { model } = loaded;
  const assertions = model === null ? [] : options.assert.map((text) => readAssertion('--assert', text, model));
  printDiagnostics(loaded, options.quiet);
  if (model === null) return EXIT.model;

  const { years, precision, seed } = common;
  const { method } = options;
  const wishes = { years, precision, method, experiments: options.experiments ?? options.format === 'html' };
  if (options.part !== undefined) {
    const question: Question<'run'> = { kind: 'run', ...questioned([loaded]), wishes: { ...wishes, seed } };
    return (await import('./part.ts')).part(question, options.assert, common, options);
  }
  const notices = createNotices();
  if (options.experiments === true && model.experiments.length === 0)
    notices.add(`the model has no experiments: nines experiment shows one that it could have`);
  const goal = goalOf(common, model.simulation.years);
  const simulated = await conduct<Report>(
    common,
    (soFar) => progressLine(soFar, goal),
    (told) => simulate(model, { ...told, ...wishes }),
    notices,
  );
  return simulated === null ? EXIT.interrupted : presentRun(simulated, loaded, assertions, options);
}

/** Judges the report and writes it. @returns the exit code */
export async function presentRun(
  simulated: Report,
  loaded: Loaded,
  assertions: readonly Assertion[],
  options: OutputOptions<VerdictFormat>,
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
