import { backtestSheet, renderBacktestCsv, renderSheet, renderSheetMarkdown } from '../report/index.ts';
import { backtest as study } from '../run/backtest.ts';
import { deliverReport, type OutputOptions, readCommon } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import { type LogOptions, printProblems, readPeriod } from './fit.ts';
import { readSource } from './input.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { screenFor } from './output.ts';
import { readTime } from './quantity.ts';

/** As commander hands them over. */
export interface BacktestCommandOptions extends OutputOptions, LogOptions {
  readonly drill: readonly string[];
  readonly seed?: string;
}

/** `nines backtest`: resolves to the exit code. */
export async function backtest(
  file: string,
  log: string | undefined,
  options: BacktestCommandOptions,
): Promise<number> {
  const { output, quiet } = options;
  const common = await readCommon(options);
  const period = readPeriod(options);
  const drills = readDrills(options.drill);
  if (log === undefined && options.drill.length === 0)
    throw new UsageError("there is nothing to hold the model against: give a log, or --drill 'NAME=140 s', or both.");
  if (log === '-' && file === '-') throw new UsageError('only one of model and log can be -, standard input.');
  const loaded = await loadModel(file, common);
  printDiagnostics(loaded, quiet);
  const { model } = loaded;
  if (model === null) return EXIT.model;
  const source = log === undefined ? null : await readSource(log, 'log');
  const told = { ...period, drills, seed: common.seed, file: source?.file };
  const found = await interruptible(
    (signal) => study(model, source?.text ?? null, { ...told, signal }).catch(asUsage),
    () => undefined,
  );
  if (found === null) return EXIT.interrupted;
  if (source !== null) printProblems(found.problems, source, quiet);
  const { report } = found;
  if (report === null) return EXIT.model;
  const sheet = backtestSheet(report);
  await deliverReport(
    report,
    {
      table: () => renderSheet(sheet, screenFor(output)),
      csv: () => renderBacktestCsv(report),
      markdown: () => renderSheetMarkdown(sheet),
      html: async () => (await import('../html/index.ts')).renderSheetHtml(sheet),
    },
    options,
  );
  return EXIT.ok;
}

function asUsage(error: unknown): never {
  if (error instanceof RangeError) throw new UsageError(`--drill: ${error.message}`);
  throw error;
}

/** @throws UsageError */
function readDrills(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, time] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/s.exec(text) ?? [];
      if (name === undefined)
        throw new UsageError(`--drill takes an experiment and its time, such as 'lose-a-zone=140 s', not '${text}'.`);
      return [name, readTime('--drill', time)];
    }),
  );
}
