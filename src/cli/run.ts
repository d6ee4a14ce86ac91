import type { Report } from '../analysis/report.ts';
import { renderCsv, renderJson, renderMarkdown, renderTable } from '../report/index.ts';
import { MOST_YEARS } from '../run/plan.ts';
import { simulate } from '../run/simulate.ts';
import { parseAssertion } from './assertion/assertion.ts';
import { complaints, exitCode, judgeAll, type Outcome, renderOutcomes, renderOutcomesMarkdown } from './assertion/outcome.ts';
import type { Format } from './command-line.ts';
import { EXIT } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { checkOutput, deliver, type Screen, screenFor } from './output.ts';
import { createProgress } from './progress.ts';
import { maybe, readMaxTime, readPrecision, readSeed, readWorkers, readYears } from './quantity.ts';

/** As commander hands them over. */
export interface RunOptions {
  readonly years?: string;
  readonly seed?: string;
  readonly precision?: string;
  readonly maxTime?: string;
  readonly workers?: string;
  readonly set: readonly string[];
  readonly assert: readonly string[];
  readonly format: Format;
  readonly output?: string;
  readonly quiet: boolean;
}

/** `nines run`: resolves to the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const years = maybe(options.years, readYears);
  const precision = maybe(options.precision, readPrecision);
  const maxTime = maybe(options.maxTime, readMaxTime);
  const workers = maybe(options.workers, readWorkers);
  const seed = maybe(options.seed, readSeed);
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  const { model } = loaded;
  if (model === null) {
    printDiagnostics(loaded, options.quiet);
    return EXIT.model;
  }
  const names = model.services.map(({ name }) => name);
  const assertions = options.assert.map((text) => parseAssertion(text, model.currency, names));
  printDiagnostics(loaded, options.quiet);

  const goal = { years: years ?? (precision === undefined ? model.simulation.years : MOST_YEARS), precision: precision ?? null, maxTime: maxTime ?? null };
  const progress = createProgress(goal, options.quiet);
  const notices: string[] = [];
  const report = await interruptible(
    (signal) => simulate(model, { years, seed, precision, maxTime, workers, signal, onProgress: progress.show, onNotice: (message) => notices.push(message) }),
    progress.clear,
  );
  if (report === null) return EXIT.interrupted;
  if (!options.quiet) process.stderr.write(notices.map((message) => `nines: ${message}\n`).join(''));

  const outcomes = judgeAll(assertions, report);
  // Whoever looks at a screen has them in the table.
  if ((options.format !== 'table' && options.format !== 'markdown') || options.output !== undefined) process.stderr.write(complaints(outcomes));
  await deliver(render(report, outcomes, options.format, screenFor(options.output)), options.output);
  return exitCode(outcomes);
}

function render(report: Report, outcomes: readonly Outcome[], format: Format, screen: Screen): string {
  switch (format) {
    case 'table':
      return renderTable(report, screen) + renderOutcomes(outcomes, screen);
    case 'markdown':
      return renderMarkdown(report) + renderOutcomesMarkdown(outcomes);
    case 'json':
      return renderJson(report);
    case 'csv':
      return renderCsv(report);
  }
}
