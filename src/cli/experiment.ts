import type { ExperimentsReport } from '../analysis/report.ts';
import type { Experiment, Model } from '../model/index.ts';
import { chooseExperiments, DEFAULT_RUNS } from '../run/experiment-options.ts';
import { experiment as study } from '../run/experiment.ts';
import type { Question } from '../run/question.ts';
import { readCommon, type StudyOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import { elsewhere, isElsewhere } from './elsewhere.ts';
import { presentExperiments } from './present-experiments.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadModel, printDiagnostics, questioned } from './load.ts';
import { experimentProgressLine } from './progress.ts';
import { maybe, readRuns } from './quantity.ts';
import { conduct } from './study.ts';

/** As commander hands them over. */
export interface ExperimentOptions extends Omit<StudyOptions<VerdictFormat>, 'years' | 'precision'> {
  readonly runs?: string;
}

/** `nines experiment`: resolves to the exit code. */
export async function experiment(file: string, asked: readonly string[], options: ExperimentOptions): Promise<number> {
  const runs = maybe(options.runs, readRuns);
  const common = await readCommon(options);
  const loaded = await loadModel(file, common);
  const { model } = loaded;
  const names = model === null ? [] : choose(model, asked).map(({ name }) => name);
  printDiagnostics(loaded, options.quiet);
  if (model === null) return EXIT.model;

  if (isElsewhere(options)) {
    const wishes = { names: asked.length === 0 ? undefined : names, runs, seed: common.seed };
    const question: Question<'experiment'> = { kind: 'experiment', ...questioned([loaded]), wishes };
    return elsewhere(question, [], common, options);
  }
  const goal = { runs: runs ?? DEFAULT_RUNS, names };
  const report = await conduct<ExperimentsReport>(
    common,
    (soFar) => experimentProgressLine(soFar, goal),
    (told) => study(model, { ...told, names, runs }),
  );
  return report === null ? EXIT.interrupted : presentExperiments(report, options);
}

function choose(model: Model, names: readonly string[]): Experiment[] {
  if (model.experiments.length === 0)
    throw new UsageError(`the model has no experiments: it could have one with\n${exampleFor(model)}`);
  try {
    return chooseExperiments(model.experiments, names.length === 0 ? undefined : names);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

/** An experiment with something that the model has, ready to be pasted. */
function exampleFor({ domains, services, entry }: Model): string {
  const name = domains[0]?.name ?? services.find(({ component }) => component >= 0)?.written ?? services[entry].written;
  const written = /^[A-Za-z][\w-]*$/.test(name) ? name : JSON.stringify(name);
  return `experiments: { lose-it: { fail: ${written}, for: 2 h } }`;
}
