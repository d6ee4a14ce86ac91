import type { Estimate } from './report-estimate.ts';
import type { DoubtRange } from './report-doubt.ts';
import type { ExperimentTarget } from './report-targets.ts';
import type { LossFigures, RecoveryFigures } from './report-times.ts';

/**
 * What followed. Recovery time and data loss are of the runs in which users noticed something (or something was lost);
 * in how many that was, and how many met the targets, is told of all runs.
 */
export interface ExperimentFigures {
  readonly name: string;
  /** What was done, as `fail us-east-1 for 1 day`. */
  readonly what: string;
  readonly runs: number;
  /** Share of runs in which the entry was down. */
  readonly noticed: Estimate;
  /** Share of runs that ended with the entry serving and nothing lost for good. */
  readonly recovered: Estimate;
  readonly recoveryTime: RecoveryFigures;
  readonly dataLoss: ExperimentLossFigures;
  /** Share of runs in which data was lost for good. */
  readonly permanentLoss: Estimate;
  /** rto and rpo, where the model states them. */
  readonly targets: readonly ExperimentTarget[];
  /**
   * The service whose active the faults struck in some runs and only its standbys in others, and the share of the
   * latter; absent where they strike the same in all runs.
   */
  readonly wandered?: { readonly service: string; readonly standbyStruck: number };
  /** What inputs that nobody knows leave of it; absent where all are known. */
  readonly doubt?: ExperimentDoubt;
}

/** In worlds that differ by what nobody knows. */
export interface ExperimentDoubt {
  readonly worlds: number;
  /** Of each world. */
  readonly runs: number;
  /** Seconds, of the mean; null where nobody noticed, or some had no end, in one of them. */
  readonly recoveryTime: DoubtRange | null;
  /** Share of the variance of its logarithm that goes away once it is known (first order), the largest first. */
  readonly inputs: readonly { readonly parameter: string; readonly share: number }[];
}

/** As of a run, without the rates per year. */
export type ExperimentLossFigures = Omit<
  LossFigures,
  'atRisk' | 'exact' | 'perYear' | 'perYearCi95' | 'restorablePerYear' | 'permanentPerYear'
>;
