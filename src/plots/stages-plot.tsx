import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RecoveryFigures } from '../analysis/report.ts';
import { duration } from '../units/figure.ts';
import { formatDuration } from '../units/format.ts';
import { linearTimeTicks } from './axis/time-ticks.ts';
import { barsPlot, type Bar } from './bars/bars.tsx';
import {
  describeStages,
  emptyStages,
  type PerWhat,
  readStage,
  readWhole,
  stageRows,
  stagesSentence,
  stagesTable,
} from './data/stages.ts';
import { shareText } from './data/text.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

interface StagesPlotProps {
  readonly figures: RecoveryFigures;
  /** Incidents of a year, or runs of a drill. */
  readonly per?: PerWhat;
  /** The model's name, for the file. */
  readonly name: string;
  /** Model, years, seed. */
  readonly source: string;
  readonly explain?: ComponentChild;
}

/**
 * The mean recovery as one bar, and below it each stage where it lies in that bar: told apart by place, not by colour
 * alone.
 */
export function StagesPlot({ figures, per = 'incident', name, source, explain }: StagesPlotProps): ComponentChild {
  const plot = useMemo(() => stagesPlot({ figures, per, name, source }), [figures, per, name, source]);
  return <PlotFrame plot={plot} explain={explain} />;
}

export function stagesPlot({ figures, per = 'incident', name, source }: Omit<StagesPlotProps, 'explain'>): Plot {
  const rows = stageRows(figures);
  const mean = figures.mean ?? 0;
  const whole: Bar = {
    key: 'all',
    label: `Mean ${per}`,
    value: mean,
    interval: null,
    text: duration(mean, figures.ci95),
    style: 'bar',
    strong: true,
    parts: rows.map(({ stage, from, seconds }) => ({ from, value: seconds, style: `stage-${stage}` })),
  };
  const bars = rows.map(({ stage, label, seconds, from, ci95, share }): Bar => ({
    key: stage,
    label,
    value: seconds,
    from,
    interval: null,
    text: `${duration(seconds, ci95)} · ${shareText(share)}`,
    style: `stage-${stage}`,
  }));
  return {
    ...barsPlot({
      bars: [whole, ...bars],
      axisTitle: `Mean time since the ${per} began`,
      ticks: linearTimeTicks,
      tickText: formatDuration,
    }),
    title: 'Recovery taken apart',
    file: `${name} stages of recovery`,
    source,
    description: describeStages(rows, figures, per),
    resting: stagesSentence(rows, figures, per),
    empty: emptyStages(rows, figures, per),
    note:
      `Means per ${per}: together they are the mean recovery time. ` +
      `${per === 'run' ? 'Of the runs that users noticed; one' : 'An incident'} ` +
      'that skips a stage counts with 0 s in it.',
    stops: [
      { key: 'all', text: readWhole(figures, per) },
      ...rows.map((row) => ({ key: row.stage, text: readStage(row, per) })),
    ],
    table: () => stagesTable(rows, figures, per),
  };
}
