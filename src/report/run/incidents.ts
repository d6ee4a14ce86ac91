import type { CauseFigures } from '../../analysis/report.ts';
import { duration, number, part } from '../../units/index.ts';
import { exactIncidents } from '../exact.ts';
import { figureText } from '../figure-text.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';
import { partSentences } from './parts.ts';

const MOST_CAUSES = 8;
const BAR_COLUMNS = 16;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** How often it goes down, and what begins it. */
export function incidents({ report, isWhole }: Context): Section | null {
  const { perYear, mtbf, byCause } = report.incidents;
  if (perYear.mean === 0) return null;
  const every = mtbf === null ? '' : `, ${figureText('incidents.mtbf', report)} between them`;
  const seen = byCause.filter((cause) => cause.incidentsPerYear > 0);
  const shown = seen.slice(
    0,
    isWhole === true ? Infinity : seen.length > MOST_CAUSES + 1 ? MOST_CAUSES : MOST_CAUSES + 1,
  );
  const largest = Math.max(...shown.map((cause) => cause.share));
  const rows: Cell[][] = [
    ...shown.map((cause) => [
      plainText(cause.cause),
      number(cause.incidentsPerYear, cause.ci95.incidentsPerYear),
      duration(cause.downtimePerYear, cause.ci95.downtimePerYear),
      part(cause.share),
      bar(cause.share / largest),
    ]),
    ...others(seen.slice(shown.length)),
  ];
  const exact = exactIncidents(report);
  const columns = [
    words('cause', { shrinks: true }),
    figures('a year'),
    figures('down a year'),
    figures('share'),
    words('', { only: 'screen' }),
  ];
  return {
    title: 'Incidents',
    aside: `${figureText('incidents.perYear', report)} a year${every}`,
    table: { columns, rows },
    notes: [...partSentences(report), ...(exact === null ? [] : [`Exactly: ${exact}.`])],
  };
}

function others(rest: readonly CauseFigures[]): Cell[][] {
  if (rest.length === 0) return [];
  const sum = (pick: (cause: CauseFigures) => number): number => rest.reduce((total, cause) => total + pick(cause), 0);
  const down = sum((cause) => cause.downtimePerYear);
  return [
    [
      `${rest.length} others`,
      number(
        sum((cause) => cause.incidentsPerYear),
        null,
      ),
      duration(down, null),
      part(sum((cause) => cause.share)),
      '',
    ],
  ];
}

/** A bar of eighths of a column, never nothing for something. */
export function bar(length: number, columns = BAR_COLUMNS): string {
  const eighths = Math.max(length > 0 ? 1 : 0, Math.round(Math.min(length, 1) * columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
