import type { ComponentChild } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { formatRate } from '../report/rate.ts';
import { formatDuration } from '../units/format.ts';
import {
  describeIncidents,
  emptyIncidents,
  floorOf,
  incidentsOf,
  withinText,
  zeroText,
  type Incidents,
  type Measure,
} from './data/incidents.ts';
import { assignSlots, DASHES } from './data/slots.ts';
import { nameText, shareText, sourceOf } from './data/text.ts';
import { distributionPlot, Legend } from './distribution/plot.tsx';
import type { Line } from './distribution/types.ts';
import { useHidden } from './distribution/use-hidden.ts';
import type { ReportPlotProps } from './downtime-plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

/** Key of the line of all incidents; a cause's is its name, never empty. */
const ALL = '';

/** How long incidents last, by cause. */
export function RecoveryPlot(props: ReportPlotProps): ComponentChild {
  return <IncidentsPlot {...props} measure="recoveryTime" />;
}

/** How much data incidents lose, by cause. */
export function LossPlot(props: ReportPlotProps): ComponentChild {
  return <IncidentsPlot {...props} measure="dataLoss" />;
}

function IncidentsPlot({ report, explain, measure }: ReportPlotProps & { readonly measure: Measure }): ComponentChild {
  const [hidden, toggle] = useHidden();
  const slots = useRef<ReadonlyMap<string, number>>(new Map());
  const incidents = useMemo(() => incidentsOf(report, measure), [report, measure]);
  const lines = useMemo(() => {
    slots.current = assignSlots(
      incidents.causes.map(({ cause }) => cause),
      slots.current,
      5,
    );
    return linesOf(incidents, slots.current);
  }, [incidents]);
  const plot = useMemo(() => incidentsPlot(report, incidents, lines, hidden), [report, incidents, lines, hidden]);
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={
        plot.empty === null && lines.length > 1 ? <Legend lines={lines} hidden={hidden} onToggle={toggle} /> : undefined
      }
    />
  );
}

/** The same without anybody who could hide a line. */
export function allIncidentsPlot(
  report: Report,
  measure: Measure,
): { readonly plot: Plot; readonly lines: readonly Line[] } {
  const incidents = incidentsOf(report, measure);
  const lines = linesOf(
    incidents,
    assignSlots(
      incidents.causes.map(({ cause }) => cause),
      new Map(),
      5,
    ),
  );
  return { plot: incidentsPlot(report, incidents, lines, new Set()), lines };
}

function linesOf({ all, causes }: Incidents, slots: ReadonlyMap<string, number>): readonly Line[] {
  const byCause = causes.map(({ cause, ecdf }): Line => {
    const slot = slots.get(cause) ?? 0;
    return { key: cause, label: nameText(cause), colour: slot, dash: DASHES[slot + 1], ecdf };
  });
  // With one cause its line would lie on that of all.
  return [{ key: ALL, label: 'all', colour: 'ink', dash: DASHES[0], ecdf: all }, ...(causes.length > 1 ? byCause : [])];
}

function incidentsPlot(
  report: Report,
  incidents: Incidents,
  lines: readonly Line[],
  hidden: ReadonlySet<string>,
): Plot {
  const { measure, target, permanentPerYear } = incidents;
  const recovery = measure === 'recoveryTime';
  const floor = recovery ? 0 : floorOf(lines.map(({ ecdf }) => ecdf));
  const within = target === null ? '' : shareText(target.within);
  const notes = [
    floor > 0 ? `The axis begins at ${shareText(floor)}.` : '',
    !recovery && permanentPerYear > 0
      ? `Besides, data is lost for good ${formatRate(permanentPerYear)}, with nothing to restore it from.`
      : '',
    lines.length > 1 ? 'An incident counts for the failure that began it.' : '',
  ];
  const all = lines.length === 1 ? ' of incidents' : '';
  return distributionPlot(
    {
      lines,
      hidden,
      side: 'atMost',
      shareTitle: recovery ? 'Share of incidents over within' : 'Share of incidents that lose at most',
      timeTitle: recovery ? 'Length of the incident' : 'Time of writes lost',
      zeroLabel: hidden.has(ALL) ? null : zeroText(incidents),
      rule:
        target === null || target.seconds <= 0
          ? null
          : {
              at: target.seconds,
              label: `${target.name} ${formatDuration(target.seconds)} · ${within} within`,
              share: target.within,
            },
      quantiles: [],
      floor,
    },
    {
      title: recovery ? 'Recovery time' : 'Data loss',
      file: `${report.model.name} ${recovery ? 'recovery time' : 'data loss'}`,
      source: sourceOf(report),
      description: describeIncidents(report, incidents),
      resting: withinText(incidents),
      empty: emptyIncidents(report, incidents),
      note: notes.filter((note) => note !== '').join(' ') || undefined,
      timeLabel: recovery ? 'Over within' : 'Lose at most',
      shareLabel: 'Share of incidents',
      say: (time, shares, seconds) => {
        const name = target !== null && seconds === target.seconds ? ` (${target.name})` : '';
        if (seconds === 0) return `${recovery ? 'Over at once' : 'Lose nothing'}: ${shares}${all}`;
        return `${recovery ? 'Over within' : 'Lose at most'} ${time}${name}: ${shares}${all}`;
      },
    },
  );
}
