import type { Estimate } from './report-estimate.ts';

/**
 * The entry's long run from strikes on copies of states (`src/rare`), which meet what a plain run seldom does, or why
 * there is none.
 */
export type RareFigures = RareValues | { readonly refused: string };

export interface RareCause {
  /** As in `incidents.byCause`. */
  readonly cause: string;
  readonly incidentsPerYear: Estimate;
  /** Seconds a year, and that as a share of all. */
  readonly downtimePerYear: Estimate;
  readonly share: number;
}

export interface RareValues {
  /** Share of time in which the entry is down. */
  readonly unavailability: Estimate;
  /** How often it goes down a year; and how long it then is, seconds: null where it never was. */
  readonly incidentsPerYear: Estimate;
  readonly meanSeconds: Estimate | null;
  /** By what took a service out of where it usually is, whatever came on top of it; the most down time first. */
  readonly byCause: readonly RareCause[];
  readonly relativeStandardError: number;
  /** The largest share of it that came of one failure, with all that followed upon it in copies. */
  readonly largestShare: number;
  /**
   * `interval`: as far as the interval says; `two half-widths`: nothing that turns on less than two half-widths;
   * `order of magnitude`: a lower bound; `none`: not to be trusted.
   */
  readonly verdict: 'interval' | 'two half-widths' | 'order of magnitude' | 'none';
  readonly lowerBound: boolean;
}
