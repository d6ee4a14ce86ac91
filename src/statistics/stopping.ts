/** What a sequential rule looks at, at a checkpoint. */
interface Progress {
  /** The estimate, and its confidence interval, in the same unit. */
  readonly mean: number;
  readonly interval: readonly [number, number];
  /** Independent replications behind it. */
  readonly replications: number;
  /** Contributions that were not zero (incidents) behind it. */
  readonly incidents: number;
}

/** Below this, a mean of replications is not yet near normal, nor its variance known. */
const MINIMUM_REPLICATIONS = 30;
const MINIMUM_INCIDENTS = 30;
/** From here on the variance itself is known well enough, whatever the precision asked for. */
const ENOUGH_INCIDENTS = 1000;

/**
 * Whether to stop at this checkpoint: the interval's half-width is within `relativePrecision` of the
 * mean, and enough was seen to believe the interval. Stopping when the estimated variance allows it is
 * valid as the precision goes to 0 (Chow & Robbins 1965; relative precision: Nádas 1969; for
 * simulation: Glynn & Whitt 1992). For a precision that is not small, what ruins it is to stop on a
 * variance that is small by luck: rare events not met yet. Hence the minimum of incidents: were they a
 * Poisson stream with equal sizes, the mean's relative standard error would be 1 / sqrt(incidents) and
 * nothing makes it smaller but regularity; before that is down to the precision (about a quarter of
 * the incidents that a 95 % interval needs, so that it delays no honest stop), a narrow interval is luck.
 *
 * Not promised: coverage of exactly the interval's confidence. Looking often lowers it a little; checkpoints
 * should grow in proportion to the work done. In simulations (test/statistics/stopping.test.ts) the gamma
 * interval still covers at least 95 % for outages up to lognormal with p95 = 10 medians, and about 93 % at
 * 20 medians and a precision of 20 %. A mean of 0 never stops.
 */
export function shouldStop(progress: Progress, relativePrecision: number): boolean {
  const { mean, interval, replications, incidents } = progress;
  if (!(mean > 0) || replications < MINIMUM_REPLICATIONS || incidents < minimumIncidents(relativePrecision)) {
    return false;
  }
  return (interval[1] - interval[0]) / 2 <= relativePrecision * mean;
}

/** 1 / precision², between 30 and 1000. */
export function minimumIncidents(relativePrecision: number): number {
  const poisson = 1 / (relativePrecision * relativePrecision);
  return Math.min(Math.max(poisson, MINIMUM_INCIDENTS), ENOUGH_INCIDENTS);
}
