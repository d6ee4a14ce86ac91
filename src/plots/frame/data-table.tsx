import type { ComponentChild } from 'preact';
import { cellText, type Table } from '../data/table.ts';

/** A plot's data for reading. */
export function DataTable({ table, title }: { readonly table: Table; readonly title: string }): ComponentChild {
  const [first, ...rest] = table.columns;
  return (
    <div class="plot-table" role="region" aria-label={`Table: ${title}`} tabIndex={0}>
      <table>
        <caption class="plot-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column, i) => (
              <th key={i} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{cellText(first, row, 0)}</th>
              {rest.map((column, j) => (
                <td key={j}>{cellText(column, row, j + 1)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
