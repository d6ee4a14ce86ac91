/** What is left where nobody knows a model's inputs exactly: nine worlds in ten lie between `p5` and `p95`. */
export interface DoubtRange {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Of the availability. The run's own error is taken out of each world's figure as far as it is known. */
export interface AvailabilityDoubt extends DoubtRange {
  /** Each world's, in ascending order. */
  readonly values: readonly number[];
}

/** One of the inputs that nobody knows. */
export interface DoubtInput {
  readonly parameter: string;
  /** Share of the variance that goes away once it is known (first order; of the logarithm of unavailability). */
  readonly share: number;
  /**
   * How much likelier a right verdict on the availability target becomes once it is known, from 0 to 0.5: the expected
   * value of that information where a wrong verdict costs 1. null: there is no such target.
   */
  readonly decides: number | null;
}

/** A report's inputs that nobody knows, those that matter most first. */
export interface DoubtFigures {
  readonly worlds: number;
  /** Simulated in each of them. */
  readonly years: number;
  readonly inputs: readonly DoubtInput[];
  /** What else was asked about (`chances`), in that order; absent where nothing was. */
  readonly claims?: readonly DoubtClaim[];
}

/** In how many of the worlds something holds, with the error of their few years taken out. */
export interface DoubtClaim {
  /** As `--assert` names it. */
  readonly figure: string;
  readonly operator: '>=' | '<=' | '>' | '<';
  /** SI units; per year where the figure is. */
  readonly goal: number;
  /** null: nothing was seen to hold against it, or some of it is beyond numbers. */
  readonly chance: number | null;
}

/** Of a difference: in how many worlds the second is better, and what knowing an input would be worth. */
export interface DifferenceDoubt {
  readonly worlds: number;
  readonly years: number;
  /** Share of worlds in which the second is down for less time, and in which it costs less in all. */
  readonly better: number;
  readonly cheaper: number;
  /** Seconds, and money, of the second less the first. */
  readonly downtimePerYear: DoubtRange;
  readonly cost: DoubtRange;
  readonly inputs: readonly DifferenceDoubtInput[];
}

export interface DifferenceDoubtInput {
  readonly parameter: string;
  /** Share of the variance of the difference in downtime that goes away once it is known. */
  readonly share: number;
  /** How much likelier the right choice by downtime becomes once it is known, from 0 to 0.5. */
  readonly decides: number;
  /** Money a year: what the choice of the cheaper gains, on average, by knowing it first. */
  readonly worth: number;
}
