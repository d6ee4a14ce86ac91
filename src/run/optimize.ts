import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { optimizeOn } from './optimize-on.ts';
import type { OptimizeOptions } from './optimize-options.ts';
import { onPlatform } from './choose-runner.ts';
import { currentPlatform } from './platform.ts';

/**
 * Looks for the best of a finite number of candidates, subject to constraints: a model's text at every point of a grid
 * of its parameters, or several models that are alternatives to each other, each with what it has of what is varied.
 *
 * Years are spent where something is still open: fully sequential ranking and selection with constraints and common
 * random numbers (Healey, Andradóttir & Kim 2014). With a chance of at least 95% the result is the best of the
 * feasible candidates, where it is better than all others by the indifference zone and no candidate is nearer to a
 * goal than the tolerance; otherwise one that is within them. What holds only approximately is said in
 * `procedure.approximations`.
 *
 * The same texts, options and seed give the same report to the last bit, whatever the number of workers, except for
 * `seconds` and `workers`; only what depends on the clock (`maxTime`, `signal`) ends it at a point of its own, with
 * what there is and `run.partial` set.
 *
 * Rejects with a ModelError where a model has errors, at all or at one of its points, which its message names; with a
 * TypeError or a RangeError on arguments that make no sense, naming them; and with the signal's reason if it is
 * aborted before there is anything to report.
 */
export function optimize(
  texts: string | readonly string[],
  options: OptimizeOptions = {},
): Promise<OptimizationReport> {
  // Whatever else it is, the check says what it should have been.
  return optimizeOn(onPlatform(currentPlatform()), typeof texts === 'string' ? [texts] : texts, options);
}
