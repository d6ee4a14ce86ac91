/** How far a run's downtime can be believed. */
export interface TrustFigures {
  /** Of the downtime, a share of it: half of the interval's width, as standard errors. null: no downtime was seen. */
  readonly relativeStandardError: number | null;
  /** Share of all downtime that the longest incident makes; null: no incident was seen, or one had not ended. */
  readonly largestShare: number | null;
  /** Something is known to be missing, or one incident makes so much that others like it may be. */
  readonly lowerBound: boolean;
  /** Causes that are known to strike and did not in these years, the most expected first. */
  readonly unseen: readonly UnseenCause[];
}

export interface UnseenCause {
  /** As in `incidents.byCause`. */
  readonly cause: string;
  /** How often it strikes on average in so many years; how often it did. */
  readonly expected: number;
  readonly seen: number;
}
