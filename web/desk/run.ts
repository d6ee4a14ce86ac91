import type { Report } from '../../src/analysis/report.ts';
import type { Runner } from '../../src/run/runner.ts';
import { createCourse } from '../../src/run/study.ts';
import type { Session } from '../../src/run/session.ts';
import type { Progress } from './types.ts';

/** One run as the page watches it: it pulls, so that it never gets more reports than it can draw. */
export interface WatchedRun {
  next(): Promise<Progress | null>;
  pause(): void;
  resume(): void;
  /** Ends it for good; nobody hears of it again. */
  drop(): void;
}

/** @param beside the report with what is made once the years are over; null where it was aborted */
export function watch(
  session: Session,
  runner: Runner,
  takeNotices: () => string[],
  beside: (signal: AbortSignal, report: Report) => Promise<Report | null>,
): WatchedRun {
  let stretch: AbortController | null = null;
  let latest: (() => Report | null) | null = null;
  let state: Progress['state'] = 'running';
  let told = false;
  let dropped = false;
  let wake: () => void = () => undefined;

  async function go(): Promise<void> {
    const mine = new AbortController();
    stretch = mine;
    state = 'running';
    await session.run(createCourse(runner, { signal: mine.signal }), {
      atOnce: true,
      onMerged(report) {
        latest = report;
        wake();
      },
    });
    if (stretch !== mine) return;
    latest = () => session.report();
    wake();
    const report = session.report();
    const whole = session.complete && report !== null ? await beside(mine.signal, report) : null;
    if (stretch !== mine) return;
    state = whole === null ? 'paused' : 'done';
    latest = () => whole ?? session.report();
    told = false;
    wake();
  }

  void go();
  return {
    async next() {
      while (latest === null && !dropped) {
        if (told && state !== 'running') return null;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      if (dropped || latest === null) return null;
      const report = latest();
      latest = null;
      if (state !== 'running') told = true;
      if (report === null) return null;
      return { report, done: Math.min(1, report.run.years / session.plan.years), state, notices: takeNotices() };
    },
    pause() {
      stretch?.abort();
    },
    resume() {
      if (state === 'paused') void go();
    },
    drop() {
      dropped = true;
      stretch?.abort();
      wake();
    },
  };
}
