import type { ExperimentFigures, Report } from '../../src/analysis/report.ts';
import type { Model, ParsedModel } from '../../src/model/index.ts';
import { planDoubt, withDoubt } from '../../src/run/doubt.ts';
import { experimentOn } from '../../src/run/experiment-on.ts';
import { eventsPerRun } from '../../src/run/experiment-plan.ts';
import type { Plan } from '../../src/run/plan.ts';
import { lent, type Notice, type Runner } from '../../src/run/runner.ts';
import { createCourse } from '../../src/run/study.ts';

/** Of each experiment: enough for a verdict, few enough to come with every change of the text. */
const MOST_RUNS = 1000;
/** Fewer decide nothing. */
const LEAST_RUNS = 100;
/** What all of them together may take, about as much as a run of the model itself. */
const MOST_EVENTS = 2e7;

/**
 * How often each of a model's own experiments is made beside its years; 0: it has none, or they would take too long.
 */
export function runsBeside(model: Model): number {
  const runs = Math.min(MOST_RUNS, Math.floor(MOST_EVENTS / (eventsPerRun(model) * model.experiments.length)));
  return model.experiments.length > 0 && runs >= LEAST_RUNS ? runs : 0;
}

/** A run's report with its own experiments, and with what inputs that nobody knows leave of it; null: aborted. */
export async function withWhatIsBeside(
  runner: Runner,
  model: ParsedModel,
  { report, plan }: { readonly report: Report; readonly plan: Plan },
  signal: AbortSignal,
  onNotice: Notice,
): Promise<Report | null> {
  const experiments = await ownExperiments(runner, model, plan.seed, signal, onNotice);
  if (experiments === null) return null;
  const made = experiments.length === 0 ? report : { ...report, experiments };
  const doubt = planDoubt([model], plan);
  if (doubt === null) return made;
  const whole = await withDoubt(createCourse<Report>(runner, { signal, onNotice }), made, doubt);
  return signal.aborted ? null : whole;
}

/**
 * @param onNotice gets a sentence where they could not be made: the years are there all the same
 * @returns null where the signal was aborted before all were made
 */
async function ownExperiments(
  runner: Runner,
  model: Model,
  seed: string | undefined,
  signal: AbortSignal,
  onNotice: Notice,
): Promise<readonly ExperimentFigures[] | null> {
  const runs = runsBeside(model);
  if (runs === 0) return [];
  try {
    // What worlds make of a fault is told by the experiment by itself: it takes as long again.
    const known = { ...model, doubts: {} };
    const { run, experiments } = await experimentOn(lent(runner), known, { seed, runs, signal });
    return run.partial ? null : experiments;
  } catch (error) {
    if (signal.aborted) return null;
    onNotice(
      `The model’s own experiments could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
    return [];
  }
}
