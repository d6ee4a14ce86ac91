import type { ComponentChild } from 'preact';
import { type Cell, plainText } from '../report/index.ts';
import { columnsFor, type Table } from '../report/section.ts';
import { escapeHtml } from './paint.ts';

/** So many rows stand open; so few more are not worth folding away; so many are in the document at all. */
const MOST_OPEN = 12;
const FEW = 3;
const MOST_ROWS = 500;
/** Characters that stay on a line of their own. */
const LONG = 20;

interface SectionTableProps {
  readonly table: Table;
  readonly title: string;
  /** Rows that stand open. */
  readonly open?: number;
}

/** A section's table; the rows after the first ones are folded away. */
export function SectionTable({ table, title, open = MOST_OPEN }: SectionTableProps): ComponentChild {
  const { rows } = table;
  const shown = rows.slice(0, rows.length > open + FEW ? open : rows.length);
  const folded = rows.slice(shown.length, MOST_ROWS);
  const left = rows.length - shown.length - folded.length;
  return (
    <>
      <Rows table={table} rows={shown} title={title} />
      {folded.length > 0 && (
        <details class="report-more">
          <summary>{rows.length - shown.length} more</summary>
          <Rows table={table} rows={folded} title={`${title}, from ${shown.length + 1} on`} />
          {left > 0 && <p>{left} others are left out here: the report as JSON or CSV has all of them.</p>}
        </details>
      )}
    </>
  );
}

interface RowsProps {
  readonly table: Table;
  readonly rows: Table['rows'];
  readonly title: string;
}

function Rows({ table, rows, title }: RowsProps): ComponentChild {
  const shown = columnsFor(table, 'document');
  const align = (i: number) => (table.columns[i].align === 'right' ? 'figure' : undefined);
  const kind = (i: number, cell: Cell | undefined) => align(i) ?? (textOf(cell).length > LONG ? 'long' : 'short');
  return (
    <div class="report-scroll" role="group" aria-label={plainText(title)} tabIndex={0}>
      <table class="report-table">
        <thead>
          <tr>
            {shown.map((i) => {
              const name = plainText(table.columns[i].longName ?? table.columns[i].name);
              // A head without words is none.
              return name === '' ? (
                <td key={i} />
              ) : (
                <th key={i} scope="col" class={align(i)}>
                  {name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, k) => (
            <tr key={k}>
              {shown.map((i, place) =>
                place === 0 ? (
                  <th
                    key={i}
                    scope="row"
                    class={kind(i, row[i])}
                    dangerouslySetInnerHTML={{ __html: cellHtml(row[i]) }}
                  />
                ) : (
                  <td key={i} class={kind(i, row[i])} dangerouslySetInnerHTML={{ __html: cellHtml(row[i]) }} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Escaped first, painted then, as in Markdown. */
function cellHtml(cell: Cell | undefined): string {
  const text = escapeHtml(plainText(textOf(cell)));
  return typeof cell !== 'object' || text === '' ? text : cell.paint(text);
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
