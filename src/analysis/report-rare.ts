import type { Estimate } from './report-estimate.ts';
import type { Loss, PerStage, QuantileIntervals, Quantiles } from './report-times.ts';

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

/** Quantiles of incidents; a bound that so few of them cannot give is null. */
export interface RareTimes<T = number> extends Quantiles<T> {
  readonly quantileCi95: QuantileIntervals<T>;
  /** Share that is within the model's objective; null without one. */
  readonly withinTarget: Estimate | null;
}

/** Writes lost, in seconds of writes. */
export interface RareLosses {
  /** Of each incident, and each loss without one; null where there was neither. */
  readonly dataLoss: RareTimes<Loss> | null;
  /** What is lost in a year and was there again; how often a year data is lost for good. */
  readonly restorablePerYear: Estimate;
  readonly permanentPerYear: Estimate;
}

export interface RareValues {
  /** Share of time in which the entry is down. */
  readonly unavailability: Estimate;
  /** How often it goes down a year; and how long it then is, seconds: null where it never was. */
  readonly incidentsPerYear: Estimate;
  readonly meanSeconds: Estimate | null;
  /** By what took a service out of where it usually is, whatever came on top of it; the most down time first. */
  readonly byCause: readonly RareCause[];
  /** How long incidents take, and how long on average in each stage; null where it was never down. */
  readonly recoveryTime: RareTimes | null;
  readonly stages: PerStage<Estimate> | null;
  /** null: services that copies are not about may lose data as well. */
  readonly losses: RareLosses | null;
  /** What both cost a year, in the model's currency; losses of data null likewise. */
  readonly cost: { readonly downtime: Estimate; readonly dataLoss: Estimate | null };
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
