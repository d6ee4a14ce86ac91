import type { Explanation } from '../analysis/report-explanation.ts';
import { explainOn } from './explain-on.ts';
import type { ExplainOptions } from './explain-options.ts';
import { onPlatform } from './choose-runner.ts';
import { currentPlatform } from './platform.ts';

/**
 * Simulates a model's text and resolves to its report with what explains it: single points of failure and cut sets,
 * what each reality takes off the bare arithmetic, and what each of its inputs does to downtime and cost.
 *
 * The text and not a parsed model, as its parameters are varied in it. All steps of the gap live through the same
 * history, and so do an input's low, its high and the model as it is (common random numbers; Law 2015, ch. 11.2); the
 * rows are paired differences with their intervals. All inputs together are given five times the years of the report,
 * evenly, each no more than the report has and no fewer than a hundred of them. The same text, options and seed give
 * the same explanation to the last bit, whatever the number of workers, except for `run.seconds` and `run.workers`.
 *
 * Aborting the signal, or `maxTime`, ends it with what there is: of the steps as much of the history as there is
 * (`report.run.partial`), of the inputs those that are finished, which are the weightiest (`sensitivity.asked` says
 * how many there would be; 0: nobody knows yet).
 *
 * Rejects with a ModelError where the model has errors; with a TypeError or a RangeError on arguments that make no
 * sense, naming them; and with the signal's reason if it is aborted before there is anything.
 */
export function explain(text: string, options: ExplainOptions = {}): Promise<Explanation> {
  return explainOn(onPlatform(currentPlatform()), text, options);
}
