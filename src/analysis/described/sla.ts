import { ifStated, type ReportFigure } from './figure.ts';

/** What is promised to users. */
export const SLA_FIGURES = {
  'sla.availability': ifStated(
    { name: 'available by the SLA', kind: 'share', better: 'more' },
    ({ sla }) => sla?.availability,
  ),
  'sla.downtimePerYear': ifStated(
    { name: 'down a year by the SLA', kind: 'timePerYear', better: 'less' },
    ({ sla }) => sla?.downtimePerYear,
  ),
  'sla.incidentsPerYear': ifStated(
    { name: 'incidents a year by the SLA', kind: 'countPerYear', better: 'less' },
    ({ sla }) => sla?.incidentsPerYear,
  ),
  'windows.broken': ifStated(
    { name: 'windows broken', short: 'broken', kind: 'share', better: 'less' },
    ({ windows }) => windows?.broken,
  ),
  'windows.yearsWithBroken': ifStated(
    { name: 'years with a broken window', kind: 'share', better: 'less' },
    ({ windows }) => windows?.yearsWithBroken,
  ),
  'windows.creditsPerYear': ifStated(
    { name: 'credits a year', short: 'credits', kind: 'moneyPerYear', better: 'less' },
    ({ windows }) => windows?.creditsPerYear,
  ),
} as const satisfies Readonly<Record<string, ReportFigure>>;
