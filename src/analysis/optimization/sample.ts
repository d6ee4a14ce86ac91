import { createMoments, momentsCount, momentsMax, momentsMean, momentsMerge } from '../../statistics/moments.ts';
import { COUNT } from '../../observe/counts.ts';
import { REPLICATION_ROW } from '../../observe/figures.ts';
import type { Tally } from '../../observe/tally.ts';
import type { KnownOutages } from '../outages.ts';
import type { SlowestRepair } from '../slowest-repair.ts';
import type { Test } from './constraints.ts';
import type { Contestant } from './contest.ts';
import { type EventSizes, type Rates, type Response, responseOf } from './responses.ts';
import { createSeries, type Series } from './series.ts';

const TOTAL = responseOf('cost.total')!;
const DOWN = responseOf('downtime')!;

/** What is sought: the least, or the most, of a figure. */
export interface Objective {
  readonly response: Response;
  /** −1 where the most is sought. */
  readonly sign: 1 | -1;
}

/** What is known of a candidate before it is simulated. */
export interface Nature {
  readonly rates: Rates;
  readonly isDataAtRisk: boolean;
  readonly isForGoodPossible: boolean;
  readonly slowestRepair: SlowestRepair;
  readonly outages: KnownOutages;
}

/**
 * What was seen of a candidate: a few numbers for each observation, and of all of them together what a report needs.
 */
export interface Sample {
  readonly nature: Nature;
  /** Less is better. */
  readonly objective: Series;
  readonly excesses: readonly Series[];
  /** Total cost a year, and seconds down: for the frontier. */
  readonly total: Series;
  readonly down: Series;
  /** [constraint] how many things were held against its goal, and what of them was within it. */
  readonly held: readonly [count: number, within: number][];
  readonly counts: Float64Array;
  readonly replications: Float64Array;
  readonly recovery: Float64Array;
  readonly loss: Float64Array;
}

export function createSample(nature: Nature, tests: readonly Test[]): Sample {
  return {
    nature,
    objective: createSeries(),
    excesses: tests.map(() => createSeries()),
    total: createSeries(),
    down: createSeries(),
    held: tests.map(() => [0, 0]),
    counts: new Float64Array(COUNT.entries),
    replications: createMoments(REPLICATION_ROW.rows),
    recovery: createMoments(1),
    loss: createMoments(1),
  };
}

/** Adds what one observation saw. */
export function addObservation(sample: Sample, tally: Tally, objective: Objective, tests: readonly Test[]): void {
  const { rates } = sample.nature;
  const years = tally.counts[COUNT.years];
  sample.objective.push(objective.sign * objective.response.read(tally, rates));
  sample.total.push(TOTAL.read(tally, rates));
  sample.down.push(DOWN.read(tally, rates));
  tests.forEach((test, i) => {
    sample.excesses[i].push(test.excess(tally, rates, years));
    const [count, within] = test.held?.(tally) ?? [0, 0];
    sample.held[i][0] += count;
    sample.held[i][1] += within;
  });
  for (let i = 0; i < COUNT.entries; i++) sample.counts[i] += tally.counts[i];
  momentsMerge(sample.replications, tally.replications);
  momentsMerge(sample.recovery, tally.recovery);
  momentsMerge(sample.loss, tally.loss);
}

export function yearsOf({ counts }: Sample): number {
  return counts[COUNT.years];
}

export function incidentsOf({ recovery }: Sample): number {
  return momentsCount(recovery, 0);
}

/**
 * A candidate as the contest wants it, once it has had its first observations.
 * @param years of an observation
 * @param toleranceShare of a goal
 */
export function contestantOf(
  sample: Sample,
  objective: Objective,
  tests: readonly Test[],
  years: number,
  toleranceShare: number,
): Contestant {
  const { rates } = sample.nature;
  const [least, most] = eventSizes(sample);
  const event = (of: (sizes: EventSizes) => number) => [of(least), of(most)] as const;
  return {
    objective: sample.objective,
    excesses: sample.excesses,
    objectiveEvent: event((sizes) => objective.response.event(sizes, rates) / years),
    excessEvents: tests.map((test) => event((sizes) => test.event(sizes, rates, years))),
    tolerances: tests.map((test, i) =>
      test.tolerance(toleranceShare, Math.max(1, sample.held[i][0]) / yearsOf(sample)),
    ),
    standing: (i) =>
      tests[i].standing(sample.nature, momentsMean(sample.replications, REPLICATION_ROW.permanent), sample.held[i][0]),
  };
}

/**
 * What one more event adds to an observation of so many years: to its total cost, and to its seconds down; at least and
 * at most.
 */
export function frontierEvents(
  sample: Sample,
  years: number,
): { readonly total: readonly [number, number]; readonly down: readonly [number, number] } {
  const of = (response: Response) =>
    eventSizes(sample).map((sizes) => response.event(sizes, sample.nature.rates) / years) as [number, number];
  return { total: of(TOTAL), down: of(DOWN) };
}

/** Of one more event: a slow repair, and where something longer was seen, up to that. */
function eventSizes({ recovery, loss, nature: { slowestRepair } }: Sample): readonly [EventSizes, EventSizes] {
  const seen = (moments: Float64Array) => (momentsCount(moments, 0) > 0 ? momentsMax(moments, 0) : 0);
  const least: EventSizes = {
    one: 1,
    outage: slowestRepair.p95,
    loss: Math.min(seen(loss), Number.MAX_VALUE) || slowestRepair.mean,
  };
  return [least, { ...least, outage: Math.max(least.outage, seen(recovery)) }];
}
