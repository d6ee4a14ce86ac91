import { writeCsv } from '../../report/csv.ts';

export type Value = string | number | null;

export interface Column {
  readonly label: string;
  /** For people; `null` reads as a dash. Numbers are written in full in a CSV. */
  readonly format?: (value: number) => string;
  /** In a CSV's header, after the label: `s`, `USD`. */
  readonly unit?: string;
}

/** A plot's data: on the page as a table, in a file as CSV. */
export interface Table {
  readonly columns: readonly Column[];
  /** rows[i][j]: of columns[j]. The first column names the row. */
  readonly rows: readonly (readonly Value[])[];
}

export function cellText(value: Value, column: Column): string {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '–';
  if (typeof value === 'number') return column.format?.(value) ?? String(value);
  return value;
}

/** The plot's data as a file. */
export function csvOf({ columns, rows }: Table): string {
  const header = columns.map(({ label, unit }) => (unit === undefined ? label : `${label} (${unit})`));
  return writeCsv([header, ...rows]);
}
