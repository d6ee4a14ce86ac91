import { type Coarse, coarsePowers } from '../statistics/coarse.ts';
import { histogramThird } from '../statistics/histogram.ts';
import {
  momentsCount,
  momentsEffectiveCount,
  momentsMax,
  momentsMean,
  momentsVariance,
} from '../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { type KnownOutages, type MissedEvent, missedEvent } from './outages.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';

/** What single events have added to a figure per year, and one that was missed would have. */
export interface SingleEvents {
  /** Σx² / Σx: so that, where events come at random, a mean varies by this times the mean. 0: not known. */
  readonly typical: number;
  /** Σx³ / Σx²: as large as those that make its spread. 0: not known. */
  readonly size: number;
  /** What one that was missed would have added; no less than the typical one. */
  readonly missed: number;
  /** No figure is larger. */
  readonly most: number;
}

/** By what they add to. */
export interface Events {
  /** One incident, or one loss of data for good. */
  readonly one: SingleEvents;
  /** Seconds of incidents. */
  readonly outage: SingleEvents;
  /** Seconds of writes. */
  readonly loss: SingleEvents;
  /** Seconds, where single events are not kept. */
  readonly unknown: SingleEvents;
  /** Seconds of the longest incident seen, and of writes in the largest loss; a year's part. */
  readonly longest: number;
  readonly largestLoss: number;
  /** Of one row of coarse histograms, times of one cause or service; seconds. */
  row(histograms: Coarse, row: number): SingleEvents;
}

/** What is read of a tally, or of what stands in for one. */
type EventSums = Pick<Tally, 'counts' | 'recovery' | 'loss'> &
  Partial<Pick<Tally, 'recoveryHistogram' | 'lossHistogram'>>;

export function eventsOf(tally: EventSums, outages: KnownOutages): Events {
  const years = tally.counts[COUNT.years];
  const event = missedEvent(outages, years);
  const of = ([sum, squares, cubes]: readonly [number, number, number], missed: number, most: number): SingleEvents => {
    const typical = sum > 0 ? squares / sum / years : 0;
    // Never less than the typical one, but for the rounding of bins.
    return {
      typical,
      size: cubes > 0 ? Math.max(typical, cubes / squares / years) : 0,
      missed: Math.max(typical, missed / years),
      most,
    };
  };
  // An incident that had not ended has no length.
  const isOpen = tally.counts[COUNT.censored] > 0;
  const largest = (moments: Float64Array) => (momentsCount(moments, 0) > 0 ? momentsMax(moments, 0) / years : 0);
  return {
    one: { typical: 1 / years, size: 1 / years, missed: 1 / years, most: Infinity },
    outage: isOpen
      ? of([0, 0, 0], SECONDS_PER_YEAR * years, SECONDS_PER_YEAR)
      : of(powers(tally.recovery, tally.recoveryHistogram), event.outage, SECONDS_PER_YEAR),
    loss: of(powers(tally.loss, tally.lossHistogram), largestLossMissed(tally, event), Infinity),
    unknown: of([0, 0, 0], event.anyOutage, SECONDS_PER_YEAR),
    longest: largest(tally.recovery),
    largestLoss: largest(tally.loss),
    row: (histograms, row) => of(coarsePowers(histograms, row), event.anyOutage, SECONDS_PER_YEAR),
  };
}

/** Fewer incidents do not say whether they are the short ones that the structure leaves aside. */
const FEW_INCIDENTS = 10;

/** Seconds of the longest incident that a mean of lengths may have missed. */
export function longestMissed({ recovery }: Pick<Tally, 'recovery'>, { outage, anyOutage }: MissedEvent): number {
  return momentsEffectiveCount(recovery, 0) < FEW_INCIDENTS ? anyOutage : outage;
}

/** Seconds of writes: as much as was lost at most; where nothing was, what may be. */
export function largestLossMissed({ loss }: Pick<Tally, 'loss'>, missed: MissedEvent): number {
  return (momentsCount(loss, 0) > 0 && momentsMax(loss, 0)) || missed.loss;
}

/** Sums of the samples, of their squares and of their cubes (0 where only moments were kept). */
function powers(moments: Float64Array, histogram: Float64Array | undefined): readonly [number, number, number] {
  const count = momentsCount(moments, 0);
  if (count === 0) return [0, 0, 0];
  const mean = momentsMean(moments, 0);
  const effective = momentsEffectiveCount(moments, 0);
  const apart = effective > 1 ? momentsVariance(moments, 0) * (count - count / effective) : 0;
  return [count * mean, count * mean * mean + apart, histogram === undefined ? 0 : histogramThird(histogram, 0)];
}
