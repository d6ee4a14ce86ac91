import type { AvailabilityFigures } from '../arithmetic/downtime.ts';
import { duration, nines, percentUp } from '../units/index.ts';
import { writeCsv } from './csv.ts';
import { grid } from './grid.ts';
import { heading, markdownDocument, markdownTable } from './markdown.ts';
import { createPaint } from './paint.ts';
import { figures, words } from './section.ts';
import type { TableOptions } from './terminal.ts';
import { fit, plainText } from './text.ts';

const PERIODS = ['year', 'quarter', 'month', 'week', 'day'] as const;
/** The arithmetic is exact: what is shown is limited by what anybody reads. */
const DIGITS = 6;
const NAMES = ['availability', 'nines', ...PERIODS.map((period) => `a ${period}`)];

/** Each expression with what it comes to and how long that is down in a year, a quarter, a month, a week, a day. */
export function renderArithmetic(
  results: readonly AvailabilityFigures[],
  { columns = 80, color = false }: TableOptions = {},
): string {
  const paint = createPaint(color);
  const layout = [{ align: 'left' } as const, ...NAMES.slice(1).map(() => ({ align: 'right' }) as const)];
  const lines = grid(layout, [NAMES, ...results.map(cells)], columns);
  const blocks = results.map(
    ({ expression }, i) => `${paint.strong(fit(plainText(expression), columns))}\n${lines[i + 1]}\n`,
  );
  return `${paint.faint(lines[0])}\n${blocks.join('')}`;
}

export function renderArithmeticMarkdown(results: readonly AvailabilityFigures[]): string {
  const columns = [words('expression'), ...NAMES.map((name) => figures(name))];
  return markdownDocument([
    heading(2, 'Availability and downtime'),
    markdownTable({ columns, rows: results.map((each) => [each.expression, ...cells(each)]) }),
  ]);
}

export function renderArithmeticCsv(results: readonly AvailabilityFigures[]): string {
  const rows = results.map((each) => [
    each.expression,
    each.availability,
    each.nines,
    ...PERIODS.map((period) => each.downtime[period]),
    each.unavailability,
  ]);
  return writeCsv([['expression', 'availability', 'nines', ...PERIODS, 'unavailability'], ...rows]);
}

function cells({ unavailability, nines: n, downtime }: AvailabilityFigures): string[] {
  return [
    percentUp(unavailability, DIGITS),
    n === null ? '–' : nines(n),
    ...PERIODS.map((period) =>
      downtime[period] > 0 && downtime[period] < 1e-6 ? '<1 µs' : duration(downtime[period]),
    ),
  ];
}
