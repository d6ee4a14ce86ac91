import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { duration, number, range } from '../units/figure.ts';
import { formatDuration } from '../units/format.ts';
import { TIME_SCALE } from '../units/scale.ts';
import { linearTimeTicks } from './axis/time-ticks.ts';
import { barsPlot, type Bars } from './bars/bars.tsx';
import { ATTRIBUTION, causeRows, describeCauses, noCauses, type CauseRow } from './data/causes.ts';
import { formatRate } from '../report/rate.ts';
import { estimateColumns } from './data/table.ts';
import { shareText, sourceOf } from './data/text.ts';
import type { ReportPlotProps } from './downtime-plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

export interface CausesPlotProps extends ReportPlotProps {
  /** A cause was chosen, by its name as the report has it. */
  readonly onSelect?: (cause: string) => void;
}

/** Downtime a year by cause, most first. */
export function CausesPlot({ report, explain, onSelect }: CausesPlotProps): ComponentChild {
  const plot = useMemo(() => causesPlot(report), [report]);
  const choose = onSelect === undefined ? undefined : (key: string | number) => key !== '' && onSelect(String(key));
  return <PlotFrame plot={plot} explain={explain} onChoose={choose} choosing="shows it on the topology" />;
}

export function causesPlot(report: Report): Plot {
  const rows = causeRows(report);
  const spec: Bars = {
    bars: rows.map((row) => ({
      key: row.key,
      label: row.label,
      value: row.downtime,
      interval: row.ci95,
      text: `${duration(row.downtime, row.ci95)} · ${shareText(row.share)}`,
      style: row.rest ? 'bar-rest' : 'bar',
    })),
    axisTitle: 'Downtime a year, 95% intervals',
    ticks: linearTimeTicks,
    tickText: formatDuration,
  };
  const first = rows[0];
  return {
    ...barsPlot(spec),
    title: 'Causes of downtime',
    file: `${report.model.name} causes`,
    source: sourceOf(report),
    description: describeCauses(report, rows),
    resting:
      first === undefined
        ? ''
        : `${first.label} causes ${shareText(first.share)} of all downtime, ` +
          `${duration(first.downtime, first.ci95)} a year.`,
    empty: rows.length === 0 ? noCauses(report) : null,
    note: ATTRIBUTION,
    stops: rows.map((row) => ({ key: row.key, text: reading(row) })),
    table: () => tableOf(rows),
    csv: () => tableOf(causeRows(report, Infinity)),
  };
}

function reading({ label, downtime, ci95, share, perYear }: CauseRow): string {
  const interval = ci95 === null ? '' : ` (95% interval ${range(downtime, ci95, TIME_SCALE)})`;
  const often = perYear > 0 ? `; incidents ${formatRate(perYear)}` : '';
  return `${label}: ${duration(downtime, ci95)} a year${interval}, ${shareText(share)} of all downtime${often}.`;
}

function tableOf(rows: readonly CauseRow[]): ReturnType<Plot['table']> {
  return {
    columns: [
      { label: 'Cause' },
      ...estimateColumns('Downtime a year', TIME_SCALE, 's'),
      { label: 'Share', format: shareText },
      { label: 'Incidents a year', format: (value) => number(value) },
    ],
    rows: rows.map((row) => [
      row.label,
      row.downtime,
      row.ci95?.[0] ?? null,
      row.ci95?.[1] ?? null,
      row.share,
      row.perYear,
    ]),
  };
}
