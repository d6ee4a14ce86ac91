import type { Estimate, Interval } from './report-estimate.ts';
import type { ExactLosses } from './report-exact.ts';

/** What stands where a number would that is beyond any: data was lost with nothing to restore it from. */
export type ForGood = 'for good';

/** Seconds of writes lost. */
export type Loss = number | ForGood;

/** Interval of a quantile from order statistics; a bound that so few observations cannot give is null. */
export type QuantileInterval<T = number> = readonly [T | null, T | null];

export interface Quantiles<T = number> {
  readonly p50: T | null;
  readonly p90: T | null;
  readonly p95: T | null;
  readonly p99: T | null;
}

export interface QuantileIntervals<T = number> {
  readonly p50: QuantileInterval<T>;
  readonly p90: QuantileInterval<T>;
  readonly p95: QuantileInterval<T>;
  readonly p99: QuantileInterval<T>;
}

/** `counts[i]` observations lie in [`edges[i]`, `edges[i + 1]`); one more edge than counts. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Length of incidents, held against the RTO. */
export interface RecoveryFigures extends Quantiles {
  /** Incidents seen. */
  readonly count: number;
  /**
   * Those of them that had not ended when they were followed no further, which is 100 years past the simulated ones, or
   * as many events later as the history has (a million at least). They have no length: quantiles and the maximum that
   * fall among them are null, and so are the means, which nobody knows then.
   */
  readonly censored: number;
  readonly mean: number | null;
  /** Of the mean. */
  readonly ci95: Interval | null;
  readonly max: number | null;
  readonly quantileCi95: QuantileIntervals;
  /** Share of incidents that were over within the RTO; null without an RTO or without incidents. */
  readonly withinTarget: number | null;
  readonly histogram: Histogram;
  /** Mean seconds that an incident spent in each stage; together they are the mean. Null without incidents. */
  readonly stages: Stages | null;
  /** Of each of these means; null with fewer than two incidents. */
  readonly stagesCi95: PerStage<Interval> | null;
}

/**
 * Stages of a recovery. Where several services are in one at a time, the first of restore, promote, decide, detect,
 * redirect, warmUp that any of them is in counts. promote: with attempts that failed, and elections; warmUp: restarts,
 * and members waiting to be taken back into rotation; repair: nothing of these, somebody or something is being
 * repaired. coordinator: what a failover needs is away; overload: more work than those who work carry, or members that
 * crashed under it; rescheduling: members wait until they are started elsewhere; work: planned work on a member, and
 * none of these; undetected: all that is broken in a service has failed without anybody's noticing. Where repairs wait:
 * hours until somebody is there, people until one is free and begins, parts until there is one.
 */
export type StageName = 'detect' | 'decide' | 'promote' | 'restore' | 'redirect' | 'warmUp' | 'repair' | WaitName;
/** There only where anybody has waited so, or there was too much work. */
export type WaitName =
  'undetected' | 'coordinator' | 'overload' | 'rescheduling' | 'hours' | 'people' | 'parts' | 'work';
export type PerStage<T> = Readonly<Record<Exclude<StageName, WaitName>, T> & Partial<Record<WaitName, T>>>;
export type Stages = PerStage<number>;

/** Seconds of writes lost in an incident, held against the RPO. */
export interface LossFigures extends Quantiles<Loss> {
  /** Incidents seen. */
  readonly count: number;
  /** Share of incidents that lost nothing; null without incidents. */
  readonly zero: number | null;
  /**
   * Share of incidents that lost data for good. With any of them the mean and the maximum are for good, and so is a
   * quantile that falls among them.
   */
  readonly permanent: number | null;
  readonly mean: Loss | null;
  /** Of the mean. */
  readonly ci95: readonly [Loss, Loss] | null;
  readonly max: Loss | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
  /** Share of incidents that lost no more than the RPO; null without an RPO or without incidents. */
  readonly withinTarget: number | null;
  readonly histogram: Histogram;
  /** Seconds of writes lost in a year; for good where any of it is. */
  readonly perYear: Loss;
  readonly perYearCi95: readonly [Loss, Loss];
  /** The same without what is lost for good: what `losses.data` puts a price on. */
  readonly restorablePerYear: Estimate;
  /** Times a year that data is lost with nothing to restore it from. */
  readonly permanentPerYear: Estimate;
  /**
   * The service whose data failures can take with all copies and backups, where none of these years saw that: however
   * rare it is, it makes every mean of losses for good, so their intervals have no upper end. Absent where it was seen,
   * and where the model leaves no room for it.
   */
  readonly atRisk?: string;
  /** Exactly, where that can be calculated and some failure destroys data. */
  readonly exact?: ExactLosses;
}
