import type { ComponentChildren } from 'preact';
import { lossInSeconds } from '../../src/analysis/for-good.ts';
import type { Loss, QuantileInterval, QuantileIntervals, Report } from '../../src/analysis/report.ts';
import { censoredText, NO_END } from '../../src/report/censored.ts';
import { lossText } from '../../src/report/loss.ts';
import { duration, mtbfCi95, number, roundText, runSeconds, whole } from '../../src/units/figure.ts';
import { formatDuration, formatNumber, formatPercent } from '../../src/units/format.ts';
import { Explain, type FigureId } from '../explain/index.ts';
import './results.css';

const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;

type Figures = { readonly [key in (typeof QUANTILES)[number] | 'mean' | 'max']: Loss | null } & {
  readonly ci95: readonly [Loss, Loss] | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
};

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

function Times({ report: { availability, recoveryTime, dataLoss } }: { readonly report: Report }) {
  return (
    <div class="scroll-x" role="region" aria-label="Times" tabIndex={0}>
      <table class="figures summary-times">
        <thead>
          <tr>
            <th scope="col">Times</th>
            {['mean', ...QUANTILES, 'max'].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name="down a year" figure="downtimeQuantiles" figures={availability.downtimePerYear} />
          {recoveryTime.count > 0 && (
            <Row name="to recover" figure="recoveryQuantiles" figures={recoveryTime} none={NO_END} />
          )}
          {dataLoss.count > 0 && <Row name="writes lost" figure="lossQuantiles" figures={dataLoss} />}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  name,
  figure,
  figures,
  none = '–',
}: {
  readonly name: string;
  readonly figure: FigureId;
  readonly figures: Figures;
  readonly none?: string;
}) {
  return (
    <tr>
      <th scope="row">
        {name}
        <Explain figure={figure} />
      </th>
      <td>{cell(figures.mean, figures.ci95, none)}</td>
      {QUANTILES.map((q) => (
        <td key={q}>{cell(figures[q], figures.quantileCi95[q], none)}</td>
      ))}
      <td>{cell(figures.max, null, none)}</td>
    </tr>
  );
}

function cell(value: Loss | null, interval: QuantileInterval<Loss> | null, none: string): string {
  return value === null ? none : lossText(value, interval, duration);
}

function Remarks({
  report: { availability, incidents, recoveryTime, dataLoss, targets },
}: {
  readonly report: Report;
}) {
  const share = (value: number) => formatPercent(value, 2);
  const goal = (name: string) => formatDuration(targets.find(({ target }) => target === name)?.goal ?? 0);
  const permanent = dataLoss.permanentPerYear.mean;
  return (
    <ul class="remarks">
      <li>
        {share(availability.perfectYears)} of years have no downtime at all.
        <Explain figure="perfectYears" />
      </li>
      {incidents.perYear.mean > 0 && (
        <li>
          {number(incidents.perYear.mean, incidents.perYear.ci95)} incidents a year.
          <Explain figure="incidentsPerYear" />
        </li>
      )}
      {incidents.mtbf !== null && (
        <li>
          {duration(incidents.mtbf, mtbfCi95(incidents.mtbf, incidents.perYear))} between incidents, on average.
          <Explain figure="mtbf" />
        </li>
      )}
      {censoredText(recoveryTime).map((text) => (
        <li key={text}>
          {text}
          <Explain figure="recoveryQuantiles" />
        </li>
      ))}
      {recoveryTime.withinTarget !== null && (
        <li>
          {share(recoveryTime.withinTarget)} of incidents are over within the RTO of {goal('rto')}.
          <Explain figure="withinRto" />
        </li>
      )}
      {dataLoss.withinTarget !== null && (
        <li>
          {share(dataLoss.withinTarget)} of incidents lose no more than the RPO of {goal('rpo')}.
          <Explain figure="withinRpo" />
        </li>
      )}
      {dataLoss.zero !== null && lossInSeconds(dataLoss.max ?? 0) > 0 && (
        <li>
          {share(dataLoss.zero)} of incidents lose nothing.
          <Explain figure="zeroLoss" />
        </li>
      )}
      {permanent > 0 && (
        <li>
          Data is lost for good{' '}
          {permanent < 0.5 ? `once in ${roundText(1 / permanent)} years` : `${roundText(permanent)} times a year`}.
          <Explain figure="permanentLoss" />
        </li>
      )}
    </ul>
  );
}
