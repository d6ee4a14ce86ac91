import { ifStated, type ReportFigure } from './figure.ts';

/** What is planned, and what is not. */
export const PLANNED_FIGURES = {
  'planned.downtimePerYear': ifStated(
    { name: 'down a year by planned work', kind: 'timePerYear', better: 'less' },
    ({ planned }) => planned?.downtimePerYear,
  ),
  'planned.unplannedDowntimePerYear': ifStated(
    { name: 'down a year by all else', kind: 'timePerYear', better: 'less' },
    ({ planned }) => planned?.unplannedDowntimePerYear,
  ),
} as const satisfies Readonly<Record<string, ReportFigure>>;
