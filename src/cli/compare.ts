import type { Model } from '../model/index.ts';
import { renderComparison, renderComparisonCsv, renderComparisonMarkdown } from '../report/index.ts';
import { compare as conduct } from '../run/compare.ts';
import { createNotices, deliverReport, goalOf, readSimulation, type SimulationOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { checkOutput, screenFor } from './output.ts';
import { createProgress } from './progress.ts';

/** `nines compare`: resolves to the exit code. */
export async function compare(files: readonly string[], options: SimulationOptions): Promise<number> {
  const asked = readSimulation(options);
  if (files.length < 2) throw new UsageError('compare takes two models or more.');
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('only one of the models can be -, standard input.');
  await checkOutput(options.output);
  const loaded = [];
  for (const file of files) loaded.push(await loadModel(file, options.set));
  for (const each of loaded) printDiagnostics(each, options.quiet);
  const models = loaded.flatMap(({ model }): Model[] => (model === null ? [] : [model]));
  if (models.length < files.length) return EXIT.model;
  const odd = models.find(({ currency }) => currency !== models[0].currency);
  if (odd !== undefined)
    throw new UsageError(`the models reckon in ${models[0].currency} and in ${odd.currency}: give them one currency.`);

  const most = Math.max(...models.map(({ simulation }) => simulation.years));
  const progress = createProgress(goalOf(asked, most), options.quiet);
  const notices = createNotices();
  const report = await interruptible(
    (signal) =>
      conduct(models, {
        ...asked,
        signal,
        onProgress: (soFar) => progress.show(soFar.models[0]),
        onNotice: notices.add,
      }),
    progress.clear,
  );
  if (report === null) return EXIT.interrupted;
  notices.tell(options.quiet);
  const renderers = {
    table: () => renderComparison(report, screenFor(options.output)),
    markdown: () => renderComparisonMarkdown(report),
    csv: () => renderComparisonCsv(report),
    html: async () => (await import('../html/index.ts')).renderComparisonHtml(report),
  };
  await deliverReport(report, renderers, options);
  return EXIT.ok;
}
