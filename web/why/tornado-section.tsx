import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type TornadoFigure, tornadoRows } from '../../src/plots/data/sensitivity.ts';
import { sourceOf } from '../../src/plots/data/text.ts';
import { PlotFrame } from '../../src/plots/frame/plot-frame.tsx';
import type { Size } from '../../src/plots/frame/types.ts';
import { MOST_ROWS, TornadoKey, tornadoLayout, tornadoPlot } from '../../src/plots/tornado-plot.tsx';
import { Explain } from '../explain/index.ts';
import { Handle } from './handle.tsx';
import { ChosenInput } from './chosen-input.tsx';
import { isOld, sensitivity, studies } from './state.ts';
import { StudyBar } from './study-bar.tsx';

const FIGURES: readonly (readonly [TornadoFigure, string])[] = [
  ['downtime', 'Downtime'],
  ['cost', 'Total cost'],
];

const WHAT =
  'What moves the figures most: each assumption, MTBF, MTTR and delay by itself, halved and doubled, or from end to ' +
  'end of where the model says that it may lie, in the same years. What is a decision is left out. ' +
  'It takes about twenty times as long as the run.';

/** What each input does, and a handle on each that is written in the text. */
export function TornadoSection() {
  const figure = useSignal<TornadoFigure>('downtime');
  const isAll = useSignal(false);
  const chosen = useSignal<string | null>(null);
  const figures = sensitivity.value;
  const report = studies.tornado.value.found?.report ?? null;
  const most = isAll.value ? Infinity : MOST_ROWS;
  const plot = useMemo(
    () =>
      figures === null || report === null
        ? null
        : tornadoPlot(figures, figure.value, {
            currency: report.cost.currency,
            name: report.model.name,
            source: sourceOf(report),
            most,
          }),
    [figures, figure.value, report, most],
  );
  const shown = useMemo(
    () => (figures === null ? null : tornadoRows(figures, figure.value, most)),
    [figures, figure.value, most],
  );
  const inputs = useMemo(() => new Map(figures?.inputs.map((input) => [input.name, input])), [figures]);
  const over = (size: Size) => {
    if (shown === null || report === null) return null;
    const layout = tornadoLayout(shown.rows, figure.value, size);
    return shown.rows.map((row, i) => (
      <Handle
        key={row.key}
        row={row}
        input={inputs.get(row.key)!}
        layout={layout}
        top={layout.top + i * layout.rowHeight}
        figure={figure.value}
        currency={report.cost.currency}
        onChoose={() => (chosen.value = row.key)}
      />
    ));
  };
  const input =
    figures === null ? undefined : (inputs.get(chosen.value ?? '') ?? inputs.get(shown?.rows[0]?.key ?? ''));
  return (
    <section class="why-section why-tornado" aria-label="What moves it">
      <StudyBar kind="tornado" start="Vary every input" what={WHAT} />
      {figures !== null && plot !== null && report !== null && (
        <div class={isOld.tornado.value ? 'why-old' : undefined}>
          <PlotFrame
            plot={plot}
            explain={<Explain figure="tornado" report={report} />}
            over={over}
            onChoose={(key) => (chosen.value = String(key))}
            choosing="lets you change it below"
            legend={plot.empty === null && <Legend figure={figure} factor={figures.factor} />}
          />
          {((shown?.left ?? 0) > 0 || isAll.value) && <AllOrMost isAll={isAll} count={figures.inputs.length} />}
          {input !== undefined && (
            <ChosenInput
              key={input.name}
              input={input}
              inputs={shown?.rows.map(({ key }) => key) ?? []}
              onChoose={(name) => (chosen.value = name)}
            />
          )}
        </div>
      )}
    </section>
  );
}

function Legend({ figure, factor }: { readonly figure: Signal<TornadoFigure>; readonly factor: number }) {
  return (
    <div class="why-tornado-head">
      <div class="plot-choice" role="group" aria-label="Bars are of">
        {FIGURES.map(([each, words]) => (
          <button type="button" key={each} aria-pressed={each === figure.value} onClick={() => (figure.value = each)}>
            {words}
          </button>
        ))}
      </div>
      <TornadoKey factor={factor} />
    </div>
  );
}

function AllOrMost({ isAll, count }: { readonly isAll: Signal<boolean>; readonly count: number }) {
  return (
    <button
      type="button"
      class="button button-quiet no-print"
      aria-expanded={isAll.value}
      onClick={() => (isAll.value = !isAll.value)}
    >
      {isAll.value ? `The ${MOST_ROWS} that matter most` : `All ${count} inputs`}
    </button>
  );
}
