import type { Estimate } from './report-estimate.ts';

/** Calendar windows, each against what it is promised: those that a history has whole. */
export interface WindowFigures {
  readonly window: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Availability that each is promised, and seconds of downtime that it leaves: the error budget. */
  readonly promise: number;
  readonly budgetSeconds: number;
  /** Share of windows below the promise. */
  readonly broken: Estimate;
  /** Share of years with at least one; a window belongs to the year in which it begins. */
  readonly yearsWithBroken: Estimate;
  /** Money; 0 where no credits are stated. */
  readonly creditsPerYear: Estimate;
  /**
   * What is left of a window's error budget, as a share of it, negative where more was used: quantiles over windows.
   * null: the promise leaves none.
   */
  readonly budgetLeft: { readonly p5: number | null; readonly p50: number | null; readonly p95: number | null };
}

/** The entry as the SLA counts it: without what is tolerated, and without the planned work that it excludes. */
export interface SlaFigures {
  readonly toleratesSeconds: number;
  readonly excludes: readonly string[];
  readonly availability: Estimate;
  /** Seconds. */
  readonly downtimePerYear: Estimate;
  readonly incidentsPerYear: Estimate;
}
