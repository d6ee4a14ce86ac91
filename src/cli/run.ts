import type { Report } from '../analysis/report.ts';
import { renderCsv, renderJson, renderTable } from '../report/index.ts';
import { MOST_YEARS } from '../run/plan.ts';
import { simulate } from '../run/simulate.ts';
import { parseAssertion } from './assertion/assertion.ts';
import { complaints, exitCode, judgeAll, renderOutcomes } from './assertion/outcome.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { checkOutput, deliver, PLAIN_SCREEN, screenOf } from './output.ts';
import { createProgress } from './progress.ts';
import { readMaxTime, readPrecision, readWorkers, readYears } from './quantity.ts';

/** As commander hands them over. */
export interface RunOptions {
  readonly years?: string;
  readonly seed?: string;
  readonly precision?: string;
  readonly maxTime?: string;
  readonly workers?: string;
  readonly set: readonly string[];
  readonly assert: readonly string[];
  readonly format: 'table' | 'json' | 'csv';
  readonly output?: string;
  readonly quiet: boolean;
}

/** `nines run`: resolves to the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const years = maybe(options.years, readYears);
  const precision = maybe(options.precision, readPrecision);
  const maxTime = maybe(options.maxTime, readMaxTime);
  const workers = maybe(options.workers, readWorkers);
  if (options.seed === '') throw new UsageError('--seed takes text or a number, and not nothing.');
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
  const interrupt = new AbortController();
  // Once: whoever presses Ctrl-C again means it.
  const onInterrupt = (): void => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  let report: Report;
  try {
    report = await simulate(model, {
      years,
      seed: options.seed,
      precision,
      maxTime,
      workers,
      signal: interrupt.signal,
      onProgress: progress.show,
      onNotice: (message) => notices.push(message),
    });
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    process.stderr.write('nines: interrupted before there was anything to report\n');
    return EXIT.interrupted;
  } finally {
    progress.clear();
    process.removeListener('SIGINT', onInterrupt);
  }
  if (!options.quiet) process.stderr.write(notices.map((message) => `nines: ${message}\n`).join(''));

  const outcomes = judgeAll(assertions, report);
  const screen = options.output === undefined ? screenOf(process.stdout) : PLAIN_SCREEN;
  const text = options.format === 'table' ? renderTable(report, screen) + renderOutcomes(outcomes, screen) : render(report, options.format);
  if (options.format !== 'table' || options.output !== undefined) process.stderr.write(complaints(outcomes));
  await deliver(text, options.output);
  return exitCode(outcomes);
}

function render(report: Report, format: 'json' | 'csv'): string {
  return format === 'json' ? renderJson(report) : renderCsv(report);
}

function maybe<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}
