import { drive, type Driven, type DriveOptions, takeBatches } from './drive.ts';
import type { Job, Results } from './job.ts';
import { nothingToReport } from './nothing.ts';
import type { StudyOptions } from './options.ts';
import type { OpenRunner, Runner, Workload } from './runner.ts';
import { throttled } from './throttled.ts';

/** Something to simulate that is known to make sense, and what is made of it. */
export interface Study<R> extends Pick<Workload, 'events' | 'batches'> {
  /** All that it simulates, one job after the other; left out where what comes next depends on what came before. */
  readonly jobs?: () => Iterable<Job>;
  /** In place of `jobs`: how whoever has nothing but the question comes to its jobs. */
  readonly remake?: Remake;
  /** Resolves to the report; null: it was ended before there was anything to report. */
  conduct(course: Course<R>): Promise<R | null>;
}

/** Makes the jobs again of a study that decides as it goes. */
export interface Remake {
  /** The study looks after each batch, so that batches are wanted one by one. */
  readonly isEach: boolean;
  /**
   * @param recipe of the job, perhaps from a stranger
   * @throws TypeError or RangeError where it is none of this study's
   */
  job(recipe: unknown): Promise<Job>;
}

/** A study under way, as the study itself sees it: jobs go to the runner, partial reports to whoever watches. */
export interface Course<R> {
  /** Of its runner. */
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
  /** When it has to end, as `performance.now()` has it. */
  readonly deadline: number;
  /** Since it began. */
  seconds(): number;
  /** Its time is up, or somebody has ended it. */
  isOver(): boolean;
  /** When so much of the time that is left will be over, as `performance.now()` has it. */
  after(share: number): number;
  /** All batches of a job, merged. @param options its own deadline may be earlier */
  drive(job: Job, options?: Omit<DriveOptions, 'signal'>): Promise<Driven>;
  /** A job's batches from the given one on, one by one, in order. @returns whether all have been taken by now */
  takeBatches(job: Job, first: number, take: (batch: Results) => void): Promise<boolean>;
  /** What there is so far, for whoever watches: built now and then only. */
  tell(report: () => R): void;
  notice(sentence: string): void;
}

/**
 * Conducts a study: plans it, opens a runner that fits it, tells of partial reports now and then, and closes the runner
 * whatever comes. Ended early, by time or by the signal, it resolves to what there is by then.
 *
 * Rejects with what is wrong with the plan, and where there is nothing to report with the signal's reason, or with
 * `NothingToReport` where time was up.
 */
export async function conduct<R>(open: OpenRunner, options: StudyOptions<R>, plan: () => Study<R>): Promise<R> {
  const start = performance.now();
  const study = plan();
  const { signal, workers } = options;
  signal?.throwIfAborted();
  const { events, batches } = study;
  const runner = open({ workers, events, batches }, (sentence) => options.onNotice?.(sentence));
  try {
    const report = await study.conduct(createCourse(runner, options, start));
    if (report === null) throw nothingToReport(signal);
    return report;
  } finally {
    await runner.close();
  }
}

/** @param start as `performance.now()` has it: the time limit counts from there */
export function createCourse<R>(
  runner: Runner,
  { signal, maxTime = Infinity, onProgress, onNotice }: StudyOptions<R>,
  start = performance.now(),
): Course<R> {
  const deadline = start + maxTime * 1000;
  const progress = throttled(onProgress, runner.window > 1);
  return {
    get workers() {
      return runner.workers;
    },
    signal,
    deadline,
    seconds: () => (performance.now() - start) / 1000,
    isOver: () => signal?.aborted === true || performance.now() >= deadline,
    after(share) {
      const now = performance.now();
      return now + (deadline - now) * share;
    },
    drive: (job, options = {}) => drive(runner, job, { deadline, ...options, signal }),
    async takeBatches(job, first, take) {
      if (signal?.aborted === true) return first >= job.plan.batches;
      const taken = await takeBatches(runner, job, first, { signal, deadline }, (batch) => {
        take(batch);
        return false;
      });
      return taken >= job.plan.batches;
    },
    tell: (report) => progress?.(report),
    notice: (sentence) => onNotice?.(sentence),
  };
}
