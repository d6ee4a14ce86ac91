import type { Report } from '../../src/analysis/report.ts';
import { experimentSections } from '../../src/report/experiments/sections.ts';
import { createPaint } from '../../src/report/paint.ts';
import './results.css';

/** The model's own experiments beside its years; nothing where it has none. */
export function ExperimentsTable({ report: { experiments = [], doubt } }: { readonly report: Report }) {
  if (experiments.length === 0) return null;
  const [{ title, table, notes = [] }] = experimentSections({ experiments }, createPaint(false));
  return (
    <section class="summary experiments" aria-labelledby="experiments-title">
      <div class="results-title">
        <h2 class="title" id="experiments-title">
          {title}
        </h2>
      </div>
      <div class="scroll-x" role="region" aria-label="Table of experiments" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              {table?.columns.map(({ name, longName }) => (
                <th scope="col" key={name}>
                  {longName ?? name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table?.rows.map(([name, ...cells], row) => (
              <tr key={row}>
                <th scope="row">{textOf(name)}</th>
                {cells.map((cell, column) => (
                  <td key={column}>{textOf(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul class="remarks">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {doubt && experiments.every((each) => each.doubt === undefined) && (
          <li>
            Made with {doubt.inputs.map(({ parameter }) => parameter).join(', ')} at the median; the command “nines
            experiment” makes them in worlds too.
          </li>
        )}
      </ul>
    </section>
  );
}

function textOf(cell: string | { readonly text: string }): string {
  return typeof cell === 'string' ? cell : cell.text;
}
