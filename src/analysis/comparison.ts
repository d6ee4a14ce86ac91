import { meanInterval, rareMeanInterval } from '../statistics/intervals.ts';
import { largestEvents } from './events.ts';
import { difference, OUTCOME, pairsOf, recoveryDifference, type Part } from './pairs.ts';
import type { ComparisonReport, Difference, DifferenceFigures, Interval, Report } from './report.ts';
import { slowestRepair } from './slowest-repair.ts';
import { COUNT, type Tally } from './tally.ts';
import type { Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

export interface Compared {
  readonly model: Model;
  readonly tally: Tally;
  readonly report: Report;
}

/** The models' own reports, and every two of them against each other. */
export function buildComparison(compared: readonly Compared[], pairs: Float64Array): ComparisonReport {
  return {
    nines: 1,
    kind: 'comparison',
    models: compared.map(({ report }) => report),
    differences: pairsOf(compared.length).map(([from, to], pair) => ({ from, to, ...differences(compared[from], compared[to], pairs, pair) })),
  };
}

function differences(a: Compared, b: Compared, pairs: Float64Array, pair: number): Omit<DifferenceFigures, 'from' | 'to'> {
  const replications = a.tally.counts[COUNT.replications];
  const [first, second] = [a, b].map(({ model, tally }) => largestEvents(tally, slowestRepair(model)));
  const of = (entry: number, mostA: number, mostB: number) => paired(difference(pairs, pair, entry), replications, mostA, mostB);
  const down = of(OUTCOME.down, first.outage, second.outage);
  const lossCost = ({ model: { losses } }: Compared, events: typeof first) => losses.downtimePerSecond * events.outage + losses.dataPerSecond * events.loss;
  const losses = of(OUTCOME.cost, lossCost(a, first), lossCost(b, second));
  const running = b.report.cost.infrastructure - a.report.cost.infrastructure;
  const shares = scaled(down, -1 / SECONDS_PER_YEAR);
  return {
    availability: { ...shares, verdict: verdict(shares.ci95, 'more') },
    downtimePerYear: { ...down, verdict: verdict(down.ci95, 'less') },
    recoveryTime: recovery(pairs, pair, replications),
    dataLoss: withVerdict(of(OUTCOME.loss, first.loss, second.loss), 'less'),
    cost: withVerdict({ ...losses, mean: losses.mean + running, ci95: [losses.ci95[0] + running, losses.ci95[1] + running] }, 'less'),
  };
}

type Unjudged = Omit<Difference, 'verdict'>;

/**
 * Second less first. What it has more and what it has less are both sums of rare events: each has its gamma interval
 * (Fay & Feuer 1997), and the two make the interval of the difference by the method of variance estimates recovery (Zou
 * & Donner 2008, eq. 5). With many events it is the usual paired interval; with none, it says what may have been missed.
 * @param mostA what the largest single event added to the first's mean, `mostB` to the second's
 */
function paired({ more, less, first, second }: ReturnType<typeof difference>, replications: number, mostA: number, mostB: number): Unjudged {
  const [lowMore, highMore] = rareMeanInterval(more.mean, varianceOfMean(more, replications), Math.min(mostB, Number.MAX_VALUE));
  const [lowLess, highLess] = rareMeanInterval(less.mean, varianceOfMean(less, replications), Math.min(mostA, Number.MAX_VALUE));
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

/** (`Math.hypot` may differ between engines.) */
function root(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

function varianceOfMean({ mean, variance }: Part, replications: number): number {
  return replications > 1 ? variance / replications : mean * mean;
}

function recovery(pairs: Float64Array, pair: number, replications: number): Difference | null {
  const found = replications > 1 ? recoveryDifference(pairs, pair) : null;
  if (found === null) return null;
  const { mean, variance, unpaired } = found;
  return withVerdict({ mean, ci95: meanInterval(mean, variance, replications), varianceRemoved: unpaired > 0 ? 1 - variance / unpaired : null }, 'less');
}

function scaled({ mean, ci95: [low, high], varianceRemoved }: Unjudged, factor: number): Unjudged {
  const ends: Interval = factor < 0 ? [high * factor, low * factor] : [low * factor, high * factor];
  return { mean: mean * factor, ci95: ends, varianceRemoved };
}

function withVerdict(unjudged: Unjudged, wanted: 'more' | 'less'): Difference {
  return { ...unjudged, verdict: verdict(unjudged.ci95, wanted) };
}

/** Better or worse where the whole interval is on one side of no difference. */
function verdict([low, high]: Interval, wanted: 'more' | 'less'): Difference['verdict'] {
  if (low > 0) return wanted === 'more' ? 'better' : 'worse';
  if (high < 0) return wanted === 'more' ? 'worse' : 'better';
  return 'undecided';
}
