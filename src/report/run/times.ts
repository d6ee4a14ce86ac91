import { lossInSeconds } from '../../analysis/for-good.ts';
import type { Loss, QuantileInterval, QuantileIntervals, Report } from '../../analysis/report.ts';
import { duration, formatDuration, formatPercent, roundText } from '../../units/index.ts';
import { censoredText, NO_END } from '../censored.ts';
import type { Cell } from '../grid.ts';
import { lossText, riskText } from '../loss.ts';
import { figures, type Section, words } from '../section.ts';
import { stageParts } from '../stages.ts';
import type { Context } from './context.ts';

const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;

type Figures = { readonly [key in (typeof QUANTILES)[number] | 'mean' | 'max']: Loss | null } & {
  readonly ci95: readonly [Loss, Loss] | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
};

/** Distributions of a year's downtime, an incident's length and its data loss, on one grid; and where the length goes. */
export function times({ report }: Context): Section {
  const { availability, recoveryTime, dataLoss } = report;
  const rows = [row('down a year', availability.downtimePerYear)];
  if (recoveryTime.count > 0) rows.push(row('to recover', recoveryTime, NO_END));
  const losesData = lossInSeconds(dataLoss.max ?? 0) > 0;
  if (losesData) rows.push(row('data lost', dataLoss));
  const columns = [words('', { shrinks: true }), ...['mean', ...QUANTILES, 'max'].map((name) => figures(name))];
  const stages = stageParts(recoveryTime);
  // That a repair takes its time goes without saying; that nothing but detection does has to be said.
  const isRepairAlone = stages.length === 1 && (recoveryTime.stages?.repair ?? 0) > 0.5 * (recoveryTime.mean ?? 0);
  const where = stages.length > 0 && !isRepairAlone ? [`Mean recovery: ${stages.join(' · ')}.`] : [];
  return {
    title: 'Times',
    table: { columns, rows },
    notes: [...where, ...censoredText(recoveryTime), remarks(report, losesData).join(' ')],
  };
}

/** @param none what stands where there is no value */
function row(label: string, figures: Figures, none = '–'): Cell[] {
  const quantiles = QUANTILES.map((q) => cell(figures[q], figures.quantileCi95[q], none));
  return [label, cell(figures.mean, figures.ci95, none), ...quantiles, cell(figures.max, null, none)];
}

function cell(value: Loss | null, interval: QuantileInterval<Loss> | null, none: string): string {
  return value === null ? none : lossText(value, interval, duration);
}

function remarks(report: Report, losesData: boolean): string[] {
  const { availability, recoveryTime, dataLoss, targets, services } = report;
  const share = (value: number): string => formatPercent(value, 2);
  const goal = (name: string): string => formatDuration(targets.find(({ target }) => target === name)?.goal ?? 0);
  const notes = [`${share(availability.perfectYears)} of years have no downtime at all.`];
  if (recoveryTime.withinTarget !== null) {
    notes.push(`${share(recoveryTime.withinTarget)} of incidents are over within the RTO of ${goal('rto')}.`);
  }
  if (losesData && dataLoss.zero !== null)
    notes.push(`${share(dataLoss.zero)} of ${recoveryTime.withinTarget === null ? 'incidents' : 'them'} lose no data.`);
  if (dataLoss.permanentPerYear.mean > 0) {
    const perYear = dataLoss.permanentPerYear.mean;
    const often = perYear < 0.5 ? `once in ${roundText(1 / perYear)} years` : `${roundText(perYear)} times a year`;
    notes.push(`Data is lost for good ${often}.`);
  }
  notes.push(...[riskText(report)].filter((text) => text !== null));
  const [only, ...others] = Object.values(services);
  // Several have a table of their own; what was never down has shown nothing.
  if (only !== undefined && others.length === 0 && only.recoveryTime.count > 0)
    notes.push(
      only.tier === null
        ? 'By its p95 it reaches no service tier.'
        : `By its p95 it reaches service tier ${only.tier}.`,
    );
  return notes;
}
