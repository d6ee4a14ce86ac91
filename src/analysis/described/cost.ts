import { timesText } from '../../units/figure.ts';
import type { Interval, Report } from '../report.ts';
import { given, type ReportFigure } from './figure.ts';

const money = (
  name: string,
  of: (cost: Report['cost']) => number,
  interval: (cost: Report['cost']) => Interval | null,
  short = name,
): ReportFigure => ({
  ...{ name, short, kind: 'moneyPerYear', better: 'less' },
  read: ({ cost }) => ({ value: of(cost), interval: interval(cost) }),
});

/** Money a year. */
export const COST_FIGURES = {
  'cost.infrastructure': money(
    'running cost a year',
    ({ infrastructure }) => infrastructure,
    () => null,
  ),
  'cost.downtime': money(
    'lost to downtime',
    ({ downtime }) => downtime,
    ({ ci95 }) => ci95.downtime,
  ),
  'cost.dataLoss': money(
    'lost with data',
    ({ dataLoss }) => dataLoss,
    ({ ci95 }) => ci95.dataLoss,
  ),
  'cost.total': money(
    'total cost a year',
    ({ total }) => total,
    ({ ci95 }) => ci95.total,
    'cost a year',
  ),
  'cost.relative': {
    ...given({ name: 'relative cost', kind: 'number', better: 'less' }, ({ cost }) => cost.relative),
    text: timesText,
  },
  'cost.standby': money(
    'for standbys',
    ({ standby }) => standby,
    () => null,
  ),
} as const satisfies Readonly<Record<string, ReportFigure>>;
