import type { Interval, QuantileInterval, QuantileIntervals, Report } from '../../analysis/report.ts';
import { formatDuration, formatNumber, formatPercent } from '../../units/index.ts';
import { brief } from '../digits.ts';
import { type Cell, grid } from '../grid.ts';
import { wrap } from '../text.ts';
import type { Context } from './context.ts';

const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;

type Figures = { readonly [key in (typeof QUANTILES)[number] | 'mean' | 'max']: number | null } & {
  readonly ci95: Interval | null;
  readonly quantileCi95: QuantileIntervals;
};

/** Distributions of a year's downtime, an incident's length and its data loss, on one grid. */
export function times({ report, columns, paint }: Context): string[] {
  const { availability, recoveryTime, dataLoss } = report;
  const rows = [['', 'mean', ...QUANTILES, 'max'].map((text): Cell => ({ text, paint: paint.faint }))];
  rows.push(row('down a year', availability.downtimePerYear));
  if (recoveryTime.count > 0) rows.push(row('to recover', recoveryTime));
  const losesData = (dataLoss.max ?? 0) > 0;
  if (losesData) rows.push(row('data lost', dataLoss));
  const layout = [{ align: 'left', shrinks: true } as const, ...Array.from({ length: 6 }, () => ({ align: 'right' }) as const)];
  const notes = wrap(remarks(report, losesData).join(' '), columns - 2).map((line) => `  ${line}`);
  return [paint.strong('Times'), ...grid(layout, rows, columns), ...notes];
}

function row(label: string, figures: Figures): Cell[] {
  const quantiles = QUANTILES.map((q) => cell(figures[q], bounded(figures.quantileCi95[q])));
  return [label, cell(figures.mean, figures.ci95), ...quantiles, cell(figures.max, null)];
}

function cell(seconds: number | null, interval: Interval | null): string {
  return seconds === null ? '–' : brief(seconds, interval);
}

function bounded([low, high]: QuantileInterval): Interval | null {
  return low === null || high === null ? null : [low, high];
}

function remarks({ availability, recoveryTime, dataLoss, targets }: Report, losesData: boolean): string[] {
  const share = (value: number): string => formatPercent(value, 2);
  const goal = (name: string): string => formatDuration(targets.find(({ target }) => target === name)?.goal ?? 0);
  const notes = [`${share(availability.perfectYears)} of years have no downtime at all.`];
  if (recoveryTime.withinTarget !== null) {
    notes.push(`${share(recoveryTime.withinTarget)} of incidents are over within the RTO of ${goal('rto')}.`);
  }
  if (losesData && dataLoss.zero !== null) notes.push(`${share(dataLoss.zero)} of them lose no data.`);
  if (dataLoss.permanentPerYear.mean > 0) {
    const perYear = dataLoss.permanentPerYear.mean;
    const often = perYear < 0.5 ? `once in ${formatNumber(1 / perYear, 2)} years` : `${formatNumber(perYear, 2)} times a year`;
    notes.push(`Data is lost for good ${often}.`);
  }
  return notes;
}
