import type { SweepReport } from '../analysis/report.ts';
import { onPlatform } from './choose-runner.ts';
import { currentPlatform } from './platform.ts';
import { sweepOn } from './sweep-on.ts';
import type { SweepOptions } from './sweep-options.ts';
import { solveOn } from './sweep-solve-on.ts';

/**
 * Simulates a model's text at every point of a grid of its parameters, and resolves to a report of each.
 *
 * The text and not a parsed model: parsing has put every parameter's value in its place, so each point is read anew.
 * All points live through the same history: what they share by name has the same random numbers (common random
 * numbers; Law 2015, ch. 11.2), so that curves are smooth, and each point's own figures are unbiased all the same.
 * Each is cut into replications as the point with the most events needs, and runs for the most years that any of them
 * asks for. The same text, options and seed give the same report to the last bit, whatever the number of workers and
 * wherever it was interrupted and continued, except for `seconds` and `workers`.
 *
 * With `solve`, an assertion, it looks in the range of one parameter for the value at which that begins to fail, or to
 * hold.
 *
 * Aborting the signal ends it with the finished points, `run.partial` set; given back as `earlier`, they need not be
 * simulated again.
 *
 * Rejects with a ModelError where the model has errors, at all or at one of the points, which its message names; with
 * a TypeError or a RangeError on arguments that make no sense, naming them; an AssertionError on a `solve` that cannot
 * be read; and with the signal's reason if it is aborted before a point is finished.
 */
export function sweep(text: string, options: SweepOptions): Promise<SweepReport> {
  const solve: unknown = (options as SweepOptions | undefined)?.solve;
  return typeof solve === 'string'
    ? solveOn(onPlatform(currentPlatform()), text, { ...options, solve })
    : sweepOn(onPlatform(currentPlatform()), text, options);
}
