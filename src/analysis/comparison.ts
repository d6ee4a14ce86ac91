import { meanInterval, rareMeanInterval } from '../statistics/intervals.ts';
import { runningCost } from './cost.ts';
import type { ControlledDifference, ControlledDifferences } from './controlled.ts';
import { type LargestEvents, largestEvents } from './events.ts';
import { difference, OUTCOME, pairsOf, recoveryDifference, type Part } from './pairs.ts';
import type { ComparisonReport, Difference, DifferenceFigures, Interval, Report } from './report.ts';
import { slowestRepair } from './slowest-repair.ts';
import { COUNT, type Tally } from './tally.ts';
import type { Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/** A model and what was seen of it. */
export interface Lived {
  readonly model: Model;
  readonly tally: Tally;
}

export interface Compared extends Lived {
  readonly report: Report;
}

/**
 * The models' own reports, and every two of them against each other.
 * @param controlled differences with chance taken out; null, or without one: as they were seen
 */
export function buildComparison(compared: readonly Compared[], pairs: Float64Array, controlled: ControlledDifferences | null = null): ComparisonReport {
  return {
    nines: 1,
    kind: 'comparison',
    models: compared.map(({ report }) => report),
    differences: pairsOf(compared.length).map(([from, to], pair) => ({ from, to, ...differencesBetween(compared[from], compared[to], pairs, pair, ofPair(controlled, from, to)) })),
  };
}

/** What is known of one pair with chance taken out: of an entry of `OUTCOME`, and of the mean recovery time. */
interface OfPair {
  of(entry: number): ControlledDifference | null;
  recovery(): ControlledDifference | null;
}

function ofPair(controlled: ControlledDifferences | null, from: number, to: number): OfPair | null {
  return controlled && { of: (entry) => controlled.of(from, to, entry), recovery: () => controlled.recovery(from, to) };
}

/** What `b` has more than `a`. @param pair which one of `pairs`, in the order of `pairsOf` */
export function differencesBetween(a: Lived, b: Lived, pairs: Float64Array, pair: number, controlled: OfPair | null = null): Omit<DifferenceFigures, 'from' | 'to'> {
  const replications = a.tally.counts[COUNT.replications];
  const [first, second] = [a, b].map(({ model, tally }) => largestEvents(tally, slowestRepair(model)));
  const of = (entry: number, eventOfA: Event, eventOfB: Event) =>
    surer(paired(difference(pairs, pair, entry), replications, eventOfA, eventOfB), controlled?.of(entry) ?? null);
  const down = of(OUTCOME.down, outage(first), outage(second));
  const losses = of(OUTCOME.cost, costOf(a.model, first), costOf(b.model, second));
  const running = runningCost(b.model).total - runningCost(a.model).total;
  const shares = scaled(down, -1 / SECONDS_PER_YEAR);
  return {
    availability: { ...shares, verdict: verdict(shares.ci95, 'more') },
    downtimePerYear: { ...down, verdict: verdict(down.ci95, 'less') },
    // Where an incident had not ended, nobody knows the mean.
    recoveryTime: [a, b].some(({ tally }) => tally.counts[COUNT.censored] > 0) ? null : recovery(pairs, pair, replications, controlled?.recovery() ?? null),
    dataLoss: withVerdict(of(OUTCOME.loss, loss(first), loss(second)), 'less'),
    cost: withVerdict({ ...losses, mean: losses.mean + running, ci95: [losses.ci95[0] + running, losses.ci95[1] + running] }, 'less'),
  };
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

function outage({ outage, tail }: LargestEvents): Event {
  return { largest: outage, missed: Math.min(outage, tail) };
}

function loss({ loss, unknown }: LargestEvents): Event {
  return { largest: loss, missed: Math.min(loss, unknown) };
}

function costOf({ losses }: Model, events: LargestEvents): Event {
  const sum = (of: keyof Event) => Math.min(losses.downtimePerSecond * outage(events)[of] + losses.dataPerSecond * loss(events)[of], Number.MAX_VALUE);
  return { largest: sum('largest'), missed: sum('missed') };
}

/**
 * Second less first. What it has more and what it has less are both sums of rare events: each has its gamma interval
 * (Fay & Feuer 1997), and the two make the interval of the difference by the method of variance estimates recovery (Zou
 * & Donner 2008, eq. 5). With many events it is the usual paired interval; with none, it says what may have been missed.
 */
function paired({ more, less, first, second }: ReturnType<typeof difference>, replications: number, eventOfFirst: Event, eventOfSecond: Event): Unjudged {
  const [lowMore, highMore] = rareMeanInterval(more.mean, varianceOfMean(more, replications), largest(more, replications, eventOfSecond));
  const [lowLess, highLess] = rareMeanInterval(less.mean, varianceOfMean(less, replications), largest(less, replications, eventOfFirst));
  const mean = more.mean - less.mean;
  const apart = first.variance + second.variance;
  // The two are never both there: E[more · less] = 0.
  const together = more.variance + less.variance + 2 * more.mean * less.mean;
  return {
    mean,
    ci95: [mean - root(more.mean - lowMore, highLess - less.mean), mean + root(highMore - more.mean, less.mean - lowLess)],
    varianceRemoved: apart > 0 ? 1 - together / apart : null,
  };
}

/**
 * The largest event may have been the same for both: none made more difference than the fullest replication has. One that
 * has not been seen to make any still may.
 */
function largest({ most }: Part, replications: number, event: Event): number {
  return Math.min(event.largest, Math.max(most / replications, event.missed), Number.MAX_VALUE);
}

/** (`Math.hypot` may differ between engines.) */
function root(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

function varianceOfMean({ mean, variance }: Part, replications: number): number {
  return replications > 1 ? variance / replications : mean * mean;
}

function recovery(pairs: Float64Array, pair: number, replications: number, controlled: ControlledDifference | null): Difference | null {
  const found = replications > 1 ? recoveryDifference(pairs, pair) : null;
  if (found === null) return null;
  const { mean, variance, unpaired } = found;
  const plain = { mean, ci95: meanInterval(mean, variance, replications), varianceRemoved: unpaired > 0 ? 1 - variance / unpaired : null };
  return withVerdict(surer(plain, controlled), 'less');
}

function scaled({ mean, ci95: [low, high], ...others }: Unjudged, factor: number): Unjudged {
  const ends: Interval = factor < 0 ? [high * factor, low * factor] : [low * factor, high * factor];
  return { mean: mean * factor, ci95: ends, ...others };
}

function withVerdict(unjudged: Unjudged, wanted: 'more' | 'less'): Difference {
  return { ...unjudged, verdict: verdict(unjudged.ci95, wanted) };
}

/** One that is no estimate: less is better. */
export function exactDifference(mean: number): Difference {
  return withVerdict({ mean, ci95: [mean, mean], varianceRemoved: null }, 'less');
}

/** Better or worse where the whole interval is on one side of no difference. */
function verdict([low, high]: Interval, wanted: 'more' | 'less'): Difference['verdict'] {
  if (low > 0) return wanted === 'more' ? 'better' : 'worse';
  if (high < 0) return wanted === 'more' ? 'worse' : 'better';
  return 'undecided';
}
