import { lossInSeconds } from '../../analysis/for-good.ts';
import type { Loss, QuantileInterval, QuantileIntervals, Report } from '../../analysis/report.ts';
import { duration, formatDuration, formatPercent } from '../../units/index.ts';
import { NO_END } from '../censored.ts';
import { lossText } from '../loss.ts';
import { formatRate } from '../rate.ts';

/*
 * How a run's times are spread, and what is said beside that: what terminal, Markdown, HTML and the page show alike.
 */

const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;

/** The columns, in their order. */
export const STATISTICS: readonly string[] = ['mean', ...QUANTILES, 'max'];

type Figures = { readonly [key in (typeof QUANTILES)[number] | 'mean' | 'max']: Loss | null } & {
  readonly ci95: readonly [Loss, Loss] | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
};

interface Spread {
  readonly label: string;
  /** By which the page explains it. */
  readonly figure: 'downtimeQuantiles' | 'recoveryQuantiles' | 'lossQuantiles';
  readonly of: (report: Report) => Figures;
  readonly isShown: (report: Report) => boolean;
  /** What stands where there is no value. */
  readonly none: string;
}

/** A year's downtime, an incident's length and its data loss. */
const SPREADS: readonly Spread[] = [
  {
    ...{ label: 'down a year', figure: 'downtimeQuantiles', none: '–' },
    of: ({ availability }) => availability.downtimePerYear,
    isShown: () => true,
  },
  {
    ...{ label: 'to recover', figure: 'recoveryQuantiles', none: NO_END },
    of: ({ recoveryTime }) => recoveryTime,
    isShown: ({ recoveryTime }) => recoveryTime.count > 0,
  },
  { ...{ label: 'data lost', figure: 'lossQuantiles', none: '–' }, of: ({ dataLoss }) => dataLoss, isShown: losesData },
];

export function losesData({ dataLoss }: Report): boolean {
  return lossInSeconds(dataLoss.max ?? 0) > 0;
}

/** One row each, a cell for each of `STATISTICS`. */
export function spreadRows(report: Report): (Pick<Spread, 'label' | 'figure'> & { readonly cells: string[] })[] {
  return SPREADS.filter(({ isShown }) => isShown(report)).map(({ label, figure, of, none }) => {
    const figures = of(report);
    const cell = (value: Loss | null, interval: QuantileInterval<Loss> | null): string =>
      value === null ? none : lossText(value, interval, duration);
    return {
      ...{ label, figure },
      cells: [
        cell(figures.mean, figures.ci95),
        ...QUANTILES.map((q) => cell(figures[q], figures.quantileCi95[q])),
        cell(figures.max, null),
      ],
    };
  });
}

export function shareText(value: number): string {
  return formatPercent(value, 2);
}

export function perfectYearsText({ availability }: Report): string {
  return `${shareText(availability.perfectYears)} of years have no downtime at all.`;
}

/** Of the incidents, how many kept to a target; null without one, and without incidents. */
export function withinTargetText(report: Report, name: 'rto' | 'rpo'): string | null {
  const { withinTarget } = name === 'rto' ? report.recoveryTime : report.dataLoss;
  if (withinTarget === null) return null;
  const goal = formatDuration(report.targets.find(({ target }) => target === name)?.goal ?? 0);
  const kept = name === 'rto' ? 'are over within the RTO' : 'lose no more than the RPO';
  return `${shareText(withinTarget)} of incidents ${kept} of ${goal}.`;
}

/** How often data is lost for good; null: that was not seen. */
export function lostForGoodText({ dataLoss }: Report): string | null {
  const perYear = dataLoss.permanentPerYear.mean;
  if (!(perYear > 0)) return null;
  return `Data is lost for good ${formatRate(perYear)}.`;
}
