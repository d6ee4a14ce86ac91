import { writeCsv } from '../../report/csv.ts';
import { ends, figure, knownOf, percent } from '../../units/figure.ts';
import type { Scale } from '../../units/scale.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';

export type Value = string | number | null;

export interface Column {
  readonly label: string;
  /** For people; `null` reads as a dash. Numbers are written in full in a CSV. */
  readonly format?: (value: number, row: readonly Value[], at: number) => string;
  /** In a CSV's header, after the label: `s`, `USD`. */
  readonly unit?: string;
}

/** A plot's data: on the page as a table, in a file as CSV. */
export interface Table {
  readonly columns: readonly Column[];
  /** rows[i][j]: of columns[j]. The first column names the row. */
  readonly rows: readonly (readonly Value[])[];
}

/** Digits of an estimate follow from its interval, which stands beside it in the row. */
export function cellText({ format }: Column, row: readonly Value[], at: number): string {
  const value = row[at];
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '–';
  return typeof value === 'number' ? (format?.(value, row, at) ?? String(value)) : value;
}

/** A column of an estimate, and two of the ends of its interval behind it: the three are rounded as one. */
export function estimateColumns(
  label: string,
  scale: Scale,
  unit: string | null,
  [from, to]: readonly [string, string] = ['95% from', '95% to'],
): Column[] {
  const shown = (value: number, low: Value, high: Value) =>
    figure(value, knownOf([asNumber(low), asNumber(high)]), scale);
  const end = (row: readonly Value[], at: number, which: 0 | 1) => {
    const known = knownOf([asNumber(row[at + 1]), asNumber(row[at + 2])]);
    const [value, bound] = [asNumber(row[at]), asNumber(row[at + 1 + which])];
    return value === null || known === null
      ? bound === null
        ? '–'
        : figure(bound, null, scale)
      : ends(value, known, scale)[which];
  };
  const of = unit === null ? {} : { unit };
  return [
    { label, ...of, format: (value, row, at) => shown(value, row[at + 1], row[at + 2]) },
    { label: from, ...of, format: (_, row, at) => end(row, at - 1, 0) },
    { label: to, ...of, format: (_, row, at) => end(row, at - 2, 1) },
  ];
}

/** An availability before the three columns of its downtime, whose interval it has. */
export const availabilityColumn: Column = {
  label: 'Availability',
  format: (value, row, at) => {
    const known = knownOf([asNumber(row[at + 2]), asNumber(row[at + 3])]);
    return percent(value, known && [1 - known[1] / SECONDS_PER_YEAR, 1 - known[0] / SECONDS_PER_YEAR]);
  },
};

export const COST_ENDS: readonly [string, string] = ['Cost, 95% from', 'Cost, 95% to'];

function asNumber(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** The plot's data as a file. */
export function csvOf({ columns, rows }: Table): string {
  const header = columns.map(({ label, unit }) => (unit === undefined ? label : `${label} (${unit})`));
  return writeCsv([header, ...rows]);
}
