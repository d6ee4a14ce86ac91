import { AVAILABILITY_FIGURES } from './described/availability.ts';
import { COST_FIGURES } from './described/cost.ts';
import { DATA_FIGURES } from './described/data.ts';
import type { ReportFigure } from './described/figure.ts';
import { INCIDENT_FIGURES } from './described/incidents.ts';
import { MISSION_FIGURES } from './described/mission.ts';
import { PLANNED_FIGURES } from './described/planned.ts';
import { SLA_FIGURES } from './described/sla.ts';

/**
 * Each figure of a report, described once: what it is called, what kind of quantity it is, which way it is better, and
 * where the report has it. Tables, files, assertions, comparisons, sweeps and the page walk this list, so a figure has
 * one name, one unit and one number of digits wherever it stands. By their place in the report, in its order.
 */
export const REPORT_FIGURES = {
  ...AVAILABILITY_FIGURES,
  ...INCIDENT_FIGURES,
  ...DATA_FIGURES,
  ...SLA_FIGURES,
  ...PLANNED_FIGURES,
  ...MISSION_FIGURES,
  ...COST_FIGURES,
} as const satisfies Readonly<Record<string, ReportFigure>>;

export type FigureKey = keyof typeof REPORT_FIGURES;
