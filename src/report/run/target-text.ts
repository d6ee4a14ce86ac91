import type { Report, TargetFigures } from '../../analysis/report.ts';
import { formatDuration, formatMoney, formatPercent } from '../../units/index.ts';
import { duration, money, percent } from '../../units/figure.ts';
import { lossText } from '../loss.ts';
import { noneSeen } from '../none-seen.ts';

/** What a target asks for: `≥ 99.95%`, `≤ 15 min`. */
export function goalText({ target, goal }: Pick<TargetFigures, 'target' | 'goal'>, currency: string): string {
  if (target === 'availability') return `≥ ${formatPercent(goal)}`;
  return `≤ ${target === 'budget' ? formatMoney(goal, currency) : formatDuration(goal)}`;
}

/** What was found of it. */
export function foundText({ target, value, ci95 }: TargetFigures, report: Report): string {
  if (value === null) return noneSeen(report, ci95);
  if (target === 'availability') return lossText(value, ci95, percent);
  if (target === 'budget')
    return lossText(value, ci95, (amount, interval) => money(amount, interval, report.cost.currency));
  return `p95 ${lossText(value, ci95, duration)}`;
}
