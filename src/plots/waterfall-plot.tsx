import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { GapFigures } from '../analysis/report-explanation.ts';
import { describeGap, gapRows, gapSentence, gapTable, type GapReport, readGap } from './data/gap.ts';
import { rowAt, rowBand } from './bars/row-band.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';
import { Waterfall } from './waterfall/draw.tsx';
import { layOutWaterfall, type Measure, waterfallHeight } from './waterfall/layout.ts';

interface WaterfallPlotProps {
  readonly gap: GapFigures;
  /** Of the model as it is: tells how often a step's time is spent. */
  readonly report?: GapReport | null;
  /** The model's name, for the file. */
  readonly name: string;
  /** Model, years, seed. */
  readonly source: string;
  readonly explain?: ComponentChild;
}

const MEASURES: readonly (readonly [Measure, string])[] = [
  ['time', 'In minutes a year'],
  ['nines', 'In nines'],
];

/** From the bare arithmetic's claim to what is simulated, one reality after the other. */
export function WaterfallPlot({ gap, report = null, name, source, explain }: WaterfallPlotProps): ComponentChild {
  const [measure, setMeasure] = useState<Measure>('time');
  const plot = useMemo(
    () => waterfallPlot(gap, { measure, report, name, source }),
    [gap, measure, report, name, source],
  );
  const choice = plot.empty === null && (
    <div class="plot-choice" role="group" aria-label="What the lengths are">
      {MEASURES.map(([each, words]) => (
        <button type="button" key={each} aria-pressed={each === measure} onClick={() => setMeasure(each)}>
          {words}
        </button>
      ))}
    </div>
  );
  return <PlotFrame plot={plot} explain={explain} legend={choice} />;
}

const NOTES: Readonly<Record<Measure, string>> = {
  time:
    'Each step is added to all before it, in the same simulated history; together they are the gap. The order ' +
    'matters: a step counts for what it adds to those above it.',
  nines:
    'Each bar is what a step takes off the count of nines above it. A nine is a tenth of the downtime, so ' +
    'equal lengths are equal factors and do not add up to minutes.',
};

interface WaterfallOptions {
  /** Default: time, whose lengths add up. */
  readonly measure?: Measure;
  readonly report?: GapReport | null;
  readonly name: string;
  readonly source: string;
}

export function waterfallPlot(
  gap: GapFigures,
  { measure = 'time', report = null, name, source }: WaterfallOptions,
): Plot {
  const rows = gapRows(gap);
  const layout = (size: { readonly width: number; readonly height: number }) => layOutWaterfall(rows, measure, size);
  return {
    title: 'From the arithmetic to reality',
    file: `${name} waterfall`,
    source,
    description: describeGap(rows),
    resting: gapSentence(rows),
    empty: rows.length === 0 ? 'There is no gap to draw.' : null,
    note: NOTES[measure],
    start: 0,
    height: (width) => waterfallHeight(rows, measure, width),
    draw: (size) => <Waterfall rows={rows} layout={layout(size)} size={size} />,
    stops: rows.map((row) => ({ key: row.key, text: readGap(row, rows, report) })),
    locate: (_, y, size) => rowAt(layout(size), y, rows.length),
    mark: (index, size) => rowBand(layout(size), index, size.width),
    table: () => gapTable(rows),
  };
}
