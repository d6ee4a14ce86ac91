import type { Report } from '../../src/analysis/report.ts';
import { duration, nines, percent } from '../../src/units/figure.ts';
import { Explain } from '../explain/index.ts';
import { selected } from '../state/store.ts';
import { quantileText } from './quantile-text.ts';
import './results.css';

/** More rows than anybody reads; the download has all of them. */
const MOST_ROWS = 50;

/** Each service by itself, the least available first. Its name chooses it on the topology. */
export function ServicesTable({ report }: { readonly report: Report }) {
  const all = Object.entries(report.services).sort(([, a], [, b]) => b.downtimePerYear.mean - a.downtimePerYear.mean);
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
              <th scope="col">Availability</th>
              <th scope="col">Nines</th>
              <th scope="col">Down a year</th>
              <th scope="col">Recovery p95</th>
              <th scope="col">Data loss p95</th>
              <th scope="col">
                Tier
                <Explain figure="tier" />
              </th>
            </tr>
          </thead>
          <tbody>
            {all.slice(0, MOST_ROWS).map(([name, { availability, downtimePerYear, recoveryTime, dataLoss, tier }]) => {
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
                  <td>{percent(availability.mean, availability.ci95)}</td>
                  <td>{availability.mean < 1 ? nines(-Math.log10(1 - availability.mean)) : '–'}</td>
                  <td>{duration(downtimePerYear.mean, downtimePerYear.ci95)}</td>
                  <td>{quantileText(recoveryTime)}</td>
                  <td>{quantileText(dataLoss)}</td>
                  <td>{tier ?? (recoveryTime.count === 0 ? 'unseen' : <NoTier />)}</td>
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

function NoTier() {
  return (
    <>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">none</span>
    </>
  );
}
