import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { duration, knownOf } from '../units/figure.ts';
import type { ComparePlotProps } from './compare-plot.tsx';
import { ecdf } from './data/ecdf.ts';
import { DASHES } from './data/slots.ts';
import { listed, shareText, shortened } from './data/text.ts';
import { distributionPlot, Legend } from './distribution/plot.tsx';
import type { Line } from './distribution/types.ts';
import { useHidden } from './distribution/use-hidden.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

/** Downtime a year of up to four models on the same axes. */
export function CompareDowntime({ reports, names, explain }: ComparePlotProps): ComponentChild {
  const [hidden, toggle] = useHidden();
  const lines = useMemo(() => comparedLines(reports, names), [reports, names]);
  const plot = useMemo(() => compareDowntime(reports, lines, hidden), [reports, lines, hidden]);
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={plot.empty === null ? <Legend lines={lines} hidden={hidden} onToggle={toggle} /> : undefined}
    />
  );
}

/** A line for each of the first four. */
export function comparedLines(reports: readonly Report[], names: readonly string[]): readonly Line[] {
  return reports.slice(0, 4).map(({ model, availability }, i) => ({
    key: `${i}`,
    label: shortened(names[i] ?? model.name, 60),
    colour: i,
    dash: DASHES[i],
    ecdf: ecdf(availability.downtimePerYear.histogram),
  }));
}

export function compareDowntime(reports: readonly Report[], lines: readonly Line[], hidden: ReadonlySet<string>): Plot {
  const some = lines.some(({ ecdf: { x } }) => x.length > 0);
  const each = lines.map(({ label, ecdf: { zero } }, i) => {
    const { p50, p95, quantileCi95 } = reports[i].availability.downtimePerYear;
    const none = zero > 0 ? `${shareText(zero)} of years without, ` : '';
    return (
      `${label}: ${none}half of years at most ${duration(p50 ?? 0, knownOf(quantileCi95.p50))}, 19 in 20 at most ` +
      `${duration(p95 ?? 0, knownOf(quantileCi95.p95))}`
    );
  });
  return distributionPlot(
    {
      lines,
      hidden,
      side: 'more',
      shareTitle: 'Share of years with more downtime',
      timeTitle: 'Downtime in a year',
      zeroLabel: null,
      rule: null,
      quantiles: [],
      floor: 0,
    },
    {
      title: 'Downtime per year',
      file: `compare downtime ${lines.map(({ label }) => label).join(' ')}`,
      source: lines.map(({ label }) => shortened(label, 30)).join(' · '),
      description:
        `Downtime in a year of ${lines.length === 1 ? 'one model' : `${lines.length} models`}, as the share of ` +
        `years with more than a given time. ${each.join('; ')}.`,
      resting: some
        ? 'Lower and further left is better. Point at a time to read the share of years with more downtime.'
        : '',
      empty:
        lines.length === 0
          ? 'Choose models to compare.'
          : some
            ? null
            : `No downtime was seen in any year of ${listed(lines.map(({ label }) => label))}.`,
      timeLabel: 'Downtime in a year',
      shareLabel: 'Share of years with more',
      say: (time, shares, seconds) =>
        seconds === 0 ? `Years with any downtime: ${shares}` : `Years with more than ${time}: ${shares}`,
    },
  );
}
