import { formatMoney, formatNumber } from '../../units/index.ts';
import { money } from '../digits.ts';
import { type Cell, grid } from '../grid.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const MOST_SERVICES = 8;

/** What a year costs: running it, and what downtime and lost data are expected to take. */
export function cost({ report, columns, paint }: Context): string[] {
  const { currency, infrastructure, byService, downtime, dataLoss, total, relative, ci95 } = report.cost;
  if (total === 0) return [];
  const dearest = byService.filter(({ perYear }) => perYear > 0).toSorted((a, b) => b.perYear - a.perYear);
  const shown = dearest.slice(0, MOST_SERVICES);
  const rest = infrastructure - shown.reduce((sum, { perYear }) => sum + perYear, 0);
  const times = relative === null ? '' : `${formatNumber(relative, 3)} × the same without its redundancy`;
  const rows: Cell[][] = shown.map(({ service, perYear }) => [plainText(service), formatMoney(perYear, currency), '']);
  if (rest > infrastructure * 1e-9) rows.push(['everything else', formatMoney(rest, currency), '']);
  rows.push([{ text: 'running it', paint: paint.strong }, formatMoney(infrastructure, currency), { text: times, paint: paint.faint }]);
  if (downtime > 0) rows.push(['lost to downtime', money(downtime, ci95.downtime, currency), 'expected']);
  if (dataLoss > 0) rows.push(['lost with data', money(dataLoss, ci95.dataLoss, currency), 'expected']);
  if (downtime > 0 || dataLoss > 0) {
    rows.push([{ text: 'total', paint: paint.strong }, { text: money(total, ci95.total, currency), paint: paint.strong }, '']);
  }
  const layout = [{ align: 'left', shrinks: true }, { align: 'right' }, { align: 'left' }] as const;
  return [paint.strong('Cost a year'), ...grid(layout, rows, columns)];
}
