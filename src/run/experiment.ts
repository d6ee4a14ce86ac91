import type { ExperimentsReport } from '../analysis/report.ts';
import type { Model } from '../model/model.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { experimentOn } from './experiment-on.ts';
import { onPlatform } from './choose-runner.ts';
import { currentPlatform } from './platform.ts';

/**
 * Makes a model's experiments: each fault is injected into the system in steady state, in thousands of runs, and the
 * report says what followed.
 *
 * The same model, options and seed give the same report to the last bit, whatever the number of workers, except for
 * `run.seconds` and `run.workers`; only `signal` ends the work at a point of its own.
 *
 * Rejects with a TypeError or a RangeError on arguments that make no sense, naming them, and with the signal's reason
 * if it is aborted before there is anything to report.
 */
export function experiment(model: Model, options: ExperimentOptions = {}): Promise<ExperimentsReport> {
  return experimentOn(onPlatform(currentPlatform()), model, options);
}
