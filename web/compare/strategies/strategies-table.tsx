import type {
  ExperimentLossFigures,
  ExperimentFigures,
  Loss,
  QuantileInterval,
  RecoveryFigures,
  Report,
} from '../../../src/analysis/report.ts';
import { lossText } from '../../../src/report/loss.ts';
import { duration, percent } from '../../../src/units/figure.ts';
import { formatDuration, formatPercent } from '../../../src/units/format.ts';
import { Explain, type FigureId } from '../../explain/index.ts';
import { timesText } from '../../../src/units/figure.ts';
import { PUBLISHED, type Published } from '../../../src/plots/data/published.ts';
import { VerdictMark } from '../../results/verdict-mark.tsx';
import { type Trial, trials, tryOne } from './state.ts';

/** A strategy a row: what came of it, and below that what is published. */
export function StrategiesTable() {
  return (
    <div class="scroll-x" role="region" aria-label="Strategies side by side" tabIndex={0}>
      <table class="figures strategies-table">
        <thead>
          <tr>
            <th scope="col">Strategy</th>
            <Head name="Recovery, p95" figure="experimentRecovery" />
            <Head name="Data loss, p95" figure="experimentLoss" />
            <Head name="Cost" figure="costRelative" />
            <Head name="Its goals" figure="experimentTarget" />
            <Head name="Ordinary years" figure="availability" />
          </tr>
        </thead>
        <tbody>
          {trials.value.map((trial, i) => (
            <Row key={trial.strategy} trial={trial} number={i + 1} published={PUBLISHED[i]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ name, figure }: { readonly name: string; readonly figure: FigureId }) {
  return (
    <th scope="col">
      {name}
      <Explain figure={figure} report={null} />
    </th>
  );
}

function Row({
  trial,
  number,
  published,
}: {
  readonly trial: Trial;
  readonly number: number;
  readonly published: Published;
}) {
  const { experiment, report } = trial;
  return (
    <tr>
      <th scope="row">
        {number}. {published.name}
        <State trial={trial} />
        {experiment !== null && experiment.recovered.mean < 1 && (
          <span class="compare-aside">recovered in {formatPercent(experiment.recovered.mean, 2)} of runs</span>
        )}
      </th>
      {experiment === null ? (
        <td colSpan={4} />
      ) : (
        <Figures experiment={experiment} report={report} published={published} />
      )}
      <td>{report !== null && <Years report={report} />}</td>
    </tr>
  );
}

function State({ trial: { strategy, state, reason } }: { readonly trial: Trial }) {
  if (state === 'done') return null;
  if (state !== 'failed') return <span class="compare-aside">{state === 'running' ? 'simulating…' : 'waiting'}</span>;
  return (
    <span class="compare-errors">
      It could not be tried: {reason}.{' '}
      <button type="button" class="compare-tool" onClick={() => void tryOne(strategy)}>
        Try again
      </button>
    </span>
  );
}

function Figures({
  experiment,
  report,
  published: { rto, rpo, cost },
}: {
  readonly experiment: ExperimentFigures;
  readonly report: Report | null;
  readonly published: Published;
}) {
  const { recoveryTime, dataLoss } = experiment;
  return (
    <>
      <td>
        <Times figures={recoveryTime} published={rto.text} />
      </td>
      <td>
        <Times figures={dataLoss} published={rpo.text} />
      </td>
      <td>
        {report === null || report.cost.relative === null ? '–' : timesText(report.cost.relative)}
        <span class="compare-aside">published {unbroken(cost)}</span>
      </td>
      <td>
        {experiment.targets.map(({ target, goal, verdict }) => (
          <span key={target} class="strategies-goal">
            {target.toUpperCase()} {formatDuration(goal)} <VerdictMark verdict={verdict} />
          </span>
        ))}
        {experiment.targets.length === 0 && <span class="muted">none stated</span>}
      </td>
    </>
  );
}

interface TimesProps {
  readonly figures: Pick<RecoveryFigures | ExperimentLossFigures, 'p50' | 'p95' | 'quantileCi95'>;
  readonly published: string;
}

function Times({ figures: { p50, p95, quantileCi95 }, published }: TimesProps) {
  return (
    <>
      {seconds(p95, quantileCi95.p95)}
      <span class="compare-aside">p50 {seconds(p50, quantileCi95.p50)}</span>
      <span class="compare-aside">published {unbroken(published)}</span>
    </>
  );
}

/** Ranges and amounts stay on one line. */
function unbroken(text: string): string {
  return text.replace(/–/g, '\u2060–\u2060').replace(/(\d) /g, '$1\u00a0');
}

function seconds(value: Loss | null, interval: QuantileInterval<Loss>): string {
  return value === 0 || value === null ? 'none' : lossText(value, interval, duration);
}

function Years({ report: { availability } }: { readonly report: Report }) {
  const down = availability.downtimePerYear;
  return (
    <>
      {percent(availability.mean, availability.ci95)}
      <span class="compare-aside">
        {down.mean === 0 ? 'no downtime seen' : `${duration(down.mean, down.ci95)} down a year`}
      </span>
    </>
  );
}
