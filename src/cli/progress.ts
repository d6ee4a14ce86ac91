import type { Report } from '../analysis/report.ts';
import { brief, halfWidth, percent, whole } from '../report/digits.ts';
import { bar, fit, padEnd } from '../report/index.ts';
import { formatPercent } from '../units/index.ts';

export interface Goal {
  readonly years: number;
  readonly precision: number | null;
  /** Seconds. */
  readonly maxTime: number | null;
}

const BAR_COLUMNS = 20;
const COLUMNS = 79;

/** A line on a terminal that draws over itself; nothing at all where standard error is none. */
export function createProgress(goal: Goal, quiet: boolean): { show(report: Report): void; clear(): void } {
  const stream = process.stderr;
  if (quiet || !stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (report) => stream.write(`\r${progressLine(report, goal)}\u001b[K`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/** `████████▌            42%  4,200 years  99.971% ± 0.002%  3 s left` */
export function progressLine(report: Report, goal: Goal): string {
  const done = fractionDone(report, goal);
  const { availability, run } = report;
  const left = done > 0 ? (run.seconds * (1 - done)) / done : 0;
  const parts = [
    padEnd(bar(done, BAR_COLUMNS), BAR_COLUMNS),
    `${Math.floor(done * 100)}%`.padStart(4),
    `${whole(run.years)} years`,
    `${percent(availability.mean, availability.ci95)} ± ${formatPercent(halfWidth(availability.ci95), 1)}`,
    `${brief(left < 10 ? Math.ceil(left) : Number(left.toPrecision(2)), null)} left`,
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
