import type { Report } from '../../src/analysis/report.ts';
import { plannedRows } from '../../src/report/run/planned.ts';
import { capitalised } from '../../src/report/text.ts';
import './results.css';

/** Planned and unplanned downtime apart; nothing where the model plans nothing. */
export function PlannedTable({ report }: { readonly report: Report }) {
  const rows = plannedRows(report);
  if (rows.length === 0) return null;
  return (
    <section class="services" aria-labelledby="planned-title">
      <h2 class="title" id="planned-title">
        Planned work
      </h2>
      <table class="figures">
        <tbody>
          {rows.map(([what, figures]) => (
            <tr key={what}>
              <th scope="row">{capitalised(what)}</th>
              <td>{figures}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
