import { estimate, given, type ReportFigure, type Spread, spread } from './figure.ts';

/** Seconds of writes lost. */
export const DATA_FIGURES = {
  ...spread(
    'dataLoss',
    { name: 'data loss', short: 'lost', kind: 'time', better: 'less', none: () => 'no incident' },
    { name: 'data loss, mean', short: 'data lost' },
    ({ dataLoss }: { readonly dataLoss: Spread }) => dataLoss,
  ),
  'dataLoss.zero': given({ name: 'without loss', kind: 'share' }, ({ dataLoss }) => dataLoss.zero),
  'dataLoss.withinTarget': given({ name: 'within the RPO', kind: 'share' }, ({ dataLoss }) => dataLoss.withinTarget),
  'dataLoss.perYear': {
    ...{ name: 'data loss a year', short: 'lost a year', kind: 'timePerYear', better: 'less' },
    read: ({ dataLoss }) => ({ value: dataLoss.perYear, interval: dataLoss.perYearCi95 }),
  },
  'dataLoss.restorablePerYear': estimate(
    { name: 'lost for a time a year', kind: 'timePerYear', better: 'less' },
    ({ dataLoss }) => dataLoss.restorablePerYear,
  ),
  'dataLoss.permanentPerYear': estimate(
    { name: 'lost for good a year', kind: 'countPerYear', better: 'less' },
    ({ dataLoss }) => dataLoss.permanentPerYear,
  ),
} as const satisfies Readonly<Record<string, ReportFigure>>;
