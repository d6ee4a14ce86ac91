import { NO_END } from '../../analysis/for-good.ts';
import type { Report, TargetFigures } from '../../analysis/report.ts';
import { formatDuration, formatMoney, formatPercent } from '../../units/index.ts';
import { duration, money, percent } from '../../units/figure.ts';
import { lossText } from '../loss.ts';
import { noneSeen } from '../none-seen.ts';
import { plainText } from '../text.ts';

/** What a target asks for: `≥ 99.95%`, `≤ 15 min`. */
export function goalText({ target, goal }: Pick<TargetFigures, 'target' | 'goal'>, currency: string): string {
  if (target === 'availability') return `≥ ${formatPercent(goal)}`;
  return `≤ ${target === 'budget' ? formatMoney(goal, currency) : formatDuration(goal)}`;
}

/** What was found of it. */
export function foundText(found: TargetFigures, report: Report): string {
  const { target, kind, value, ci95 } = found;
  if (kind !== undefined && found.count === 0) return triedText(found);
  if (value === null) return noneSeen(report, ci95);
  if (target === 'availability') return lossText(value, ci95, percent);
  if (target === 'budget')
    return lossText(value, ci95, (amount, interval) => money(amount, interval, report.cost.currency));
  return `p95 ${lossText(value, ci95, duration)}`;
}

/** Of a kind of disruption that the years did not bring: what the experiments of that kind came to. */
function triedText({ experiments = [] }: TargetFigures): string {
  const none = 'none seen';
  if (experiments.length === 0) return none;
  const tried = experiments.map(
    ({ name, value }) => `${plainText(name)} ${value === null ? NO_END : `p95 ${lossText(value, null, duration)}`}`,
  );
  return `${none}; ${tried.join(', ')}`;
}
