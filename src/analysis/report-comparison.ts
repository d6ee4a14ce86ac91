import type { TextChange } from '../model/changes.ts';
import type { DifferenceDoubt } from './report-doubt.ts';
import type { Estimate } from './report-estimate.ts';
import type { Report } from './report-run.ts';

/** What `nines compare` prints with `--format json`, and `compare` resolves to. */
export interface ComparisonReport {
  readonly nines: 1;
  readonly kind: 'comparison';
  /** In the order given; each as a report of its own, from the same history. */
  readonly models: readonly Report[];
  /** What each of them is called: its name, or where several have one name that of its file. */
  readonly labels?: readonly string[];
  /** Every two of them: (0, 1), (0, 2), …, (1, 2), … */
  readonly differences: readonly DifferenceFigures[];
}

/** What the model `to` has more than the model `from`; indices into `models`. */
export interface DifferenceFigures {
  readonly from: number;
  readonly to: number;
  readonly availability: Difference;
  /** Seconds. */
  readonly downtimePerYear: Difference;
  /** Seconds, of the mean recovery time; null where one of them had no incident, or one that had not ended. */
  readonly recoveryTime: Difference | null;
  /**
   * Seconds of writes, of the mean loss of an incident; null where one of them had no incident, or lost data for good.
   */
  readonly dataLoss: Difference | null;
  /** Seconds of writes a year; null where one of them lost data for good. */
  readonly dataLossPerYear: Difference | null;
  /**
   * Total a year: running cost and expected losses. Where lost data has a price and a model lost some for good, which
   * no price covers, the verdict is on how often that is.
   */
  readonly cost: Difference;
  /** In a mission's R(T), where both have one of the same length; as between two runs of their own. */
  readonly reliability?: Difference;
  /** What the text of `to` says otherwise; absent where a model was not read from a text. */
  readonly changes?: readonly TextChange[];
  /** Where the models have inputs that nobody knows. */
  readonly doubt?: DifferenceDoubt;
}

/**
 * With `controls`, what chance is known to have done (a region that failed more often than it does in the long run) is
 * taken out of the mean, which then is not quite the difference of the models' own means, but is known better.
 */
export interface Difference extends Estimate {
  /**
   * Share of the variance of the difference that living through the same history, and taking chance out, has taken
   * away, of what it would be between two runs of their own; null where there is none. An interval is narrower by the
   * root of what is left.
   */
  readonly varianceRemoved: number | null;
  /** Sources of chance that were taken out of it; none where the sample does not bear that. */
  readonly controls?: number;
  /** Of `to` against `from`; undecided: no difference is shown. */
  readonly verdict: 'better' | 'worse' | 'undecided';
}
