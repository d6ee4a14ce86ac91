import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { duration } from '../units/figure.ts';
import { formatDuration } from '../units/format.ts';
import { linearTimeTicks } from './axis/time-ticks.ts';
import { type Bar, barsPlot } from './bars/bars.tsx';
import {
  describeParts,
  emptyParts,
  PARTS_BY,
  partRows,
  type PartsBy,
  partsNote,
  partsSentence,
  partText,
  partsTable,
  readPart,
} from './data/parts.ts';
import { shareText, sourceOf } from './data/text.ts';
import type { ReportPlotProps } from './downtime-plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

interface PartsPlotProps extends ReportPlotProps {
  /** A domain or a service was chosen. */
  readonly onSelect?: (element: { readonly kind: 'domain' | 'service'; readonly name: string }) => void;
}

const NAMES: Readonly<Record<PartsBy, string>> = {
  failures: 'By number of failures',
  domain: 'By domain',
  service: 'By service',
  stage: 'By stage',
};

/** Downtime a year, split: the parts of each split add up to the whole. */
export function PartsPlot({ report, explain, onSelect }: PartsPlotProps): ComponentChild {
  const [by, setBy] = useState<PartsBy>('failures');
  const plot = useMemo(() => partsPlot(report, by), [report, by]);
  const choice = plot.empty === null && (
    <div class="plot-choice" role="group" aria-label="Split">
      {PARTS_BY.map((each) => (
        <button type="button" key={each} aria-pressed={each === by} onClick={() => setBy(each)}>
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
  const choose = (key: string | number) => {
    const element = partRows(report, by).find((row) => row.key === key)?.element;
    if (element) onSelect?.(element);
  };
  const canChoose = onSelect !== undefined && (by === 'domain' || by === 'service');
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={choice}
      onChoose={canChoose ? choose : undefined}
      choosing="shows it on the topology"
    />
  );
}

export function partsPlot(report: Report, by: PartsBy): Plot {
  const rows = partRows(report, by);
  const whole = report.availability.downtimePerYear;
  const bars = rows.map((row): Bar => ({
    key: row.key,
    label: row.label,
    value: row.part.downtimePerYear,
    interval: row.rest ? null : row.part.ci95,
    text: `${partText(row)} · ${shareText(row.part.share)}`,
    style: row.rest ? 'bar-rest' : by === 'stage' ? stageStyle(row.key) : 'bar',
  }));
  const all: Bar = {
    key: 'all',
    label: 'All downtime',
    value: whole.mean,
    interval: whole.ci95,
    text: duration(whole.mean, whole.ci95),
    style: 'bar-total',
    strong: true,
    apart: true,
  };
  return {
    ...barsPlot({
      bars: [...bars, all],
      axisTitle: 'Downtime a year, 95% intervals',
      ticks: linearTimeTicks,
      tickText: formatDuration,
    }),
    title: 'Parts of the downtime',
    file: `${report.model.name} downtime by ${by}`,
    source: sourceOf(report),
    description: describeParts(report, rows, by),
    resting: partsSentence(report, rows, by),
    empty: emptyParts(report, rows),
    note: partsNote(by),
    stops: [
      ...rows.map((row) => ({ key: row.key, text: readPart(row) })),
      { key: 'all', text: `All downtime: ${duration(whole.mean, whole.ci95)} a year, the sum of these parts.` },
    ],
    table: () => partsTable(rows, whole),
    csv: () => partsTable(partRows(report, by, Infinity), whole),
  };
}

function stageStyle(key: string): Bar['style'] {
  return `stage-${key.slice('stage '.length)}` as Bar['style'];
}
