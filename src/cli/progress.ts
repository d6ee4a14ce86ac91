import type { ExperimentsReport, Report } from '../analysis/report.ts';
import { duration, halfWidth, percent, whole } from '../units/figure.ts';
import { bar, fit, padEnd, plainText } from '../report/index.ts';
import { MOST_YEARS } from '../run/plan.ts';
import { formatPercent } from '../units/index.ts';
import type { Common } from './common.ts';

interface Goal {
  readonly years: number;
  readonly precision: number | null;
  /** Seconds. */
  readonly maxTime: number | null;
}

/** What a progress line counts towards. @param defaultYears that are run where nothing else is asked for */
export function goalOf({ years, precision, maxTime }: Common, defaultYears: number): Goal {
  return {
    years: years ?? (precision === undefined ? defaultYears : MOST_YEARS),
    precision: precision ?? null,
    maxTime: maxTime ?? null,
  };
}

interface ExperimentGoal {
  /** Of each experiment. */
  readonly runs: number;
  readonly names: readonly string[];
}

interface Progress<T> {
  show(report: T): void;
  clear(): void;
}

const BAR_COLUMNS = 20;
export const COLUMNS = 79;

/** A line on a terminal that draws over itself; nothing at all where standard error is none. */
export function onTerminal<T>(line: (report: T) => string, quiet: boolean): Progress<T> {
  const stream = process.stderr;
  if (quiet || !stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (report) => stream.write(`\r${line(report)}\u001b[K`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/** `████████▌            42%  4,200 years  99.971% ± 0.002%  3 s left` */
export function progressLine(report: Report, goal: Goal): string {
  const { availability, run } = report;
  const known = `${percent(availability.mean, availability.ci95)} ± ${formatPercent(halfWidth(availability.ci95), 1)}`;
  return line(fractionDone(report, goal), run.seconds, [`${whole(run.years)} years`, known]);
}

/** `████████▌            42%  lose-region  2,600 of 10,000 runs  3 s left` */
export function experimentProgressLine(
  { run, experiments }: ExperimentsReport,
  { runs, names }: ExperimentGoal,
): string {
  const current = experiments.at(-1);
  const done = run.replications / (runs * names.length);
  return line(
    done,
    run.seconds,
    current === undefined ? [] : [fit(plainText(current.name), 20), `${whole(current.runs)} of ${whole(runs)} runs`],
  );
}

/** @param after what stands behind the time that is left: the first to be cut where the line is long */
export function line(done: number, seconds: number, known: readonly string[], after: readonly string[] = []): string {
  const left = done > 0 ? (seconds * (1 - done)) / done : 0;
  const parts = [
    padEnd(bar(done, BAR_COLUMNS), BAR_COLUMNS),
    `${Math.floor(done * 100)}%`.padStart(4),
    ...known,
    `${duration(left < 10 ? Math.ceil(left) : Number(left.toPrecision(2)), null)} left`,
    ...after,
  ];
  return fit(parts.join('  '), COLUMNS);
}

/** By years, or by how far the interval has closed in (its width falls as the root of the years), or by the clock. */
export function fractionDone({ run, availability }: Report, { years, precision, maxTime }: Goal): number {
  const unavailability = 1 - availability.mean;
  const relative = unavailability > 0 ? halfWidth(availability.ci95) / unavailability : Infinity;
  const byPrecision = precision === null ? 0 : (precision / relative) ** 2;
  const byTime = maxTime === null ? 0 : run.seconds / maxTime;
  return Math.min(1, Math.max(run.years / years, byPrecision, byTime));
}
