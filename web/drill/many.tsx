import { useMemo } from 'preact/hooks';
import type { ParsedModel } from '../../src/model/index.ts';
import { heldAtMedians } from '../../src/model/worlds.ts';
import { formatNumber } from '../../src/units/format.ts';
import { Explain } from '../explain/index.ts';
import { StagesPlot } from '../../src/plots/stages-plot.tsx';
import { drilling, model } from '../state/store.ts';
import { many, manyFailure, manyIsOld, run, RUNS, stopMany } from './choice.ts';
import { RunsPlot, sourceOfRuns } from './distributions.tsx';
import { shown } from './player.ts';
import { rowOfMany, rowOfOnce } from './row.ts';
import { RowTable } from './row-table.tsx';
import { askWords, experimentWords } from './words.ts';

/** The same drill ten thousand times: its row, and the distributions. */
export function Many() {
  const ask = drilling.value;
  const found = model.value;
  if (ask === null || found === null) return null;
  const what = 'experiment' in ask ? experimentWords(found, ask.experiment) : '';
  const figures = many.value?.report?.experiments[0];
  const held = heldAtMedians({ doubts: {}, ...(found as Partial<ParsedModel>) });
  return (
    <section class="drill-many" aria-labelledby="drill-many-title">
      <div class="drill-many-head">
        <h3 id="drill-many-title">{formatNumber(RUNS)} times</h3>
        <Progress />
      </div>
      {manyFailure.value !== '' && <p class="field-error">{manyFailure.value}</p>}
      {held !== null && <p class="muted small">{held}</p>}
      <Rows test={[askWords(ask, found), what].filter((part) => part !== '').join(': ')} />
      {figures && many.value?.report && (
        <div class={manyIsOld.value ? 'plots is-old' : 'plots'} aria-busy={manyIsOld.value}>
          <RunsPlot report={many.value.report} figures={figures} measure="recoveryTime" />
          <RunsPlot report={many.value.report} figures={figures} measure="dataLoss" />
          <StagesPlot
            figures={figures.recoveryTime}
            per="run"
            name={`${many.value.report.model.name} ${figures.name}`}
            source={sourceOfRuns(many.value.report, figures)}
            explain={<Explain figure="stages" report={null} />}
          />
        </div>
      )}
    </section>
  );
}

function Rows({ test }: { test: string }) {
  const once = shown.value?.life;
  const figures = many.value?.report?.experiments[0];
  const number = run.value + 1;
  const rows = useMemo(
    () => [
      ...(once ? [{ name: `run ${formatNumber(number)}`, row: rowOfOnce(test, once.result, once.goals) }] : []),
      ...(figures ? [{ name: `${formatNumber(figures.runs)} runs`, row: rowOfMany(test, figures) }] : []),
    ],
    [once, figures, test, number],
  );
  return rows.length === 0 ? null : <RowTable rows={rows} caption="The drill’s rows: one run, and all of them" />;
}

function Progress() {
  const news = many.value;
  const { done, isOver } = news ?? { done: 0, isOver: false };
  const isStopped = isOver && done < RUNS;
  if (isOver && !isStopped)
    return (
      <p class="muted small" role="status">
        All {formatNumber(done)} runs are in.
      </p>
    );
  if (isStopped && done === 0)
    return (
      <p class="muted small" role="status">
        Stopped before the first runs were in.
      </p>
    );
  if (isStopped)
    return (
      <p class="muted small" role="status">
        Stopped after {formatNumber(done)} runs; they count.
      </p>
    );
  return (
    <div class="drill-progress">
      <progress max={RUNS} value={done} aria-label="Runs finished" />
      <span class="muted small">{formatNumber(done)} runs</span>
      <button type="button" class="button button-quiet" onClick={stopMany}>
        Stop
      </button>
    </div>
  );
}
