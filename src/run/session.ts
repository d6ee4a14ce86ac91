import { buildReport } from '../analysis/figures.ts';
import { outagesByFailure } from '../analysis/outages.ts';
import { precisionReached } from '../analysis/precision.ts';
import type { Report } from '../analysis/report.ts';
import type { Tally } from '../observe/tally.ts';
import { compile } from '../compile/compile.ts';
import type { Compiled } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import type { Driven } from './drive.ts';
import { exactOf, NOT_CALCULATED } from './exact.ts';
import type { Job } from './job.ts';
import type { Plan } from './plan.ts';
import type { Course } from './study.ts';

interface RunOptions {
  /**
   * Somebody watches: what the structure leaves of an outage that was not seen is worked out beside the simulation,
   * and until it is there the intervals are as wide as if nobody took over. What is reported at the end is the same.
   */
  readonly atOnce?: boolean | undefined;
  /** Called after each batch with what is merged; `report` turns it into a report. */
  readonly onMerged?: ((report: () => Report) => void) | undefined;
}

/** One run of one model, in one or several stretches. The figures do not depend on where it was interrupted. */
export interface Session {
  readonly plan: Plan;
  readonly compiled: Compiled;
  readonly job: Job;
  /** Runs on until all is done, enough is known, time is up or the signal is aborted. */
  run(course: Course<unknown>, options?: RunOptions): Promise<void>;
  /** Whether all that was asked for is there. */
  readonly complete: boolean;
  /** The asked-for precision was reached (false where none was asked for). */
  readonly precise: boolean;
  /** The report of what is there; null before the first batch. */
  report(): Report | null;
}

export function createSession(model: Model, plan: Plan): Session {
  const compiled = compile(model);
  const job: Job = { programs: [compiled.program], plan };
  let driven: Driven | undefined;
  let milliseconds = 0;
  let workers = 0;
  let exact = NOT_CALCULATED;
  let outages = outagesByFailure(model);
  const precise = (tally: Tally) => plan.precision !== null && precisionReached(model, tally, plan, outages);
  const isComplete = () =>
    driven !== undefined && (driven.merged === plan.batches || precise(driven.results.tallies[0]));
  const report = (tally: Tally, elapsed: number, partial: boolean) =>
    buildReport({ model, compiled, tally, outages, plan, seconds: elapsed / 1000, workers, partial, exact });
  return {
    plan,
    compiled,
    job,
    async run(course, { atOnce = false, onMerged } = {}) {
      const start = performance.now();
      workers = course.workers;
      const loaded = import('../analysis/known-outages.ts');
      const known = loaded.then(({ knownOutages }) => (outages = knownOutages(model)));
      // A run that ends by its intervals needs them as they will be.
      if (!atOnce || plan.precision !== null) await known;
      driven = await course.drive(job, {
        from: driven,
        enough: plan.precision === null ? undefined : ({ tallies }) => precise(tallies[0]),
        onMerged: ({ tallies }) => onMerged?.(() => report(tallies[0], milliseconds + performance.now() - start, true)),
      });
      await known;
      // Not before: whoever watches wants to see the first figures at once.
      exact = await exactOf(model);
      milliseconds += performance.now() - start;
    },
    get complete() {
      return isComplete();
    },
    get precise() {
      return driven !== undefined && precise(driven.results.tallies[0]);
    },
    report: () =>
      driven === undefined || driven.merged === 0
        ? null
        : report(driven.results.tallies[0], milliseconds, !isComplete()),
  };
}
