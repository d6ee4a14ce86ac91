import { NO_END } from '../for-good.ts';
import { estimate, given, type ReportFigure, type Recovered, spread } from './figure.ts';

/** How often it goes down, and for how long. */
export const INCIDENT_FIGURES = {
  'incidents.perYear': estimate(
    { name: 'incidents a year', kind: 'countPerYear', better: 'less' },
    ({ incidents }) => incidents.perYear,
  ),
  'incidents.mtbf': {
    ...{ name: 'between incidents', kind: 'time', better: 'more' },
    // Known as well as their rate.
    read: ({ incidents: { mtbf, perYear } }) => ({
      value: mtbf,
      interval:
        mtbf === null ? null : [(mtbf * perYear.ci95[0]) / perYear.mean, (mtbf * perYear.ci95[1]) / perYear.mean],
    }),
  },
  ...spread(
    'recoveryTime',
    {
      ...{ name: 'recovery time', short: 'recover', kind: 'time', better: 'less' },
      none: ({ recoveryTime }: Recovered) => (recoveryTime.count > 0 ? NO_END : 'no incident'),
    },
    { name: 'recovery time, mean', short: 'to recover' },
    ({ recoveryTime }: Recovered) => recoveryTime,
  ),
  'recoveryTime.withinTarget': given(
    { name: 'within the RTO', kind: 'share' },
    ({ recoveryTime }) => recoveryTime.withinTarget,
  ),
} as const satisfies Readonly<Record<string, ReportFigure>>;
