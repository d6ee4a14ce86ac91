import type { Explanation } from '../analysis/report-explanation.ts';
import { renderExplanation, renderExplanationCsv, renderExplanationMarkdown } from '../report/index.ts';
import { LARGEST_FACTOR } from '../run/explain-options.ts';
import { explain as study } from '../run/explain.ts';
import { deliverReport, readCommon, type StudyOptions } from './common.ts';
import { refuseElsewhere } from './elsewhere.ts';
import { EXIT, UsageError } from './exit.ts';
import { explainProgressLine } from './explain-progress.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { screenFor } from './output.ts';
import { maybe } from './quantity.ts';
import { conduct } from './study.ts';

/** As commander hands them over. */
export interface ExplainOptions extends Omit<StudyOptions, 'precision'> {
  readonly factor?: string;
  readonly sensitivity: boolean;
  readonly patterns: boolean;
}

/** `nines explain`: resolves to the exit code. */
export async function explain(file: string, options: ExplainOptions): Promise<number> {
  refuseElsewhere(options, 'explain varies what it has found to matter: it runs on one machine');
  const { sensitivity, patterns } = options;
  const factor = maybe(options.factor, readFactor);
  if (factor !== undefined && !sensitivity)
    throw new UsageError(
      '--factor is for inputs, which --no-sensitivity leaves as they are: leave out one of the two.',
    );
  const common = await readCommon(options);
  const loaded = await loadModel(file, common);
  printDiagnostics(loaded, options.quiet);
  const { model, source, set } = loaded;
  if (model === null) return EXIT.model;

  const { years, maxTime } = common;
  const goal = { years: years ?? model.simulation.years, maxTime: maxTime ?? null };
  const explanation = await conduct<Explanation>(
    common,
    (soFar) => explainProgressLine(soFar, goal),
    (told) => study(source.text, { ...told, file: source.file, set, years, factor, sensitivity, patterns }),
  );
  if (explanation === null) return EXIT.interrupted;
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
