import { momentsCount, momentsMax, momentsMean } from '../statistics/moments.ts';
import type { SlowestRepair } from './slowest-repair.ts';
import { COUNT, REPLICATION_ROW, type Tally } from './tally.ts';

/** What the largest single event has added to a figure per year, or would have added where none was seen. */
export interface LargestEvents {
  /** One incident, or one loss of data for good. */
  readonly one: number;
  /** Seconds: the longest incident; unseen, one as long as the slowest mean repair. */
  readonly outage: number;
  /** Seconds of writes: the largest loss; unseen, as many as the slowest mean repair takes. */
  readonly loss: number;
  /** Seconds, for a figure whose single events are not kept: the slowest mean repair. */
  readonly unknown: number;
  /** Seconds: the 95th percentile of the slowest repair. */
  readonly tail: number;
}

/**
 * A handful of outages has not seen the tail of their lengths: until it has, the largest is taken to be no shorter than
 * the 95th percentile of the slowest repair.
 */
export function largestEvents(tally: Tally, { mean: slowestRepair, p95 }: SlowestRepair): LargestEvents {
  const years = tally.counts[COUNT.years];
  const seen = (moments: Float64Array) => (momentsCount(moments, 0) > 0 ? momentsMax(moments, 0) : 0);
  const wasDown = momentsMean(tally.replications, REPLICATION_ROW.down) > 0;
  const longest = tally.counts[COUNT.censored] > 0 ? Infinity : seen(tally.recovery);
  return {
    one: 1 / years,
    // Down, but in no incident that began in the observed years: as long as it may be.
    outage: longest > 0 ? Math.max(longest, p95) / years : wasDown ? Infinity : slowestRepair / years,
    loss: (Math.min(seen(tally.loss), Number.MAX_VALUE) || slowestRepair) / years,
    unknown: slowestRepair / years,
    tail: p95 / years,
  };
}
