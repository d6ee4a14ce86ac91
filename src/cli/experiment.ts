import type { Experiment, Model } from '../model/index.ts';
import {
  experimentCases,
  renderExperiments,
  renderExperimentsCsv,
  renderExperimentsMarkdown,
  renderJunit,
} from '../report/index.ts';
import { chooseExperiments, DEFAULT_RUNS } from '../run/experiment-options.ts';
import { experiment as conduct } from '../run/experiment.ts';
import { createNotices, deliverReport, type OutputOptions, readSimulation, type SimulationOptions } from './common.ts';
import type { VerdictFormat } from './formats.ts';
import { EXIT, UsageError } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { checkOutput, screenFor } from './output.ts';
import { createExperimentProgress } from './progress.ts';
import { maybe, readRuns } from './quantity.ts';

/** As commander hands them over. */
export interface ExperimentOptions
  extends Pick<SimulationOptions, 'seed' | 'maxTime' | 'workers'>, Omit<OutputOptions, 'format'> {
  readonly format: VerdictFormat;
  readonly runs?: string;
}

/** `nines experiment`: resolves to the exit code. */
export async function experiment(file: string, names: readonly string[], options: ExperimentOptions): Promise<number> {
  const runs = maybe(options.runs, readRuns);
  const { seed, maxTime, workers } = readSimulation(options);
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  const { model } = loaded;
  if (model === null) {
    printDiagnostics(loaded, options.quiet);
    return EXIT.model;
  }
  const chosen = choose(model, names);
  printDiagnostics(loaded, options.quiet);

  const progress = createExperimentProgress(
    { runs: runs ?? DEFAULT_RUNS, names: chosen.map(({ name }) => name) },
    options.quiet,
  );
  const notices = createNotices();
  const report = await interruptible(
    (signal) =>
      conduct(model, {
        names: chosen.map(({ name }) => name),
        runs,
        seed,
        maxTime,
        workers,
        signal,
        onProgress: progress.show,
        onNotice: notices.add,
      }),
    progress.clear,
  );
  if (report === null) return EXIT.interrupted;
  notices.tell(options.quiet);
  const renderers = {
    table: () => renderExperiments(report, screenFor(options.output)),
    markdown: () => renderExperimentsMarkdown(report),
    csv: () => renderExperimentsCsv(report),
    junit: () => renderJunit(report, report.experiments.flatMap(experimentCases)),
    html: async () => (await import('../html/index.ts')).renderExperimentsHtml(report),
  };
  await deliverReport(report, renderers, options);
  return EXIT.ok;
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
