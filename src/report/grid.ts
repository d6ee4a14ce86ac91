import { fit, padEnd, padStart, width } from './text.ts';

/** A cell's text, and what it looks like once it has its width. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

export interface Column {
  readonly align: 'left' | 'right';
  /** Gives way when the row is too long; one column does. */
  readonly shrinks?: boolean;
}

export const GAP = 2;
export const INDENT = 2;
const NARROWEST = 6;

/** Rows in columns as wide as their widest cell, indented, none wider than `columns`. */
export function grid(layout: readonly Column[], rows: readonly (readonly Cell[])[], columns: number): string[] {
  const widths = layout.map((_, i) => Math.max(0, ...rows.map((row) => width(textOf(row[i])))));
  shrink(
    widths,
    layout.findIndex((column) => column.shrinks),
    columns - INDENT - GAP * (layout.length - 1),
  );
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      const text = fit(textOf(cell), widths[i]);
      const padded = layout[i].align === 'left' ? padEnd(text, widths[i]) : padStart(text, widths[i]);
      return typeof cell === 'string' || text === '' ? padded : padded.replace(text, () => cell.paint(text));
    });
    return (' '.repeat(INDENT) + cells.join(' '.repeat(GAP))).trimEnd();
  });
}

/** Takes what is too much from the column that gives way; only when that is not enough, from the widest others. */
function shrink(widths: number[], yielding: number, room: number): void {
  let excess = widths.reduce((sum, each) => sum + each, 0) - room;
  if (yielding >= 0 && excess > 0) {
    const taken = Math.min(excess, Math.max(0, widths[yielding] - NARROWEST));
    widths[yielding] -= taken;
    excess -= taken;
  }
  for (; excess > 0; excess--) widths[widths.indexOf(Math.max(...widths))]--;
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
