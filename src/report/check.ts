import type { CutSet, SinglePoint } from '../analysis/structure.ts';
import { formatDuration, formatPercent, SECONDS_PER_YEAR } from '../units/index.ts';
import { brief, nines } from './digits.ts';
import { type Cell, grid } from './grid.ts';
import { createPaint } from './paint.ts';
import type { TableOptions } from './table/table.ts';
import { fit, plainText, wrap } from './text.ts';

/** What is known of a model without simulating it. */
export interface Check {
  readonly name: string;
  readonly arithmetic: number;
  readonly singlePoints: readonly SinglePoint[];
  /** Minimal ones, single points included. */
  readonly cutSets: readonly CutSet[];
}

const MOST_ROWS = 12;

/** The check for people: the arithmetic's claim, then what brings the system down, the likeliest first. */
export function renderCheck(check: Check, { columns = 80, color = false }: TableOptions = {}): string {
  const paint = createPaint(color);
  const { arithmetic } = check;
  const down = (1 - arithmetic) * SECONDS_PER_YEAR;
  const shown = arithmetic < 1 ? `   ${nines(-Math.log10(1 - arithmetic))} nines` : '';
  const note = 'By bare arithmetic: independent failures, instant detection, perfect failover. Simulate to see what is left of it.';
  const head = [
    paint.strong(fit(plainText(check.name), columns)),
    '',
    `  ${paint.strong(`${formatPercent(arithmetic)}${shown}   ${formatDuration(down)} down a year`)}`,
    ...wrap(note, columns - 2).map((line) => `  ${line}`),
  ];
  const singles = check.singlePoints.map(({ cause, unavailability }) => ({ causes: [cause], unavailability }));
  const several = check.cutSets.filter(({ causes }) => causes.length > 1);
  const sections = [
    section('Single points of failure', singles, columns, paint.strong, 'None: no single failure takes the entry down once failovers are done.'),
    section('Down only together', several, columns, paint.strong, ''),
  ];
  return `${[head, ...sections.filter((lines) => lines.length > 0)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, cuts: readonly CutSet[], columns: number, strong: (text: string) => string, none: string): string[] {
  if (cuts.length === 0) return none === '' ? [] : [strong(title), `  ${none}`];
  const rows = cuts
    .slice(0, MOST_ROWS)
    .map(({ causes, unavailability }): Cell[] => [
      causes.map(plainText).join(' + '),
      `${brief(unavailability * SECONDS_PER_YEAR, null)} a year`,
    ]);
  const right = { align: 'right' } as const;
  const more = cuts.length > MOST_ROWS ? [`  and ${cuts.length - MOST_ROWS} others, each less likely`] : [];
  return [strong(title), ...grid([{ align: 'left', shrinks: true }, right], rows, columns), ...more];
}
