import { SERVICE_FIGURES } from '../../analysis/described/service.ts';
import type { Report, ServiceFigures } from '../../analysis/report.ts';
import { nines } from '../../units/figure.ts';
import { textOf } from '../figure.ts';
import { columnOf } from '../figure-column.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, type TableColumn, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const MOST_SERVICES = 12;
const TIERS =
  'Tiers by p95: 1 is back within 15 min and loses 1 min of data, 2 within 1 h and 1 h, 3 within 4 h, 4 within a day.';
const UNSEEN = 'unseen: it was never down in these years, so no tier is known.';

interface ServiceColumn {
  readonly column: TableColumn;
  readonly cell: (service: ServiceFigures) => string;
}

const ofFigure = (key: keyof typeof SERVICE_FIGURES, more: Partial<TableColumn> = {}): ServiceColumn => ({
  column: columnOf(SERVICE_FIGURES[key], more),
  cell: (service) => textOf(SERVICE_FIGURES[key], service, ''),
});

/** What is said of each: by terminal, documents and the page. */
export const SERVICE_COLUMNS: readonly ServiceColumn[] = [
  ofFigure('availability'),
  {
    column: figures('nines'),
    cell: ({ availability: { mean } }) => (mean < 1 ? nines(-Math.log10(1 - mean)) : '–'),
  },
  ofFigure('downtimePerYear'),
  ofFigure('recoveryTime.p95', { only: 'document' }),
  ofFigure('dataLoss.p95', { only: 'document' }),
  {
    column: figures('tier'),
    cell: ({ tier, recoveryTime: { count } }) => (tier === null ? (count === 0 ? 'unseen' : '–') : String(tier)),
  },
];

/** The least available first. */
export function worstServices({ services }: Report): (readonly [name: string, figures: ServiceFigures])[] {
  return Object.entries(services).sort(([, a], [, b]) => b.downtimePerYear.mean - a.downtimePerYear.mean);
}

/** Each service by itself, the least available first. */
export function services({ report, isWhole }: Context): Section | null {
  const all = worstServices(report);
  if (all.length < 2) return null;
  const shown = isWhole === true ? all : all.slice(0, MOST_SERVICES);
  const rows = shown.map(([name, each]): Cell[] => [plainText(name), ...SERVICE_COLUMNS.map(({ cell }) => cell(each))]);
  const columns = [words('', { shrinks: true }), ...SERVICE_COLUMNS.map(({ column }) => column)];
  const more = all.length > shown.length ? [`and ${all.length - shown.length} others, more available than these`] : [];
  return {
    title: 'Services',
    table: { columns, rows },
    notes: [...more, TIERS, ...(shown.some(([, { recoveryTime }]) => recoveryTime.count === 0) ? [UNSEEN] : [])],
  };
}
