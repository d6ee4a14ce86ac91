import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { formatDuration } from '../units/format.ts';
import { allowedText, describeDowntime, downtimeOf, emptyText, noneText } from './data/downtime.ts';
import { DASHES } from './data/slots.ts';
import { shareText, sourceOf } from './data/text.ts';
import { distributionPlot } from './distribution/plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

export interface ReportPlotProps {
  readonly report: Report;
  /** Beside the heading: what this means. */
  readonly explain?: ComponentChild;
}

const SHOWN: ReadonlySet<string> = new Set();

/** Share of years with more downtime than a given time. */
export function DowntimePlot({ report, explain }: ReportPlotProps): ComponentChild {
  const plot = useMemo(() => downtimePlot(report), [report]);
  return <PlotFrame plot={plot} explain={explain} />;
}

export function downtimePlot(report: Report): Plot {
  const downtime = downtimeOf(report);
  const { allowed, quantiles } = downtime;
  const median = quantiles.find(({ label }) => label === 'p50');
  const typical =
    median === undefined
      ? 'Half of years or more have no downtime.'
      : `Half of years have more than ${median.text} of downtime.`;
  return distributionPlot(
    {
      lines: [{ key: 'years', label: 'years', colour: 0, dash: DASHES[0], ecdf: downtime.ecdf }],
      hidden: SHOWN,
      side: 'more',
      shareTitle: 'Share of years with more downtime',
      timeTitle: 'Downtime in a year',
      zeroLabel: noneText(downtime),
      rule:
        allowed === null || allowed.seconds <= 0
          ? null
          : {
              at: allowed.seconds,
              label:
                `${formatDuration(allowed.seconds)} allowed · ` +
                `${allowed.exceeded < 1e-12 ? 'none exceeds' : `${shareText(allowed.exceeded)} exceed`} it`,
              share: allowed.exceeded,
            },
      quantiles,
      floor: 0,
    },
    {
      title: 'Downtime per year',
      file: `${report.model.name} downtime per year`,
      source: sourceOf(report),
      description: describeDowntime(downtime),
      resting: allowedText(downtime) ?? typical,
      empty: emptyText(downtime),
      timeLabel: 'Downtime in a year',
      shareLabel: 'Share of years with more',
      say: (time, shares, seconds) =>
        seconds === 0
          ? `${shares} of years have some downtime; ${shareText(downtime.ecdf.zero)} have none.`
          : `${shares} of years have more than ${time} of downtime.`,
    },
  );
}
