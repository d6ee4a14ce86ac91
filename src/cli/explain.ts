import type { Explanation } from '../analysis/report-explanation.ts';
import { renderExplanation, renderExplanationCsv, renderExplanationMarkdown } from '../report/index.ts';
import { LARGEST_FACTOR } from '../run/explain-options.ts';
import { explain as conduct } from '../run/explain.ts';
import { createNotices, deliverReport, readSimulation, type SimulationOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import { createExplainProgress } from './explain-progress.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { checkOutput, screenFor } from './output.ts';
import { maybe } from './quantity.ts';

/** As commander hands them over. */
export interface ExplainOptions extends Omit<SimulationOptions, 'precision'> {
  readonly factor?: string;
  readonly sensitivity: boolean;
}

/** `nines explain`: resolves to the exit code. */
export async function explain(file: string, options: ExplainOptions): Promise<number> {
  const { years, seed, maxTime, workers } = readSimulation(options);
  const factor = maybe(options.factor, readFactor);
  if (factor !== undefined && !options.sensitivity)
    throw new UsageError(
      '--factor is for inputs, which --no-sensitivity leaves as they are: leave out one of the two.',
    );
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  printDiagnostics(loaded, options.quiet);
  const { model, source, set } = loaded;
  if (model === null) return EXIT.model;

  const progress = createExplainProgress(
    { years: years ?? model.simulation.years, maxTime: maxTime ?? null },
    options.quiet,
  );
  const notices = createNotices();
  const explanation = await interruptible(
    (signal) =>
      conduct(source.text, {
        file: source.file,
        set,
        years,
        seed,
        maxTime,
        workers,
        factor,
        sensitivity: options.sensitivity,
        signal,
        onProgress: progress.show,
        onNotice: notices.add,
      }),
    progress.clear,
  );
  if (explanation === null) return EXIT.interrupted;
  notices.tell(options.quiet);
  await deliverReport(explanation, renderersOf(explanation, options), options);
  return EXIT.ok;
}

function renderersOf(explanation: Explanation, { output }: ExplainOptions) {
  return {
    table: () => renderExplanation(explanation, screenFor(output)),
    markdown: () => renderExplanationMarkdown(explanation),
    csv: () => renderExplanationCsv(explanation),
    html: async () => (await import('../html/index.ts')).renderExplanationHtml(explanation),
  };
}

function readFactor(text: string): number {
  const factor = /^\s*$/.test(text) ? NaN : Number(text);
  if (factor > 1 && factor <= LARGEST_FACTOR) return factor;
  throw new UsageError(`--factor takes a number above 1, at most ${LARGEST_FACTOR}, such as 2, not '${text}'.`);
}
