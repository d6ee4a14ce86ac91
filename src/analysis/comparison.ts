import { meanInterval, rareMeanInterval } from '../statistics/intervals.ts';
import { runningCost } from './cost.ts';
import type { ControlledDifference, ControlledDifferences } from './controlled.ts';
import { type DifferenceId, verdictOn } from './differences.ts';
import { type Events, eventsOf, largestLossMissed, longestMissed } from './events.ts';
import { apart, ofLengths, perReplication, root } from './estimates.ts';
import { knownOutages } from './known-outages.ts';
import { missedEvent } from './outages.ts';
import {
  difference,
  MEAN_LOSS,
  MEAN_RECOVERY,
  meanDifference,
  type MeanOf,
  FIGURE,
  pairsOf,
  type Part,
} from './pairs.ts';
import { perYear } from './per-year.ts';
import { canLoseData } from './possible.ts';
import type { ComparisonReport, Difference, DifferenceFigures, Estimate, Interval, Report } from './report.ts';
import { COUNT } from '../observe/counts.ts';
import { REPLICATION_ROW } from '../observe/figures.ts';
import type { Tally } from '../observe/tally.ts';
import type { Model } from '../model/model.ts';
import { histogramCount } from '../statistics/histogram.ts';
import { momentsCount, momentsEffectiveCount, momentsMean } from '../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/** A model and what was seen of it. */
export interface Lived {
  readonly model: Model;
  readonly tally: Tally;
}

interface Compared extends Lived {
  readonly report: Report;
}

/**
 * The models' own reports, and every two of them against each other.
 * @param controlled differences with chance taken out; null, or without one: as they were seen
 */
export function buildComparison(
  compared: readonly Compared[],
  pairs: Float64Array,
  controlled: ControlledDifferences | null = null,
): ComparisonReport {
  return {
    nines: 1,
    kind: 'comparison',
    models: compared.map(({ report }) => report),
    differences: pairsOf(compared.length).map(([from, to], pair) => ({
      from,
      to,
      ...differencesBetween(compared[from], compared[to], pairs, pair, ofPair(controlled, from, to)),
    })),
  };
}

/** What is known of one pair with chance taken out: of an entry of `FIGURE`, and of means over incidents. */
interface OfPair {
  of(entry: number): ControlledDifference | null;
  ofMeans(of: MeanOf): ControlledDifference | null;
}

function ofPair(controlled: ControlledDifferences | null, from: number, to: number): OfPair | null {
  return (
    controlled && { of: (entry) => controlled.of(from, to, entry), ofMeans: (of) => controlled.ofMeans(from, to, of) }
  );
}

/** What `b` has more than `a`. @param pair which one of `pairs`, in the order of `pairsOf` */
export function differencesBetween(
  a: Lived,
  b: Lived,
  pairs: Float64Array,
  pair: number,
  controlled: OfPair | null = null,
): Omit<DifferenceFigures, 'from' | 'to'> {
  const replications = a.tally.counts[COUNT.replications];
  const [first, second] = [a, b].map(({ model, tally }) => eventsOf(tally, knownOutages(model)));
  const [ownA, ownB] = [perYear(a.model, a.tally, first), perYear(b.model, b.tally, second)];
  const of = (entry: number, eventOfA: Event, eventOfB: Event, alone: Estimate) =>
    narrower(
      surer(paired(difference(pairs, pair, entry), replications, eventOfA, eventOfB), controlled?.of(entry) ?? null),
      alone,
    );
  const down = of(FIGURE.down, outage(first), outage(second), apart(ownA.down, ownB.down));
  const losses = of(FIGURE.cost, costOf(a.model, first), costOf(b.model, second), apart(ownA.cost, ownB.cost));
  // What was lost for good is more than any number: one that loses so has not lost less.
  const isForGood = [a, b].some(
    ({ tally }) =>
      momentsMean(tally.replications, REPLICATION_ROW.permanent) > 0 ||
      momentsCount(tally.loss, 0) < histogramCount(tally.lossHistogram),
  );
  const lost = difference(pairs, pair, FIGURE.lost);
  const ofMeans = (id: DifferenceId, of: MeanOf, alone: readonly Alone[]) => {
    const found = replications > 1 ? meanDifference(pairs, pair, of) : null;
    return found && judged(id, means(alone, replications, found, controlled?.ofMeans(of) ?? null));
  };
  const running = runningCost(b.model).total - runningCost(a.model).total;
  const shares = scaled(down, -1 / SECONDS_PER_YEAR);
  const cost = judged('cost', {
    ...losses,
    mean: losses.mean + running,
    ci95: [losses.ci95[0] + running, losses.ci95[1] + running],
  });
  const isPriced = a.model.losses.dataPerSecond > 0 || b.model.losses.dataPerSecond > 0;
  return {
    availability: judged('availability', shares),
    downtimePerYear: judged('downtimePerYear', down),
    // Where an incident had not ended, nobody knows the mean.
    recoveryTime: [a, b].some(({ tally }) => tally.counts[COUNT.censored] > 0)
      ? null
      : ofMeans('recoveryTime', MEAN_RECOVERY, [recoveryAlone(a), recoveryAlone(b)]),
    dataLoss: isForGood
      ? null
      : ofMeans(
          'dataLoss',
          MEAN_LOSS,
          [a, b].map((lived) => lossAlone(lived, Math.max(lost.more.most, lost.less.most))),
        ),
    dataLossPerYear: isForGood
      ? null
      : judged('dataLossPerYear', of(FIGURE.loss, loss(first), loss(second), apart(ownA.loss, ownB.loss))),
    // No price covers what is lost for good: whoever surely loses it more often costs more.
    cost:
      isForGood && isPriced
        ? { ...cost, verdict: verdictOn('cost', apart(permanent(a.tally, first), permanent(b.tally, second))) }
        : cost,
  };
}

/** Times a year that data are lost for good. */
function permanent({ replications }: Tally, { one }: Events): Estimate {
  return perReplication(replications, REPLICATION_ROW.permanent, one);
}

type Unjudged = Omit<Difference, 'verdict'>;

/** Of the variance that is left, chance has to be worth so much: else the interval for rare events is the safer one. */
const WORTH = 0.5;

/** With chance taken out, where the sample bears that and it is worth it. */
function surer(plain: Unjudged, controlled: ControlledDifference | null): Unjudged {
  if (controlled === null || plain.varianceRemoved === null) return plain;
  const { mean, ci95, variance, unpaired, controls } = controlled;
  if (!(variance < WORTH * (1 - plain.varianceRemoved) * unpaired)) return plain;
  return { mean, ci95, varianceRemoved: 1 - variance / unpaired, controls };
}

/** What a single event adds to a mean: the largest one seen at most, and one that may have been missed. */
interface Event {
  readonly largest: number;
  readonly missed: number;
}

function outage({ outage, longest }: Events): Event {
  return { largest: Math.max(longest, outage.missed), missed: outage.missed };
}

function loss({ loss, largestLoss }: Events): Event {
  return { largest: Math.max(largestLoss, loss.missed), missed: loss.missed };
}

function costOf({ losses }: Model, events: Events): Event {
  const sum = (of: keyof Event) =>
    losses.downtimePerSecond * outage(events)[of] + losses.dataPerSecond * loss(events)[of];
  return { largest: sum('largest'), missed: sum('missed') };
}

/**
 * What two models share can only help to tell them apart. Where few years make an interval of a pair wider all the
 * same, because what differs in them is rarer than what they have, the one of two runs of their own stands.
 */
function narrower(shared: Unjudged, alone: Estimate): Unjudged {
  const width = ({ ci95: [low, high] }: Pick<Estimate, 'ci95'>) => high - low;
  return width(alone) < width(shared) ? { ...alone, varianceRemoved: shared.varianceRemoved } : shared;
}

/**
 * Second less first. What it has more and what it has less are both sums of rare events: each has its gamma interval
 * (Fay & Feuer 1997), and the two make the interval of the difference by the method of variance estimates recovery (Zou
 * & Donner 2008, eq. 5). With many events it is the usual paired interval; with none, it says what may have been
 * missed.
 */
function paired(
  { more, less, first, second }: ReturnType<typeof difference>,
  replications: number,
  eventOfFirst: Event,
  eventOfSecond: Event,
): Unjudged {
  const [lowMore, highMore] = rareMeanInterval(
    more.mean,
    varianceOfMean(more, replications),
    largest(more, replications, eventOfSecond),
  );
  const [lowLess, highLess] = rareMeanInterval(
    less.mean,
    varianceOfMean(less, replications),
    largest(less, replications, eventOfFirst),
  );
  const mean = more.mean - less.mean;
  const unpaired = first.variance + second.variance;
  // The two are never both there: E[more · less] = 0.
  const together = more.variance + less.variance + 2 * more.mean * less.mean;
  return {
    mean,
    ci95: [
      mean - root(more.mean - lowMore, highLess - less.mean),
      mean + root(highMore - more.mean, less.mean - lowLess),
    ],
    varianceRemoved: unpaired > 0 ? 1 - together / unpaired : null,
  };
}

/**
 * The largest event may have been the same for both: none made more difference than the fullest replication has. One
 * that has not been seen to make any still may.
 */
function largest({ most }: Part, replications: number, event: Event): number {
  return Math.min(event.largest, Math.max(most / replications, event.missed));
}

function varianceOfMean({ mean, variance }: Part, replications: number): number {
  return replications > 1 ? variance / replications : mean * mean;
}

/**
 * A model's own mean over incidents, where it has an interval, and how far one long incident that was missed may be
 * from it.
 */
interface Alone {
  readonly estimate: Estimate | null;
  readonly missed: number;
}

/** Of means over incidents, second less first. Each may have missed a long one, as in its own report. */
function means(
  [first, second]: readonly Alone[],
  replications: number,
  found: NonNullable<ReturnType<typeof meanDifference>>,
  controlled: ControlledDifference | null,
): Unjudged {
  const { mean, variance, unpaired } = found;
  const [low, high] = meanInterval(mean, variance, replications);
  const ci95: Interval = [mean - root(mean - low, first.missed), mean + root(high - mean, second.missed)];
  const shared = surer({ mean, ci95, varianceRemoved: unpaired > 0 ? 1 - variance / unpaired : null }, controlled);
  const isAlone = first.estimate !== null && second.estimate !== null;
  return isAlone ? narrower(shared, apart(first.estimate, second.estimate)) : shared;
}

function recoveryAlone({ model, tally }: Lived): Alone {
  return alone(
    tally.recovery,
    tally.recoveryHistogram,
    longestMissed(tally, missedEvent(knownOutages(model), tally.counts[COUNT.years])),
  );
}

/**
 * @param differs seconds a year, of the replication with the largest difference: no incident made more of one, where
 * there is any
 */
function lossAlone({ model, tally }: Lived, differs: number): Alone {
  if (!canLoseData(model)) return { estimate: { mean: 0, ci95: [0, 0] }, missed: 0 };
  const { counts } = tally;
  const most = differs > 0 ? (differs * counts[COUNT.years]) / counts[COUNT.replications] : Infinity;
  return alone(
    tally.loss,
    tally.lossHistogram,
    largestLossMissed(tally, missedEvent(knownOutages(model), counts[COUNT.years])),
    most,
  );
}

function alone(moments: Float64Array, histogram: Float64Array, longest: number, mostDifference = Infinity): Alone {
  const { mean, ci95 } = ofLengths(moments, histogram, longest);
  const most = Math.min(mostDifference, Math.max(0, longest - (mean ?? 0))) / momentsEffectiveCount(moments, 0);
  return { estimate: mean === null || ci95 === null ? null : { mean, ci95 }, missed: rareMeanInterval(0, 0, most)[1] };
}

function scaled({ mean, ci95: [low, high], ...others }: Unjudged, factor: number): Unjudged {
  const ends: Interval = factor < 0 ? [high * factor, low * factor] : [low * factor, high * factor];
  return { mean: mean * factor, ci95: ends, ...others };
}

function judged(id: DifferenceId, unjudged: Unjudged): Difference {
  return { ...unjudged, verdict: verdictOn(id, unjudged) };
}

/** One that is no estimate. */
export function exactDifference(id: DifferenceId, mean: number): Difference {
  return judged(id, { mean, ci95: [mean, mean], varianceRemoved: null });
}
