import type { Interval, TargetFigures, Verdict } from '../../analysis/report.ts';
import { formatDuration, formatMoney, formatPercent } from '../../units/index.ts';
import { duration, money, percent } from '../digits.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { type Section, words } from '../section.ts';
import type { Context } from './context.ts';

/** Each target of the model: asked for, found, verdict, and how many single years keep to it. */
export function targets({ report, paint }: Context): Section | null {
  if (report.targets.length === 0) return null;
  const rows = report.targets.map((target): Cell[] => [
    target.target === 'rto' || target.target === 'rpo' ? target.target.toUpperCase() : target.target,
    goal(target, report.cost.currency),
    found(target, report.cost.currency),
    { text: target.verdict, paint: verdictPaint(target.verdict, paint) },
    target.yearsMet === null || target.target === 'budget' ? '' : `kept in ${formatPercent(target.yearsMet, 2)} of years`,
  ]);
  const columns = [words('target'), words('goal'), words('found', { shrinks: true }), words('verdict'), words('years')];
  return { title: 'Targets', table: { columns, rows, isPlain: true } };
}

function goal({ target, goal: value }: TargetFigures, currency: string): string {
  if (target === 'availability') return `≥ ${formatPercent(value)}`;
  return `≤ ${target === 'budget' ? formatMoney(value, currency) : formatDuration(value)}`;
}

function found({ target, value, ci95 }: TargetFigures, currency: string): string {
  if (value === null) return 'no incident';
  const interval: Interval | null = ci95 === null || ci95[0] === null || ci95[1] === null ? null : [ci95[0], ci95[1]];
  if (target === 'availability') return percent(value, interval);
  if (target === 'budget') return money(value, interval, currency);
  return `p95 ${duration(value, interval)}`;
}

export function verdictPaint(verdict: Verdict, paint: Paint): (text: string) => string {
  return { met: paint.good, missed: paint.bad, undecided: paint.unsure }[verdict];
}
