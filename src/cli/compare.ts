import type { ComparisonReport } from '../analysis/report.ts';
import type { Model } from '../model/index.ts';
import { renderComparison, renderComparisonCsv, renderComparisonMarkdown, renderJson } from '../report/index.ts';
import { compare as conduct } from '../run/compare.ts';
import { MOST_YEARS } from '../run/plan.ts';
import type { Format } from './command-line.ts';
import { EXIT, UsageError } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { checkOutput, deliver, type Screen, screenFor } from './output.ts';
import { createProgress } from './progress.ts';
import { maybe, readMaxTime, readPrecision, readSeed, readWorkers, readYears } from './quantity.ts';

/** As commander hands them over. */
export interface CompareOptions {
  readonly years?: string;
  readonly seed?: string;
  readonly precision?: string;
  readonly maxTime?: string;
  readonly workers?: string;
  readonly set: readonly string[];
  readonly format: Format;
  readonly output?: string;
  readonly quiet: boolean;
}

/** `nines compare`: resolves to the exit code. */
export async function compare(files: readonly string[], options: CompareOptions): Promise<number> {
  const years = maybe(options.years, readYears);
  const precision = maybe(options.precision, readPrecision);
  const maxTime = maybe(options.maxTime, readMaxTime);
  const workers = maybe(options.workers, readWorkers);
  const seed = maybe(options.seed, readSeed);
  if (files.length < 2) throw new UsageError('compare takes two models or more.');
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('only one of the models can be -, standard input.');
  await checkOutput(options.output);
  const loaded = [];
  for (const file of files) loaded.push(await loadModel(file, options.set));
  for (const each of loaded) printDiagnostics(each, options.quiet);
  const models = loaded.flatMap(({ model }): Model[] => (model === null ? [] : [model]));
  if (models.length < files.length) return EXIT.model;
  const odd = models.find(({ currency }) => currency !== models[0].currency);
  if (odd !== undefined) throw new UsageError(`the models reckon in ${models[0].currency} and in ${odd.currency}: give them one currency.`);

  const most = Math.max(...models.map(({ simulation }) => simulation.years));
  const progress = createProgress({ years: years ?? (precision === undefined ? most : MOST_YEARS), precision: precision ?? null, maxTime: maxTime ?? null }, options.quiet);
  const notices: string[] = [];
  const report = await interruptible(
    (signal) =>
      conduct(models, { years, seed, precision, maxTime, workers, signal, onProgress: (soFar) => progress.show(soFar.models[0]), onNotice: (message) => notices.push(message) }),
    progress.clear,
  );
  if (report === null) return EXIT.interrupted;
  if (!options.quiet) process.stderr.write(notices.map((message) => `nines: ${message}\n`).join(''));
  await deliver(render(report, options.format, screenFor(options.output)), options.output);
  return EXIT.ok;
}

function render(report: ComparisonReport, format: Format, screen: Screen): string {
  switch (format) {
    case 'table':
      return renderComparison(report, screen);
    case 'markdown':
      return renderComparisonMarkdown(report);
    case 'json':
      return renderJson(report);
    case 'csv':
      return renderComparisonCsv(report);
  }
}
