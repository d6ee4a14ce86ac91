import type { Loss, QuantileInterval } from './report-times.ts';

export type Verdict = 'met' | 'missed' | 'undecided';

export interface TargetFigures {
  readonly target: 'availability' | 'rto' | 'rpo' | 'budget';
  /** Of an objective by kind of disruption: its kind, and what it is held against; absent for one figure. */
  readonly kind?: string;
  /** Incidents that began with a failure of that kind (of an RPO also losses without an incident). */
  readonly count?: number;
  /** The model's experiments that fail one of that kind, where they were made: the verdict is on both. */
  readonly experiments?: readonly (Pick<ExperimentTarget, 'value' | 'verdict'> & { readonly name: string })[];
  readonly goal: number;
  /** availability: the mean; rto, rpo: the p95 of incidents; budget: the infrastructure's cost a year. */
  readonly value: Loss | null;
  readonly ci95: QuantileInterval<Loss> | null;
  /** Share of single years in which the target was met. */
  readonly yearsMet: number | null;
  readonly verdict: Verdict;
  /** Share of the worlds in which it is met, where the model has inputs that nobody knows; null: none has seen any. */
  readonly chance?: number | null;
}

export interface ExperimentTarget {
  readonly target: 'rto' | 'rpo';
  /** Of an objective by kind of disruption, one of those that it fails; absent for one figure. */
  readonly kind?: string;
  /** Seconds. */
  readonly goal: number;
  /**
   * p95 of the runs in which users noticed, or that lost something; 0 where there are none; null: so many did not
   * recover.
   */
  readonly value: Loss | null;
  readonly ci95: QuantileInterval<Loss> | null;
  /** Share of all runs within the goal, those that nobody noticed included. */
  readonly runsMet: number;
  /**
   * Met when 95 of 100 of the runs in which users noticed are within the goal, or when enough of them show that nobody
   * notices.
   */
  readonly verdict: Verdict;
  /** Share of the worlds in which it is met, where the model has inputs that nobody knows. */
  readonly chance?: number;
}
