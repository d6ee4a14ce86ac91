import type { Loss, QuantileInterval, Report } from '../../src/analysis/report.ts';
import {
  duration,
  ends,
  knownOf,
  money,
  nines,
  number,
  percent,
  percentUp,
  range,
  uncertainty,
} from '../../src/units/figure.ts';
import { moneyScale, NUMBER_SCALE, SHARE_SCALE, TIME_SCALE } from '../../src/units/scale.ts';
import { lossText } from '../../src/report/loss.ts';
import { formatMoney } from '../../src/units/format.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import type { FigureId } from '../explain/index.ts';
import { timesText } from '../../src/plots/data/cost.ts';

/** A figure of one model: what it is, and how sure it is. */
interface Cell {
  readonly value: string;
  readonly aside: string;
}

interface FigureRow {
  readonly name: string;
  readonly figure: FigureId;
  readonly cell: (report: Report) => Cell;
}

/** The rows of the comparison, in the order of the headline. */
export const ROWS: readonly FigureRow[] = [
  {
    name: 'Availability',
    figure: 'availability',
    cell: ({ availability: { mean, ci95 } }) => ({ value: percent(mean, ci95), aside: range(mean, ci95, SHARE_SCALE) }),
  },
  {
    name: 'Nines',
    figure: 'nines',
    cell: ({ availability }) => ({ value: availability.nines === null ? '–' : nines(availability.nines), aside: '' }),
  },
  {
    name: 'Down a year',
    figure: 'downtimePerYear',
    cell: ({ availability: { downtimePerYear: down } }) =>
      down.mean === 0
        ? { value: 'none seen', aside: `less than ${ends(0, down.ci95, TIME_SCALE)[1]}` }
        : { value: duration(down.mean, down.ci95), aside: uncertainty(down.mean, down.ci95) },
  },
  {
    name: 'Arithmetic claims',
    figure: 'arithmetic',
    cell: ({ availability: { arithmeticUnavailability: down } }) =>
      down === null
        ? { value: '–', aside: 'not calculated' }
        : { value: percentUp(down), aside: duration(down * SECONDS_PER_YEAR) },
  },
  {
    name: 'Incidents a year',
    figure: 'incidentsPerYear',
    cell: ({ incidents: { perYear } }) => ({
      value: number(perYear.mean, perYear.ci95),
      aside: range(perYear.mean, perYear.ci95, NUMBER_SCALE),
    }),
  },
  {
    name: 'Recovery, p95',
    figure: 'recoveryQuantiles',
    cell: ({ recoveryTime }) => quantile(recoveryTime.p95, recoveryTime.quantileCi95.p95, 'no incident'),
  },
  {
    name: 'Data loss, p95',
    figure: 'lossQuantiles',
    cell: ({ dataLoss }) => quantile(dataLoss.p95, dataLoss.quantileCi95.p95, 'no incident'),
  },
  {
    name: 'Running cost a year',
    figure: 'costInfrastructure',
    cell: ({ cost }) => ({
      value: cost.infrastructure > 0 ? formatMoney(cost.infrastructure, cost.currency) : '–',
      aside: cost.infrastructure > 0 ? 'exact' : 'no prices',
    }),
  },
  {
    name: 'Relative cost',
    figure: 'costRelative',
    cell: ({ cost }) => ({
      value: cost.relative === null ? '–' : timesText(cost.relative),
      aside: cost.standby > 0 ? `${formatMoney(cost.standby, cost.currency)} for standbys` : '',
    }),
  },
  {
    name: 'Cost with losses',
    figure: 'cost',
    cell: ({ cost }) => ({
      value: cost.total > 0 ? money(cost.total, cost.ci95.total, cost.currency) : '–',
      aside: cost.total > cost.infrastructure ? range(cost.total, cost.ci95.total, moneyScale(cost.currency)) : '',
    }),
  },
];

function quantile(value: Loss | null, interval: QuantileInterval<Loss>, none: string): Cell {
  if (value === null) return { value: none, aside: '' };
  const known = knownOf(interval);
  if (interval[0] === null || interval[1] === null)
    return { value: lossText(value, null, duration), aside: 'too few for an interval' };
  if (known !== null && typeof value === 'number')
    return { value: duration(value, known), aside: range(value, known, TIME_SCALE) };
  const [from, to] = [interval[0], interval[1]].map((bound) => lossText(bound, null, duration));
  return { value: lossText(value, interval, duration), aside: from === to ? '' : `${from} to ${to}` };
}
