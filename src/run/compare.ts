import type { ComparisonReport } from '../analysis/report.ts';
import type { Model } from '../model/model.ts';
import { compareOn } from './compare-on.ts';
import type { CompareOptions } from './compare-options.ts';
import { onPlatform } from './choose-runner.ts';
import { currentPlatform } from './platform.ts';

/**
 * Lets two or more models live through the same history and resolves to their reports and paired differences.
 *
 * What the models share by name (a region's outages, a member's failures, a service's failovers) has the same random
 * numbers in all of them: the same failures at the same instants (common random numbers; Law 2015, ch. 11.2). Each
 * model's own figures are unbiased all the same. The same models, options and seed give the same report to the last
 * bit, whatever the number of workers, except for `run.seconds` and `run.workers`.
 *
 * Rejects with a TypeError or a RangeError on arguments that make no sense, naming them, and with the signal's reason
 * if it is aborted before there is anything to report.
 */
export function compare(models: readonly Model[], options: CompareOptions = {}): Promise<ComparisonReport> {
  return compareOn(onPlatform(currentPlatform()), models, options);
}
