import { buildExperimentFigures } from '../analysis/experiments.ts';
import type { ExperimentFigures, ExperimentsReport } from '../analysis/report.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { compileExperiment } from '../compile/faultload.ts';
import type { Experiment, Model } from '../model/model.ts';
import { VERSION } from '../version.ts';
import { chooseRunner } from './choose-runner.ts';
import { drive } from './drive.ts';
import {
  checkExperimentArguments,
  chooseExperiments,
  DEFAULT_RUNS,
  type ExperimentOptions,
} from './experiment-options.ts';
import { eventsPerRun, makeExperimentPlan } from './experiment-plan.ts';
import { nothingToReport } from './nothing.ts';
import type { Platform } from './pool.ts';
import type { Runner } from './runner.ts';
import { throttled } from './throttled.ts';

/** `experiment` with the platform given: null for none, or one whose workers a test has its hands on. */
export async function experimentOn(
  platform: Platform | null,
  model: Model,
  options: ExperimentOptions,
): Promise<ExperimentsReport> {
  checkExperimentArguments(model, options);
  const experiments = chooseExperiments(model.experiments, options.names);
  options.signal?.throwIfAborted();
  const runs = options.runs ?? DEFAULT_RUNS;
  const events = runs * experiments.length * eventsPerRun(model);
  const runner = chooseRunner(platform, { workers: options.workers, events, batches: runs }, options.onNotice);
  try {
    return await conductExperiments(runner, model, experiments, options);
  } finally {
    await runner.close();
  }
}

/** One experiment after the other on the same threads. */
export async function conductExperiments(
  runner: Runner,
  model: Model,
  experiments: readonly Experiment[],
  options: ExperimentOptions,
): Promise<ExperimentsReport> {
  const start = performance.now();
  const done: { figures: ExperimentFigures; events: number }[] = [];
  const report = (current: { figures: ExperimentFigures; events: number }[], partial: boolean): ExperimentsReport => {
    const all = [...done, ...current];
    return {
      nines: 1,
      kind: 'experiments',
      model: { name: model.name, sha256: model.sha256, parameters: model.parameters },
      run: {
        years: 0,
        replications: all.reduce((sum, { figures }) => sum + figures.runs, 0),
        seed: String(options.seed ?? model.simulation.seed),
        events: all.reduce((sum, { events }) => sum + events, 0),
        seconds: (performance.now() - start) / 1000,
        workers: runner.workers,
        partial,
        version: VERSION,
      },
      experiments: all.map(({ figures }) => figures),
    };
  };
  const progress = throttled(options.onProgress, runner.window > 1);
  const deadline = start + (options.maxTime ?? Infinity) * 1000;
  let isWhole = true;
  for (const experiment of experiments) {
    // Else its first batch would be waited for.
    isWhole = done.length === 0 || performance.now() < deadline;
    if (!isWhole) break;
    const { program, faultload } = compileExperiment(model, experiment);
    const plan = makeExperimentPlan(model, faultload, options);
    const entryOf = (tally: Tally) => ({
      figures: buildExperimentFigures(model, experiment, tally),
      events: tally.counts[COUNT.events],
    });
    const { results, merged } = await drive(
      runner,
      { programs: [program], plan },
      {
        signal: options.signal,
        deadline,
        enough: () => false,
        onMerged: progress && (({ tallies }) => progress(() => report([entryOf(tallies[0])], true))),
      },
    );
    if (merged > 0) done.push(entryOf(results.tallies[0]));
    isWhole = merged === plan.batches;
    if (!isWhole) break;
  }
  if (done.length === 0) throw nothingToReport(options.signal);
  return report([], !isWhole);
}
