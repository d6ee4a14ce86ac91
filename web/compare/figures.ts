import type { Loss, QuantileInterval, Report } from '../../src/analysis/report.ts';
import { brief, duration, money, nines, number, percent, uncertainty } from '../../src/report/digits.ts';
import { lossText } from '../../src/report/loss.ts';
import { formatMoney } from '../../src/units/format.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import type { FigureId } from '../explain/index.ts';
import { timesText } from '../../src/plots/data/cost.ts';

/** A figure of one model: what it is, and how sure it is. */
export interface Cell {
  readonly value: string;
  readonly aside: string;
}

export interface FigureRow {
  readonly name: string;
  readonly figure: FigureId;
  readonly cell: (report: Report) => Cell;
}

/** The rows of the comparison, in the order of the headline. */
export const ROWS: readonly FigureRow[] = [
  {
    name: 'Availability',
    figure: 'availability',
    cell: ({ availability: { mean, ci95 } }) => ({ value: percent(mean, ci95), aside: `${percent(ci95[0], ci95)} to ${percent(ci95[1], ci95)}` }),
  },
  { name: 'Nines', figure: 'nines', cell: ({ availability }) => ({ value: availability.nines === null ? '–' : nines(availability.nines), aside: '' }) },
  {
    name: 'Down a year',
    figure: 'downtimePerYear',
    cell: ({ availability: { downtimePerYear: down } }) =>
      down.mean === 0 ? { value: 'none seen', aside: `less than ${brief(down.ci95[1], null)}` } : { value: duration(down.mean, down.ci95), aside: uncertainty(down.mean, down.ci95) },
  },
  {
    name: 'Arithmetic claims',
    figure: 'arithmetic',
    cell: ({ availability: { arithmetic } }) => ({ value: percent(arithmetic, null), aside: brief((1 - arithmetic) * SECONDS_PER_YEAR, null) }),
  },
  {
    name: 'Incidents a year',
    figure: 'incidentsPerYear',
    cell: ({ incidents: { perYear } }) => ({ value: number(perYear.mean, perYear.ci95), aside: range(perYear.ci95, (value) => number(value, null)) }),
  },
  { name: 'Recovery, p95', figure: 'recoveryQuantiles', cell: ({ recoveryTime }) => quantile(recoveryTime.p95, recoveryTime.quantileCi95.p95, 'no incident') },
  { name: 'Data loss, p95', figure: 'lossQuantiles', cell: ({ dataLoss }) => quantile(dataLoss.p95, dataLoss.quantileCi95.p95, 'no incident') },
  {
    name: 'Running cost a year',
    figure: 'costInfrastructure',
    cell: ({ cost }) => ({ value: cost.infrastructure > 0 ? formatMoney(cost.infrastructure, cost.currency) : '–', aside: cost.infrastructure > 0 ? 'exact' : 'no prices' }),
  },
  {
    name: 'Relative cost',
    figure: 'costRelative',
    cell: ({ cost }) => ({ value: cost.relative === null ? '–' : timesText(cost.relative), aside: cost.standby > 0 ? `${formatMoney(cost.standby, cost.currency)} for standbys` : '' }),
  },
  {
    name: 'Cost with losses',
    figure: 'cost',
    cell: ({ cost }) => ({
      value: cost.total > 0 ? money(cost.total, cost.ci95.total, cost.currency) : '–',
      aside: cost.total > cost.infrastructure ? range(cost.ci95.total, (value) => money(value, cost.ci95.total, cost.currency)) : '',
    }),
  },
];

function quantile(value: Loss | null, interval: QuantileInterval<Loss>, none: string): Cell {
  if (value === null) return { value: none, aside: '' };
  const [low, high] = interval;
  if (low === null || high === null) return { value: lossText(value, null, brief), aside: 'too few for an interval' };
  return { value: lossText(value, interval, brief), aside: range([low, high], (bound) => lossText(bound, null, brief)) };
}

function range<T>([low, high]: readonly [T, T], text: (value: T) => string): string {
  const [from, to] = [text(low), text(high)];
  return from === to ? '' : `${from} to ${to}`;
}
