import type { CandidateFigures, OptimizationReport } from '../../src/analysis/report-optimization.ts';
import { candidateName } from '../../src/plots/data/frontier.ts';
import { duration, money, percent } from '../../src/units/figure.ts';
import { formatMoney } from '../../src/units/format.ts';
import { chooseCandidate } from './frontier.ts';

/** More than this is in the plot's own table. */
const MOST = 20;
const STATES: Readonly<Record<CandidateFigures['state'], string>> = {
  best: 'the best',
  beaten: 'beaten',
  infeasible: 'misses a goal',
  undecided: 'open',
};
const ORDER: readonly CandidateFigures['state'][] = ['best', 'undecided', 'beaten', 'infeasible'];

/** The best one, then what else may do, cheapest first; each can be taken over into the model. */
export function CandidateTable({ report }: { readonly report: OptimizationReport }) {
  const onLine = new Set(report.frontier.map(({ candidate }) => candidate));
  const price = ({ cost }: CandidateFigures) => cost.total?.mean ?? cost.infrastructure;
  const sorted = report.candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.candidate.state) - ORDER.indexOf(b.candidate.state) || price(a.candidate) - price(b.candidate),
    );
  return (
    <div class="scroll-x" role="region" aria-label="Candidates" tabIndex={0}>
      <table class="figures frontier-table">
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            <th scope="col">State</th>
            <th scope="col">Availability</th>
            <th scope="col">Down a year</th>
            <th scope="col">Running cost</th>
            <th scope="col">Total cost</th>
            <th scope="col">
              <span class="visually-hidden">Take over</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST).map(({ candidate, index }) => (
            <tr key={index} class={candidate.state === 'best' ? 'frontier-best' : undefined}>
              <th scope="row">{candidateName(report, candidate)}</th>
              <td>
                {STATES[candidate.state]}
                {onLine.has(index) && <span class="compare-aside">on the frontier</span>}
              </td>
              <Figures candidate={candidate} currency={report.currency} />
              <td>
                <button
                  type="button"
                  class="compare-tool"
                  aria-label={`Set the model to ${candidateName(report, candidate)}`}
                  onClick={() => chooseCandidate(index)}
                >
                  Set
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > MOST && <p class="small muted">And {sorted.length - MOST} more in the table of the picture.</p>}
    </div>
  );
}

function Figures({
  candidate: { availability, downtimePerYear, cost, ruledOutBy },
  currency,
}: {
  readonly candidate: CandidateFigures;
  readonly currency: string;
}) {
  const running = <td>{cost.infrastructure > 0 ? formatMoney(cost.infrastructure, currency) : '–'}</td>;
  if (availability === null || downtimePerYear === null || cost.total === null) {
    return (
      <>
        <td colSpan={2} class="muted">
          {ruledOutBy === null ? 'not simulated yet' : 'its running cost alone is too much'}
        </td>
        {running}
        <td>–</td>
      </>
    );
  }
  return (
    <>
      <td>{percent(availability.mean, availability.ci95)}</td>
      <td>{downtimePerYear.mean === 0 ? 'none seen' : duration(downtimePerYear.mean, downtimePerYear.ci95)}</td>
      {running}
      <td>{money(cost.total.mean, cost.total.ci95, currency)}</td>
    </>
  );
}
