import type { Report } from '../../src/analysis/report.ts';
import { SERVICE_COLUMNS, worstServices } from '../../src/report/run/services.ts';
import { capitalised } from '../../src/report/text.ts';
import { Explain } from '../explain/index.ts';
import { selected } from '../state/store.ts';
import './results.css';

/** More rows than anybody reads; the download has all of them. */
const MOST_ROWS = 50;

/** Each service by itself, the least available first. Its name chooses it on the topology. */
export function ServicesTable({ report }: { readonly report: Report }) {
  const all = worstServices(report);
  const chosen = selected.value;
  return (
    <section class="services" aria-labelledby="services-title">
      <div class="results-title">
        <h2 class="title" id="services-title">
          Services
        </h2>
        <Explain figure="services" />
      </div>
      <div class="scroll-x" role="region" aria-label="Table of services" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Service</th>
              {SERVICE_COLUMNS.map(({ column: { name, longName = name } }) => (
                <th scope="col" key={name}>
                  {capitalised(longName)}
                  {name === 'tier' && <Explain figure="tier" />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, MOST_ROWS).map(([name, each]) => {
              const isChosen = chosen?.kind === 'service' && chosen.name === name;
              return (
                <tr key={name}>
                  <th scope="row">
                    <button
                      type="button"
                      class="services-name"
                      aria-pressed={isChosen}
                      title="Show on the topology"
                      onClick={() => (selected.value = isChosen ? null : { kind: 'service', name })}
                    >
                      {name}
                    </button>
                  </th>
                  {SERVICE_COLUMNS.map(({ column, cell }) => (
                    <td key={column.name}>{cell(each)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {all.length > MOST_ROWS && (
        <p class="small muted">and {all.length - MOST_ROWS} others, more available than these</p>
      )}
    </section>
  );
}
