import type { ExperimentsReport } from '../../src/analysis/report.ts';
import { experimentOf, type Experiment, type Model } from '../../src/model/index.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { experimentOn } from '../../src/run/experiment-on.ts';
import type { ExperimentOptions } from '../../src/run/experiment-options.ts';
import { movesOn } from '../../src/run/question-moves.ts';
import type { Platform } from '../../src/run/pool.ts';
import type { ExperimentAsk, ExperimentProgress } from './types.ts';
import { watched, type Watched } from './watched.ts';

/** Of what somebody chose on the page; its causes begin with it. */
const DRILL_NAME = 'drill';

/** What is asked for, as an experiment of the model; null where it has nothing of that name. */
export function experimentFor(model: Model, ask: ExperimentAsk): Experiment | null {
  if ('experiment' in ask) return model.experiments.find(({ name }) => name === ask.experiment) ?? null;
  const { fail = [], corrupt = [], forSeconds, losesData } = ask;
  return experimentOf(model, {
    name: DRILL_NAME,
    fail: [...fail],
    corrupt: [...corrupt],
    for: forSeconds === null ? null : { kind: 'constant', value: forSeconds },
    losesData,
  });
}

/** Many runs of one experiment. */
export function watchExperiment(
  platform: Platform | null,
  model: Model,
  experiment: Experiment,
  { seed, runs }: { readonly seed: string; readonly runs: number },
): Watched<ExperimentProgress> {
  const options = { runs, seed: seed || undefined };
  // What nobody knows is at its median, which the drill says: worlds are made of what a text says.
  const known = { ...model, experiments: [experiment], doubts: {} };
  return watched<ExperimentsReport, ExperimentProgress>(
    (signal, onProgress) => experimentOn(onPlatform(platform), known, { ...options, signal, onProgress }),
    ({ report, isOver, fault }) => {
      if (fault !== undefined) throw fault;
      return { done: report?.experiments[0]?.runs ?? 0, runs, report, isOver };
    },
  );
}

/** What each of a draft's questions does to the answer, in at most so many seconds. */
export function weigh(platform: Platform | null, text: string, parameters: readonly string[], maxTime: number) {
  return movesOn(onPlatform(platform), text, parameters, { maxTime });
}

/** A model's own experiments, as a whole. */
export function makeExperiments(platform: Platform | null, model: Model, options: ExperimentOptions) {
  return experimentOn(onPlatform(platform), model, options);
}
