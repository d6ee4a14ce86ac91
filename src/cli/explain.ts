import type { Explanation } from '../analysis/report-explanation.ts';
import { LARGEST_FACTOR } from '../run/explain-options.ts';
import { explain as study } from '../run/explain.ts';
import { readCommon, type StudyOptions } from './common.ts';
import { elsewhere, isElsewhere, refusePart } from './elsewhere.ts';
import { EXIT, UsageError } from './exit.ts';
import { explainProgressLine } from './explain-progress.ts';
import { loadModel, printDiagnostics, questioned } from './load.ts';
import { presentExplanation } from './present-explanation.ts';
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
  refusePart(options, 'explain varies what its first years have shown to matter');
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

  const { years, seed, maxTime } = common;
  if (isElsewhere(options)) {
    const wishes = { years, seed, factor, sensitivity, patterns };
    return elsewhere({ kind: 'explain', ...questioned([loaded]), wishes }, [], common, options);
  }
  const goal = { years: years ?? model.simulation.years, maxTime: maxTime ?? null };
  const explanation = await conduct<Explanation>(
    common,
    (soFar) => explainProgressLine(soFar, goal),
    (told) => study(source.text, { ...told, file: source.file, set, years, factor, sensitivity, patterns }),
  );
  if (explanation === null) return EXIT.interrupted;
  return presentExplanation(explanation, options);
}

function readFactor(text: string): number {
  const factor = /^\s*$/.test(text) ? NaN : Number(text);
  if (factor > 1 && factor <= LARGEST_FACTOR) return factor;
  throw new UsageError(`--factor takes a number above 1, at most ${LARGEST_FACTOR}, such as 2, not '${text}'.`);
}
