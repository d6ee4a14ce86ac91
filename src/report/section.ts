import { type Cell, type Column, GAP, grid, INDENT } from './grid.ts';
import type { Paint } from './paint.ts';
import { width, wrap } from './text.ts';

/** A part of a report: what it says, before anything decides how it is drawn. */
export interface Section {
  readonly title: string;
  /** Behind the title. */
  readonly aside?: string;
  readonly table?: Table;
  /** Below it, a paragraph each. */
  readonly notes?: readonly string[];
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows speak for themselves: on a terminal the columns' names stay out. */
  readonly isPlain?: boolean;
}

export interface TableColumn extends Column {
  readonly name: string;
  /** In a document, which has room. */
  readonly longName?: string;
  /** Drawn there and not elsewhere: a terminal is narrow, a document has no use for bars. */
  readonly only?: 'screen' | 'document';
  /** On a terminal its text goes on in the next line; of the last column. */
  readonly wraps?: boolean;
}

/** A column of words, and one of figures. */
export const words = (name: string, more: Partial<TableColumn> = {}): TableColumn => ({ name, align: 'left', ...more });
export const figures = (name: string, more: Partial<TableColumn> = {}): TableColumn => ({
  name,
  align: 'right',
  ...more,
});

/** Lines for a terminal. */
export function drawSection(
  { title, aside = '', table, notes = [] }: Section,
  columns: number,
  paint: Paint,
): string[] {
  const head = aside === '' ? paint.strong(title) : `${paint.strong(title)}  ${aside}`;
  return [
    head,
    ...(table === undefined ? [] : drawTable(table, columns, paint)),
    ...notes.flatMap((note) => indented(note, columns)),
  ];
}

function drawTable(table: Table, columns: number, paint: Paint): string[] {
  const shown = columnsFor(table, 'screen');
  const names = shown.map((i): Cell => ({ text: table.columns[i].name, paint: paint.faint }));
  const rows = table.rows.map((row) => shown.map((i) => row[i]));
  const all = table.isPlain === true ? rows : [names, ...rows];
  const layout = shown.map((i) => table.columns[i]);
  return grid(layout, layout.at(-1)?.wraps === true ? wrapLast(layout, all, columns) : all, columns);
}

/** So much of the line, at least, is for the text that wraps: where a name before it gives way, and where none does. */
const LEAST_SHARE = { beside: 0.6, alone: 0.25 };

function wrapLast(layout: readonly Column[], rows: readonly (readonly Cell[])[], columns: number): Cell[][] {
  const text = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);
  const before = rows[0]?.slice(0, -1).map((_, i) => Math.max(...rows.map((row) => width(text(row[i])))) + GAP) ?? [];
  const room = Math.max(
    Math.floor(columns * (layout.some(({ shrinks }) => shrinks) ? LEAST_SHARE.beside : LEAST_SHARE.alone)),
    columns - INDENT - before.reduce((sum, each) => sum + each, 0),
  );
  return rows.flatMap((row) =>
    wrap(text(row[row.length - 1]), room).map((line, i) => [
      ...row.slice(0, -1).map((cell) => (i === 0 ? cell : '')),
      line,
    ]),
  );
}

/** Which columns are drawn there. */
export function columnsFor({ columns }: Table, where: 'screen' | 'document'): number[] {
  return columns.flatMap(({ only }, i) => (only === undefined || only === where ? [i] : []));
}

/** A paragraph between its margins. */
export function indented(text: string, columns: number): string[] {
  return wrap(text, columns - INDENT).map((line) => ' '.repeat(INDENT) + line);
}
