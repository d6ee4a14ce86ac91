import type { ComponentChildren } from 'preact';
import type { Report } from '../../src/analysis/report.ts';
import { censoredText } from '../../src/report/censored.ts';
import { exactLosses } from '../../src/report/exact.ts';
import { figureText } from '../../src/report/figure-text.ts';
import {
  losesData,
  lostForGoodText,
  perfectYearsText,
  shareText,
  spreadRows,
  STATISTICS,
  withinTargetText,
} from '../../src/report/run/spread.ts';
import { number, runSeconds, whole } from '../../src/units/figure.ts';
import { formatNumber } from '../../src/units/format.ts';
import { Explain, type FigureId } from '../explain/index.ts';
import './results.css';

/** How the run was made, and how its times are spread. */
export function Summary({ report }: { readonly report: Report }) {
  return (
    <section class="summary" aria-labelledby="summary-title">
      <div class="results-title">
        <h2 class="title" id="summary-title">
          The run
        </h2>
      </div>
      <RunFacts report={report} />
      <Times report={report} />
      <Remarks report={report} />
    </section>
  );
}

function RunFacts({ report: { run } }: { readonly report: Report }) {
  return (
    <dl class="facts">
      <Fact name="years" figure="years" value={`${whole(run.years)}${run.partial ? ' so far' : ''}`} />
      <Fact name="histories" value={whole(run.replications)} />
      <Fact name="seed" figure="seed" value={run.seed} />
      <Fact name="events" figure="events" value={formatNumber(run.events)} />
      {run.seconds > 0 && <Fact name="events a second" value={number(run.events / run.seconds)} />}
      {run.seconds > 0 && (
        <Fact
          name="time"
          value={`${runSeconds(run.seconds)} on ${run.workers} ${run.workers === 1 ? 'thread' : 'threads'}`}
        />
      )}
    </dl>
  );
}

function Fact({
  name,
  value,
  figure,
}: {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly figure?: FigureId;
}) {
  return (
    <div>
      <dt>
        {name}
        {figure !== undefined && <Explain figure={figure} />}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function Times({ report }: { readonly report: Report }) {
  return (
    <div class="scroll-x" role="region" aria-label="Times" tabIndex={0}>
      <table class="figures summary-times">
        <thead>
          <tr>
            <th scope="col">Times</th>
            {STATISTICS.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spreadRows(report).map(({ label, figure, cells }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                <Explain figure={figure} />
              </th>
              {cells.map((cell, i) => (
                <td key={STATISTICS[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Remarks({ report }: { readonly report: Report }) {
  const { incidents, recoveryTime, dataLoss } = report;
  const said: readonly (readonly [figure: FigureId, text: string | null])[] = [
    ['perfectYears', perfectYearsText(report)],
    [
      'incidentsPerYear',
      incidents.perYear.mean > 0 ? `${figureText('incidents.perYear', report)} incidents a year.` : null,
    ],
    ['mtbf', incidents.mtbf === null ? null : `${figureText('incidents.mtbf', report)} between incidents, on average.`],
    ...censoredText(recoveryTime).map((text) => ['recoveryQuantiles', text] as const),
    ['withinRto', withinTargetText(report, 'rto')],
    ['withinRpo', withinTargetText(report, 'rpo')],
    [
      'zeroLoss',
      dataLoss.zero !== null && losesData(report) ? `${shareText(dataLoss.zero)} of incidents lose nothing.` : null,
    ],
    ['permanentLoss', lostForGoodText(report)],
    ['permanentLoss', exactLosses(report)],
  ];
  return (
    <ul class="remarks">
      {said.map(
        ([figure, text]) =>
          text !== null && (
            <li key={text}>
              {text}
              <Explain figure={figure} />
            </li>
          ),
      )}
    </ul>
  );
}
