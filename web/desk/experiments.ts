import type { ExperimentsReport } from '../../src/analysis/report.ts';
import { experimentOf, type Experiment, type Model } from '../../src/model/index.ts';
import { experimentOn } from '../../src/run/experiment-on.ts';
import type { Platform } from '../../src/run/pool.ts';
import type { ExperimentAsk, ExperimentProgress } from './types.ts';

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

/** Many runs of one experiment, as the page watches them: it pulls. */
export interface WatchedExperiment {
  next(): Promise<ExperimentProgress | null>;
  /** What is finished counts. */
  stop(): void;
  /** Ends it for good; nobody hears of it again. */
  drop(): void;
}

export function watchExperiment(
  platform: Platform | null,
  model: Model,
  experiment: Experiment,
  { seed, runs }: { readonly seed: string; readonly runs: number },
): WatchedExperiment {
  const stopping = new AbortController();
  let latest: ExperimentsReport | null = null;
  let failure: unknown;
  let state: 'running' | 'over' | 'told' | 'dropped' = 'running';
  let isNew = false;
  let wake: () => void = () => undefined;
  const tell = () => {
    isNew = true;
    wake();
  };
  experimentOn(
    platform,
    { ...model, experiments: [experiment] },
    { runs, seed: seed || undefined, signal: stopping.signal, onProgress: (report) => [(latest = report), tell()] },
  )
    .then(
      (report) => (latest = report),
      (error: unknown) => {
        if (!stopping.signal.aborted) failure = error;
      },
    )
    .finally(() => {
      if (state === 'running') state = 'over';
      tell();
    });
  return {
    async next() {
      while (!isNew && state === 'running') await new Promise<void>((resolve) => (wake = resolve));
      if (state === 'told' || state === 'dropped') return null;
      if (failure !== undefined) throw failure;
      isNew = false;
      const isOver = state === 'over';
      if (isOver) state = 'told';
      return { done: latest?.experiments[0]?.runs ?? 0, runs, report: latest, isOver };
    },
    stop: () => stopping.abort(),
    drop() {
      state = 'dropped';
      stopping.abort();
      wake();
    },
  };
}
