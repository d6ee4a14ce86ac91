import type { Report } from '../analysis/report.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { createInProcessRunner } from './in-process.ts';
import { checkOptions, type SimulateOptions } from './options.ts';
import { makePlan, type Plan } from './plan.ts';
import { createPool, type Platform } from './pool.ts';
import type { Runner } from './runner.ts';
import { createSession } from './session.ts';
import { checkSimulateArguments } from './simulate-arguments.ts';

/** Below this many events a run is over before a thread has started. */
const SMALL_RUN_EVENTS = 1_000_000;
const PROGRESS_MILLISECONDS = 100;
/** Partial reports may take this share of the calling thread: little where it simulates, more where it only waits. */
const PROGRESS_SHARE = { simulating: 0.05, waiting: 0.3 };

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
  const runner = chooseRunner(platform, options, plan, events * plan.years);
  try {
    await session.run(runner, {
      signal: options.signal,
      deadline: start + (options.maxTime ?? Infinity) * 1000,
      onMerged: throttled(options.onProgress, runner.window > 1 ? PROGRESS_SHARE.waiting : PROGRESS_SHARE.simulating),
    });
  } finally {
    await runner.close();
  }
  const report = session.report();
  if (report === null) throw options.signal?.reason ?? new Error('The run ended before its first batch.');
  if (plan.precision !== null && !session.precise) {
    const why = session.complete ? `within ${plan.years.toLocaleString('en-US')} years` : 'before the run was ended';
    options.onNotice?.(`The precision of ${plan.precision * 100}% was not reached ${why}.`);
  }
  return report;
}

function chooseRunner(platform: Platform | null, options: SimulateOptions, plan: Plan, events: number): Runner {
  const notice = options.onNotice ?? (() => undefined);
  if (options.workers === 0) return createInProcessRunner();
  if (platform === null) {
    if (options.workers !== undefined) notice('There are no workers here: the run uses the calling thread.');
    return createInProcessRunner();
  }
  const small = events < SMALL_RUN_EVENTS || platform.cores === 1;
  if (options.workers === undefined && small && plan.precision === null) return createInProcessRunner();
  return createPool(platform.spawn, Math.min(options.workers ?? platform.cores, plan.batches), notice);
}

/** Builds a partial report now and then, and less often the longer that takes. */
function throttled(onProgress: SimulateOptions['onProgress'], share: number): ((report: () => Report) => void) | undefined {
  if (onProgress === undefined) return undefined;
  let next = performance.now() + PROGRESS_MILLISECONDS;
  return (report) => {
    const now = performance.now();
    if (now < next) return;
    onProgress(report());
    const end = performance.now();
    next = end + Math.max(PROGRESS_MILLISECONDS, (end - now) / share);
  };
}
