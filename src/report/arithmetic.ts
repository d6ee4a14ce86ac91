import type { AvailabilityFigures } from '../arithmetic/downtime.ts';
import { formatPercent } from '../units/index.ts';
import { field } from './csv.ts';
import { brief, nines } from './digits.ts';
import { grid } from './grid.ts';
import { createPaint } from './paint.ts';
import type { TableOptions } from './table/table.ts';
import { fit, plainText } from './text.ts';

const PERIODS = ['year', 'quarter', 'month', 'week', 'day'] as const;
/** The arithmetic is exact: what is shown is limited by what anybody reads. */
const DIGITS = 6;

/** Each expression with what it comes to and how long that is down in a year, a quarter, a month, a week, a day. */
export function renderArithmetic(results: readonly AvailabilityFigures[], { columns = 80, color = false }: TableOptions = {}): string {
  const paint = createPaint(color);
  const rows = results.map(({ availability, nines: n, downtime }) => [
    formatPercent(availability, DIGITS),
    n === null ? '–' : nines(n),
    ...PERIODS.map((period) => brief(downtime[period], null)),
  ]);
  const header = ['availability', 'nines', 'a year', 'a quarter', 'a month', 'a week', 'a day'];
  const lines = grid([{ align: 'left' }, ...header.slice(1).map(() => ({ align: 'right' }) as const)], [header, ...rows], columns);
  const blocks = results.map(({ expression }, i) => `${paint.strong(fit(plainText(expression), columns))}\n${lines[i + 1]}\n`);
  return `${paint.faint(lines[0])}\n${blocks.join('')}`;
}

export function renderArithmeticCsv(results: readonly AvailabilityFigures[]): string {
  const header = ['expression', 'availability', 'nines', ...PERIODS];
  const rows = results.map((each) => [each.expression, each.availability, each.nines, ...PERIODS.map((period) => each.downtime[period])]);
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
