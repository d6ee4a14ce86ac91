import type { SweepReport } from '../analysis/report.ts';
import { whole } from '../units/figure.ts';
import { fit, plainText } from '../report/index.ts';
import { valueTexts } from '../report/sweep/values.ts';
import { fractionDone, line } from './progress.ts';

interface SweepGoal {
  /** How many there will be; of a solve, about. */
  readonly points: number;
  /** Of each point. */
  readonly years: number;
  readonly precision: number | null;
}

/** `████████▌            42%  point 4 of 8  detect = 30 s  4,200 years  3 s left` */
export function sweepProgressLine(
  { run, points, vary, units }: SweepReport,
  { points: count, years, precision }: SweepGoal,
): string {
  // The one under way stands last.
  const { parameters, report } = points.at(-1)!;
  const current = fractionDone(report, { years, precision, maxTime: null });
  const done = Math.min(1, (points.length - 1 + current) / Math.max(count, points.length));
  const value = (name: string) => valueTexts([parameters[name]], units[name], report.cost.currency)[0];
  const where = vary.map((name) => `${fit(plainText(name), 20)} = ${value(name)}`);
  return line(
    done,
    run.seconds,
    [`point ${points.length} of ${Math.max(count, points.length)}`],
    [...where, `${whole(report.run.years)} years`],
  );
}
