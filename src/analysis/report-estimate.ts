/** Lower and upper bound. */
export type Interval = readonly [number, number];

/** An estimate from the sample with its 95% confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly ci95: Interval;
}
