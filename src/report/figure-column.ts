import type { ReportFigure } from '../analysis/described/figure.ts';
import { type FigureKey, REPORT_FIGURES } from '../analysis/report-figures.ts';
import { figures, type TableColumn } from './section.ts';

/** A column of it, and in a document, which has room, by its whole name. */
export function figureColumn(key: FigureKey, more: Partial<TableColumn> = {}): TableColumn {
  return columnOf(REPORT_FIGURES[key], more);
}

export function columnOf(
  { name, short = name }: Pick<ReportFigure, 'name' | 'short'>,
  more: Partial<TableColumn> = {},
): TableColumn {
  return figures(short, { longName: name, ...more });
}
