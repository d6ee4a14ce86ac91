import type { Report } from '../analysis/report.ts';
import { chancesIn } from '../assertion/assertion.ts';
import type { Method } from '../run/options.ts';
import type { Question } from '../run/question.ts';
import { simulate } from '../run/simulate.ts';
import { readCommon, type StudyOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import { elsewhere, isElsewhere } from './elsewhere.ts';
import { presentRun } from './present-run.ts';
import { EXIT } from './exit.ts';
import { loadModel, printDiagnostics, questioned } from './load.ts';
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
  const chances = chancesIn(options.assert);
  const wishes = {
    ...{ years, precision, method, experiments: options.experiments ?? options.format === 'html' },
    ...(chances.length === 0 ? {} : { chances }),
  };
  const asked: Question<'run'> = { kind: 'run', ...questioned([loaded]), wishes: { ...wishes, seed } };
  if (isElsewhere(options)) {
    return elsewhere(asked, options.assert, common, options);
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
  return simulated === null ? EXIT.interrupted : presentRun(simulated, loaded, assertions, options, asked);
}
