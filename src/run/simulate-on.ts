import type { Report } from '../analysis/report.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { chooseRunner } from './choose-runner.ts';
import { checkOptions, type SimulateOptions } from './options.ts';
import { makePlan } from './plan.ts';
import { nothingToReport } from './nothing.ts';
import type { Platform } from './pool.ts';
import { createSession } from './session.ts';
import { checkSimulateArguments } from './simulate-arguments.ts';
import { withExperiments } from './simulate-experiments.ts';
import { throttled } from './throttled.ts';

/**
 * `simulate` with the platform given: null for none, or one whose workers a test has its hands on. In a file of its own,
 * so that the published types of `simulate` need none of comlink's, which need those of a browser.
 */
export async function simulateOn(platform: Platform | null, model: Model, options: SimulateOptions): Promise<Report> {
  checkSimulateArguments(model, options);
  checkOptions(options);
  const start = performance.now();
  options.signal?.throwIfAborted();
  const events = eventsPerYear(model);
  const plan = makePlan(model, options, events);
  const session = createSession(model, plan);
  // With a precision nobody knows how long it will take.
  const expected = plan.precision === null ? events * plan.years : Infinity;
  const runner = chooseRunner(
    platform,
    { workers: options.workers, events: expected, batches: plan.batches },
    options.onNotice,
  );
  try {
    await session.run(runner, {
      signal: options.signal,
      deadline: start + (options.maxTime ?? Infinity) * 1000,
      onMerged: throttled(options.onProgress, runner.window > 1),
    });
  } finally {
    await runner.close();
  }
  const report = session.report();
  if (report === null) throw nothingToReport(options.signal);
  if (plan.precision !== null && !session.precise) {
    const why = session.complete ? `within ${plan.years.toLocaleString('en-US')} years` : 'before the run was ended';
    options.onNotice?.(`The precision of ${plan.precision * 100}% was not reached ${why}.`);
  }
  if (options.experiments !== true) return report;
  return withExperiments(
    platform,
    model,
    report,
    options,
    start + (options.maxTime ?? Infinity) * 1000 - performance.now(),
  );
}
