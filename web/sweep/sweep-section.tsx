import { SWEEP_FIGURES } from '../../src/plots/data/sweep.ts';
import { SweepPlot } from '../../src/plots/sweep-plot.tsx';
import { formatNumber } from '../../src/units/format.ts';
import { desk } from '../desk/desk.ts';
import { Explain } from '../explain/index.ts';
import { download, fileName } from '../share/download.ts';
import { notice } from '../state/store.ts';
import { AxisFields } from './axis-fields.tsx';
import { fault, first, second } from './choice.ts';
import { SolveForm } from './solve-form.tsx';
import { isCurrent, solve } from './solve.ts';
import {
  canContinue,
  choosePoint,
  continueSweep,
  figure,
  isStale,
  pointsOf,
  shownReport,
  startSweep,
  stopSweep,
  sweep,
} from './state.ts';

/** The form, the curve, and what can be taken along. */
export function SweepSection() {
  const found = sweep.value;
  const report = shownReport.value;
  const solved = isCurrent.value ? (solve.value?.report?.solved ?? null) : null;
  // Without a sweep, what a search has tried is a curve as well.
  const tried = report === null && isCurrent.value ? (solve.value?.report ?? null) : null;
  return (
    <>
      <form
        class="sweep-form"
        onSubmit={(event) => {
          event.preventDefault();
          startSweep();
        }}
      >
        <AxisFields which="first" axis={first.value} />
        <AxisFields which="second" axis={second.value} />
        <div class="row">
          <button type="submit" class="button button-primary" disabled={fault.value !== ''}>
            {found === null ? 'Try these values' : 'Try again'}
          </button>
          <Progress />
        </div>
        {fault.value !== '' && (
          <p class="field-error" role="alert">
            {fault.value}
          </p>
        )}
      </form>
      <SolveForm />
      {found !== null && <State />}
      {(report ?? tried) !== null && (
        <div class={isStale.value ? 'sweep-shown is-old' : 'sweep-shown'}>
          <div class="plot-choice" role="group" aria-label="Figure drawn">
            {SWEEP_FIGURES.map(({ id, name }) => (
              <button key={id} type="button" aria-pressed={figure.value === id} onClick={() => (figure.value = id)}>
                {name}
              </button>
            ))}
          </div>
          {report !== null ? (
            <SweepPlot
              sweep={report}
              figure={figure.value}
              solved={solved}
              explain={<Explain figure="sweep" report={null} />}
              onChoose={choosePoint}
            />
          ) : (
            <SweepPlot sweep={tried!} figure={figure.value} explain={<Explain figure="sweep" report={null} />} />
          )}
          {report !== null && (
            <p class="small muted">A click or Enter on a point sets the model to it; Undo takes it back.</p>
          )}
          {found?.state === 'over' && report !== null && (
            <p class="sweep-files small muted">
              All figures of all points:{' '}
              <button type="button" class="button button-quiet" onClick={() => void save('csv')}>
                CSV
              </button>
              <button type="button" class="button button-quiet" onClick={() => void save('json')}>
                JSON
              </button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Progress() {
  const found = sweep.value;
  if (canContinue.value) {
    return (
      <button type="button" class="button" onClick={continueSweep}>
        Go on
      </button>
    );
  }
  if (found?.state !== 'running') return null;
  const done = found.report?.points.filter(({ report }) => !report.run.partial).length ?? 0;
  return (
    <span class="sweep-progress">
      <progress max={pointsOf(found)} value={done} aria-label="Points finished" />
      <span class="muted small" role="status">
        {done} of {pointsOf(found)} points
      </span>
      <button type="button" class="button button-quiet" onClick={stopSweep}>
        Stop
      </button>
    </span>
  );
}

/** What is to be known of the sweep that is shown. */
function State() {
  const { state, problem, notices, report } = sweep.value!;
  const done = report?.points.length ?? 0;
  return (
    <>
      {problem !== '' && (
        <p class="field-error" role="alert">
          {problem} {/errors where/.test(problem) ? 'Choose a range without it.' : ''}
        </p>
      )}
      {notices.length > 0 && <p class="small muted">{notices.join(' ')}</p>}
      {isStale.value && (
        <p class="small">
          <span class="badge unsure">stale</span> The model has changed since; these points are of the version before.
        </p>
      )}
      {state === 'over' && problem === '' && report?.run.partial === true && (
        <p class="small muted" role="status">
          Stopped; {formatNumber(done)} of {formatNumber(pointsOf(sweep.value!))} points are there, and count.
        </p>
      )}
      {state === 'over' && problem === '' && report === null && (
        <p class="small muted" role="status">
          Stopped before the first point.
        </p>
      )}
    </>
  );
}

async function save(format: 'csv' | 'json'): Promise<void> {
  const report = sweep.peek()?.report;
  if (report === null || report === undefined) return;
  try {
    const content = await desk.studyFile(report, format);
    download(
      `${fileName(`${report.model.name} ${report.vary.join(' ')}`)}.${format}`,
      format === 'csv' ? 'text/csv' : 'application/json',
      content,
    );
  } catch (error) {
    notice.value = `The file could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
