import { lossInSeconds } from '../../analysis/for-good.ts';
import { targetOf } from '../../analysis/target-of.ts';
import { QUANTILES } from '../../analysis/described/figure.ts';
import type { Report } from '../../analysis/report.ts';
import { formatDuration, formatPercent } from '../../units/index.ts';
import { figureText } from '../figure-text.ts';
import { formatRate } from '../rate.ts';

/*
 * How a run's times are spread, and what is said beside that: what terminal, Markdown, HTML and the page show alike.
 */

/** The columns, in their order. */
export const STATISTICS = ['mean', ...QUANTILES, 'max'] as const;

interface Spread {
  readonly label: string;
  /** By which the page explains it. */
  readonly figure: 'downtimeQuantiles' | 'recoveryQuantiles' | 'lossQuantiles';
  readonly path: 'availability.downtimePerYear' | 'recoveryTime' | 'dataLoss';
  readonly isShown: (report: Report) => boolean;
}

/** A year's downtime, an incident's length and its data loss. */
const SPREADS: readonly Spread[] = [
  {
    ...{ label: 'down a year', figure: 'downtimeQuantiles', path: 'availability.downtimePerYear' },
    isShown: () => true,
  },
  {
    ...{ label: 'to recover', figure: 'recoveryQuantiles', path: 'recoveryTime' },
    isShown: ({ recoveryTime }) => recoveryTime.count > 0,
  },
  { label: 'data lost', figure: 'lossQuantiles', path: 'dataLoss', isShown: losesData },
];

export function losesData({ dataLoss }: Report): boolean {
  return lossInSeconds(dataLoss.max ?? 0) > 0;
}

/** One row each, a cell for each of `STATISTICS`. */
export function spreadRows(report: Report): (Pick<Spread, 'label' | 'figure'> & { readonly cells: string[] })[] {
  return SPREADS.filter(({ isShown }) => isShown(report)).map(({ label, figure, path }) => ({
    ...{ label, figure },
    cells: STATISTICS.map((statistic) => figureText(`${path}.${statistic}`, report)),
  }));
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
  const goal = formatDuration(targetOf(report.targets, name)?.goal ?? 0);
  const kept = name === 'rto' ? 'are over within the RTO' : 'lose no more than the RPO';
  return `${shareText(withinTarget)} of incidents ${kept} of ${goal}.`;
}

/** How often data is lost for good; null: that was not seen. */
export function lostForGoodText({ dataLoss }: Report): string | null {
  const perYear = dataLoss.permanentPerYear.mean;
  if (!(perYear > 0)) return null;
  return `Data is lost for good ${formatRate(perYear)}.`;
}
