import type { Estimate } from './report-estimate.ts';

/** Downtime of incidents that planned work began, and of all others: what overlaps is due to what came first. */
export interface PlannedFigures {
  /** Seconds. */
  readonly downtimePerYear: Estimate;
  readonly unplannedDowntimePerYear: Estimate;
  /** Present where there is some. */
  readonly maintenance?: MaintenanceFigures;
  readonly deploys?: Pick<MaintenanceFigures, 'downtimePerYear' | 'incidentsPerYear'>;
}

export interface MaintenanceFigures {
  /** Seconds. */
  readonly downtimePerYear: Estimate;
  readonly incidentsPerYear: Estimate;
  /** In the model's order: services with maintenance. */
  readonly services: readonly MaintainedService[];
}

export interface MaintainedService {
  readonly name: string;
  /** Members worked on in a year. */
  readonly perYear: Estimate;
  /** Mean from when a member was due until it was taken out; null where none was. */
  readonly waitSeconds: number | null;
}
