import type { OptimizationReport } from '../analysis/report-optimization.ts';
import type { ParsedModel } from '../model/index.ts';
import { plainText, renderOptimization, renderOptimizationCsv, renderOptimizationMarkdown } from '../report/index.ts';
import { onPlatform } from '../run/choose-runner.ts';
import { conductOptimization } from '../run/optimize-on.ts';
import { FIRST_OBSERVATIONS } from '../run/optimize-options.ts';
import { type OptimizePlan, planOptimization } from '../run/optimize-plan.ts';
import { currentPlatform } from '../run/platform.ts';
import { PointError } from '../run/sweep-plan.ts';
import { VaryError } from '../run/sweep-vary.ts';
import { createNotices, deliverReport, readSimulation, type SimulationOptions } from './common.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { EXIT, UsageError } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { type Loaded, loadModel, printDiagnostics } from './load.ts';
import { createOptimizeProgress } from './optimize-progress.ts';
import { readIndifference, readObjective, readSubjectTo, readTolerance } from './optimize-wishes.ts';
import { checkOutput, screenFor, screenOf } from './output.ts';
import { maybe } from './quantity.ts';
import { readVariations } from './sweep.ts';

/** As commander hands them over. */
export interface OptimizeOptions extends Omit<SimulationOptions, 'precision'> {
  readonly vary: readonly string[];
  readonly subjectTo: readonly string[];
  readonly minimize?: string;
  readonly maximize?: string;
  readonly indifference?: string;
  readonly tolerance?: string;
}

/** `nines optimize`: resolves to the exit code. */
export async function optimize(files: readonly string[], options: OptimizeOptions): Promise<number> {
  const { years, seed, maxTime, workers } = readSimulation(options);
  const vary = readVariations(options.vary);
  const tolerance = maybe(options.tolerance, readTolerance);
  if (years !== undefined && years < FIRST_OBSERVATIONS)
    throw new UsageError(`--years: each candidate takes at least ${FIRST_OBSERVATIONS} before the first decision.`);
  if (options.minimize !== undefined && options.maximize !== undefined)
    throw new UsageError('--minimize or --maximize: leave out one of the two.');
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('only one of the models can be -, standard input.');
  if (files.length === 1 && options.vary.length === 0)
    throw new UsageError("optimize needs something to choose from: --vary 'web_replicas=3..8:6', or several models.");
  await checkOutput(options.output);
  const loaded: Loaded[] = [];
  for (const file of files) loaded.push(await loadModel(file, options.set));
  for (const each of loaded) printDiagnostics(each, options.quiet);
  const models = loaded.flatMap(({ model }): ParsedModel[] => (model === null ? [] : [model as ParsedModel]));
  if (models.length < files.length) return EXIT.model;
  const odd = models.find(({ currency }) => currency !== models[0].currency);
  if (odd !== undefined)
    throw new UsageError(`the models reckon in ${models[0].currency} and in ${odd.currency}: give them one currency.`);

  const aim = options.maximize === undefined ? 'minimize' : 'maximize';
  const objective = readObjective(`--${aim}`, options[aim] ?? 'cost.total', models[0]);
  const notices = createNotices();
  const wishes = {
    ...{
      set: loaded[0].set,
      files: loaded.map(({ source }) => source.file),
      vary,
      years,
      seed,
      workers,
      maxTime,
      tolerance,
    },
    [aim]: objective.figure,
    subjectTo: options.subjectTo.map((text) => readSubjectTo(text, models[0])),
    indifference: maybe(options.indifference, (text) => readIndifference(text, objective.kind, models[0])),
    onNotice: notices.add,
  };
  const plan = await planned(
    loaded,
    () =>
      planOptimization(
        loaded.map(({ source }) => source.text),
        wishes,
      ),
    vary,
  );
  if (plan === null) return EXIT.model;
  const progress = createOptimizeProgress(options.quiet);
  const report = await interruptible(
    (signal) =>
      conductOptimization(onPlatform(currentPlatform()), plan, { ...wishes, signal, onProgress: progress.show }),
    progress.clear,
  );
  if (report === null) return EXIT.interrupted;
  notices.tell(options.quiet);
  const renderers = {
    table: () => renderOptimization(report, screenFor(options.output)),
    markdown: () => renderOptimizationMarkdown(report),
    csv: () => renderOptimizationCsv(report),
    html: async () => (await import('../html/index.ts')).renderOptimizationHtml(report),
  };
  await deliverReport(report, renderers, options);
  return exitCode(report);
}

/** @returns null where a model has errors at one of its points, which have been printed */
async function planned(
  loaded: readonly Loaded[],
  plan: () => Promise<OptimizePlan>,
  vary: Readonly<Record<string, string>>,
): Promise<OptimizePlan | null> {
  try {
    return await plan();
  } catch (error) {
    if (error instanceof VaryError)
      throw new UsageError(
        error.parameter === null
          ? `--vary: ${error.problem}.`
          : `--vary '${error.parameter}=${vary[error.parameter]}': ${error.problem}`,
      );
    // Everything else was checked when it was read: what is left is a service that one of the models does not have.
    if (error instanceof RangeError) throw new UsageError(error.message);
    if (!(error instanceof PointError)) throw error;
    const { point, diagnostics, set } = error;
    const { source } = loaded.find((each) => error.message.includes(each.source.file)) ?? loaded[0];
    const settings = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    process.stderr.write(
      'nines: the model has errors where ' +
        `${plainText(point)}:\n${renderDiagnostics(errors, source, screenOf(process.stderr), settings)}`,
    );
    return null;
  }
}

function exitCode({ outcome }: OptimizationReport): number {
  return { found: EXIT.ok, infeasible: EXIT.assertionFailed, undecided: EXIT.undecided }[outcome];
}
