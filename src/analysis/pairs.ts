import type { Observation } from '../observe/observation.ts';
import {
  createMoments,
  MOMENTS_STRIDE,
  momentsAdd,
  momentsAddZeros,
  momentsMax,
  momentsMean,
  momentsMerge,
  momentsVariance,
} from '../statistics/moments.ts';

/*
 * Models that lived through the same history, two by two: how what one replication of each came to differs, and how
 * much of its spread they share. Sums are exact, so that any grouping gives the same bits.
 */

/**
 * What one replication of one model came to, per year: seconds down, incidents, seconds of recoveries, seconds of
 * writes lost, expected losses; incidents whose loss has a length, and those lengths.
 */
export const FIGURE = {
  down: 0,
  incidents: 1,
  recovery: 2,
  loss: 3,
  cost: 4,
  losses: 5,
  lost: 6,
  entries: 7,
} as const;

/** A mean over incidents: the ratio of two entries. */
export type MeanOf = readonly [sum: number, count: number];
export const MEAN_RECOVERY: MeanOf = [FIGURE.recovery, FIGURE.incidents];
export const MEAN_LOSS: MeanOf = [FIGURE.lost, FIGURE.losses];
const MEANS = [MEAN_RECOVERY, MEAN_LOSS];

/**
 * Moments rows of a pair: what the second has more of each entry, and what it has less; each model's own, first and
 * second.
 */
const MORE = 0;
const LESS = MORE + FIGURE.entries;
const OWN = LESS + FIGURE.entries;
/** For a difference of each of `MEANS`, the sums of two of (sum, count) of the first and of the second. */
const SUMS = OWN + 2 * FIGURE.entries;
const SUMS_OF_MEAN = 6;
const ROWS = SUMS + SUMS_OF_MEAN * MEANS.length;

/** Rows in `OWN` of the four that make a difference of means. */
function ratioRows([sum, count]: MeanOf): readonly number[] {
  return [sum, count, FIGURE.entries + sum, FIGURE.entries + count];
}
const RATIOS = MEANS.map(ratioRows);

/** Moments of all pairs of so many models. */
export function createPairs(models: number): Float64Array {
  return createMoments(pairsOf(models).length * ROWS);
}

/** Those of so many histories in which nothing happened. */
export function quietPairs(length: number, histories: number): Float64Array {
  const pairs = createMoments(length / MOMENTS_STRIDE);
  if (histories > 0) for (let row = 0; row < length / MOMENTS_STRIDE; row++) momentsAddZeros(pairs, row, histories);
  return pairs;
}

export function mergePairs(into: Float64Array, from: Float64Array): void {
  momentsMerge(into, from);
}

/** (0, 1), (0, 2), …, (1, 2), … */
export function pairsOf(models: number): (readonly [from: number, to: number])[] {
  const pairs: [number, number][] = [];
  for (let from = 0; from < models; from++) for (let to = from + 1; to < models; to++) pairs.push([from, to]);
  return pairs;
}

/**
 * Of the incidents of one replication, together: seconds that they took, and of those whose loss has a length how many
 * and how long.
 */
export interface Lengths {
  recovery: number;
  losses: number;
  lost: number;
}

/**
 * Reads what a replication came to.
 * @param costs currency per second of downtime, and of writes lost
 */
export function readFigures(
  into: Float64Array,
  o: Observation,
  lengths: Lengths,
  costs: { readonly downtimePerSecond: number; readonly dataPerSecond: number },
): void {
  let down = 0;
  let incidents = 0;
  let loss = 0;
  for (let year = 0; year < o.years; year++) {
    down += o.downByYear[year];
    incidents += o.incidentsByYear[year];
    loss += o.lossByYear[year];
  }
  into[FIGURE.down] = down / o.years;
  into[FIGURE.incidents] = incidents / o.years;
  into[FIGURE.recovery] = lengths.recovery / o.years;
  into[FIGURE.loss] = loss / o.years;
  into[FIGURE.cost] = (down * costs.downtimePerSecond + loss * costs.dataPerSecond) / o.years;
  into[FIGURE.losses] = lengths.losses / o.years;
  into[FIGURE.lost] = lengths.lost / o.years;
}

/** Adds one replication of every model. @param figures [model] */
export function addPairs(pairs: Float64Array, figures: readonly Float64Array[]): void {
  let row = 0;
  for (let from = 0; from < figures.length; from++) {
    for (let to = from + 1; to < figures.length; to++, row += ROWS) addPair(pairs, row, figures[from], figures[to]);
  }
}

function addPair(pairs: Float64Array, row: number, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < FIGURE.entries; i++) {
    const more = b[i] - a[i];
    momentsAdd(pairs, row + MORE + i, more > 0 ? more : 0);
    momentsAdd(pairs, row + LESS + i, more < 0 ? -more : 0);
    momentsAdd(pairs, row + OWN + i, a[i]);
    momentsAdd(pairs, row + OWN + FIGURE.entries + i, b[i]);
  }
  const value = (own: number) => (own < FIGURE.entries ? a[own] : b[own - FIGURE.entries]);
  let at = row + SUMS;
  for (const ratio of RATIOS)
    for (let i = 0; i < 4; i++)
      for (let j = i + 1; j < 4; j++) momentsAdd(pairs, at++, value(ratio[i]) + value(ratio[j]));
}

/** A mean over replications, and the variance of a single one. */
export interface Part {
  readonly mean: number;
  readonly variance: number;
  /** Of a single one. */
  readonly most: number;
}

/**
 * What the second of a pair has more of an entry, and what it has less, each in the replications where it has; and
 * their own.
 */
export function difference(
  pairs: Float64Array,
  pair: number,
  entry: number,
): { readonly more: Part; readonly less: Part; readonly first: Part; readonly second: Part } {
  const part = (row: number): Part => {
    const at = pair * ROWS + row;
    return { mean: momentsMean(pairs, at), variance: momentsVariance(pairs, at), most: momentsMax(pairs, at) };
  };
  return {
    more: part(MORE + entry),
    less: part(LESS + entry),
    first: part(OWN + entry),
    second: part(OWN + FIGURE.entries + entry),
  };
}

/**
 * Difference of means over incidents, second less first, each the ratio of two means over replications: the delta
 * method, with all covariances (Law 2015, ch. 9.5.3, has it for one ratio).
 * @returns null where either had no incident; `variance` of a single replication's contribution, `unpaired` as if the
 * two had nothing in common
 */
export function meanDifference(
  pairs: Float64Array,
  pair: number,
  of: MeanOf,
): { readonly mean: number; readonly variance: number; readonly unpaired: number } | null {
  const base = pair * ROWS;
  const rows = ratioRows(of);
  const [sumA, countA, sumB, countB] = rows.map((own) => momentsMean(pairs, base + OWN + own));
  if (!(countA > 0) || !(countB > 0)) return null;
  const [first, second] = [sumA / countA, sumB / countB];
  // Of second − first, by the four means.
  const gradient = [-1 / countA, first / countA, 1 / countB, -second / countB];
  const own = rows.map((row) => momentsVariance(pairs, base + OWN + row));
  let variance = 0;
  let unpaired = 0;
  let at = base + SUMS + MEANS.indexOf(of) * SUMS_OF_MEAN;
  for (let i = 0; i < 4; i++) {
    variance += gradient[i] * gradient[i] * own[i];
    unpaired += gradient[i] * gradient[i] * own[i];
    for (let j = i + 1; j < 4; j++) {
      // Var(X + Y) = Var X + Var Y + 2 Cov(X, Y).
      const covariances = gradient[i] * gradient[j] * (momentsVariance(pairs, at++) - own[i] - own[j]);
      variance += covariances;
      if (i < 2 === j < 2) unpaired += covariances;
    }
  }
  return { mean: second - first, variance: Math.max(0, variance), unpaired: Math.max(0, unpaired) };
}
