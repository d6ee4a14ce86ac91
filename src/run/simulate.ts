import type { Report } from '../analysis/report.ts';
import type { Model } from '../model/model.ts';
import type { SimulateOptions } from './options.ts';
import { onPlatform } from './choose-runner.ts';
import { currentPlatform } from './platform.ts';
import { simulateOn } from './simulate-on.ts';

/**
 * Simulates a model and resolves to its report.
 *
 * The same model, options and seed give the same report to the last bit, whatever the number of workers, except for
 * `run.seconds` and `run.workers`; only what depends on the clock (`maxTime`, `signal`) ends a run at a point of its
 * own.
 *
 * Rejects with a TypeError or a RangeError on arguments that make no sense, naming them, and with the signal's reason
 * if it is aborted before there is anything to report.
 */
export function simulate(model: Model, options: SimulateOptions = {}): Promise<Report> {
  return simulateOn(onPlatform(currentPlatform()), model, options);
}
