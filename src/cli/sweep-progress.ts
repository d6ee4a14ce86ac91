import type { SweepReport } from '../analysis/report.ts';
import { brief, whole } from '../report/digits.ts';
import { bar, fit, padEnd, plainText } from '../report/index.ts';
import { valueTexts } from '../report/sweep/values.ts';
import { fractionDone, type Progress } from './progress.ts';

export interface SweepGoal {
  /** How many there will be; of a solve, about. */
  readonly points: number;
  /** Of each point. */
  readonly years: number;
  readonly precision: number | null;
}

const BAR_COLUMNS = 20;
const COLUMNS = 79;

export function createSweepProgress(goal: SweepGoal, quiet: boolean): Progress<SweepReport> {
  const stream = process.stderr;
  if (quiet || !stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (report) => stream.write(`\r${sweepProgressLine(report, goal)}\u001b[K`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/** `████████▌            42%  point 4 of 8  detect = 30 s  4,200 years  3 s left` */
export function sweepProgressLine({ run, points, vary, units }: SweepReport, { points: count, years, precision }: SweepGoal): string {
  // The one under way stands last.
  const { parameters, report } = points.at(-1)!;
  const current = fractionDone(report, { years, precision, maxTime: null });
  const done = Math.min(1, (points.length - 1 + current) / Math.max(count, points.length));
  const left = done > 0 ? (run.seconds * (1 - done)) / done : 0;
  const value = (name: string) => valueTexts([parameters[name]], units[name], report.cost.currency)[0];
  const parts = [
    padEnd(bar(done, BAR_COLUMNS), BAR_COLUMNS),
    `${Math.floor(done * 100)}%`.padStart(4),
    `point ${points.length} of ${Math.max(count, points.length)}`,
    `${brief(left < 10 ? Math.ceil(left) : Number(left.toPrecision(2)), null)} left`,
    ...vary.map((name) => `${fit(plainText(name), 20)} = ${value(name)}`),
    `${whole(report.run.years)} years`,
  ];
  return fit(parts.join('  '), COLUMNS);
}
