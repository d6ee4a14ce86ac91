import { cautiousVariance, HIGH, lookAt, LOW, selectionConstant, ZONES } from '../../statistics/selection.ts';
import type { Standing } from './constraints.ts';
import type { Series } from './series.ts';

/*
 * Healey, Andradóttir & Kim (2014, "Selection procedures for simulations with multiple constraints under independent
 * and correlated sampling", ACM TOMACS 24:14), after Andradóttir & Kim (2010, Naval Research Logistics 57:403-421):
 * each candidate is held against its constraints (F_B of Batur & Kim 2010) while every two of them are held against
 * each other (KN of Kim & Nelson 2001), and one that is beaten is out once the one that beat it is feasible.
 *
 * Its error: the best is lost if it fails one of its s constraints wrongly, or if one of the k − 1 others wrongly stays
 * and beats it. Of another only one error can do that: it is either not feasible, and has to pass wrongly what it
 * violates, or it is worse, and has to win wrongly. So s + k − 1 decisions matter, whatever depends on what
 * (Bonferroni).
 */

/** Of one candidate, all in the direction in which less is better. */
export interface Contestant {
  readonly objective: Series;
  /** One for each constraint: its mean is at most 0 where the constraint is met. */
  readonly excesses: readonly Series[];
  /** Of one more event in an observation: at least, at most. */
  readonly objectiveEvent: readonly [number, number];
  readonly excessEvents: readonly (readonly [number, number])[];
  /** ε of each constraint: that near to 0 either answer will do. */
  readonly tolerances: readonly number[];
  /** Of each constraint: what its observations so far do not say by themselves; see `Test.standing`. */
  standing(constraint: number): Standing | null;
}

export type Feasibility = 'met' | 'missed' | 'undecided';

interface ContestInput {
  readonly candidates: number;
  readonly constraints: number;
  /** Of all decisions together. */
  readonly error: number;
  /** n₀. */
  readonly first: number;
  /** Each candidate's objective is at least that, exactly; null: nothing is known. */
  readonly bounds: readonly number[] | null;
}

export interface Contest {
  /** Of each boundary that a decision has. */
  readonly errorPerDecision: number;
  /** δ, before the first comparison. */
  setIndifference(zone: number): void;
  /** A candidate with its first observations. */
  join(candidate: number, contestant: Contestant): void;
  /** Out for a reason that needs no observations. */
  exclude(candidate: number, beatenBy: number | null): void;
  /** Decides what can be decided, with what all of them have now. */
  look(): void;
  /** Those that have joined and are not out, ascending. */
  alive(): number[];
  isAlive(candidate: number): boolean;
  isFeasible(candidate: number): boolean;
  beatenBy(candidate: number): number | null;
  feasibility(candidate: number): readonly Feasibility[];
  /** Those alive whose further observations can decide something; others wait for these. */
  needed(): number[];
  /** Whether a candidate that is not simulated cannot be better than this one, by its bound. */
  excels(candidate: number, bound: number): boolean;
}

export function createContest({ candidates, constraints, error, first, bounds }: ContestInput): Contest {
  // A candidate may meet a rival's bound before it meets the rival: two decisions.
  const decisions = constraints + (bounds === null ? 1 : 2) * (candidates - 1);
  const errorPerDecision = error / Math.max(1, decisions) / ZONES;
  const constant = selectionConstant(errorPerDecision, first);
  // Held against a bound from one side only, for which KN's is twice the chance.
  const boundConstant = selectionConstant(errorPerDecision / 2, first);
  const contestants: (Contestant | undefined)[] = new Array(candidates);
  const out = new Uint8Array(candidates);
  const beatenBy = new Int32Array(candidates).fill(-1);
  const verdicts: Feasibility[][] = Array.from({ length: candidates }, () => new Array(constraints).fill('undecided'));
  const checks: number[][] = Array.from({ length: candidates }, () => new Array(constraints).fill(0));
  // Above the diagonal, row by row: of the smaller index less the larger one.
  const pairs = new Uint8Array((candidates * (candidates - 1)) / 2);
  let living: number[] = [];
  let zone: number | null = null;

  const pairOf = (i: number, j: number) => (i * (2 * candidates - i - 1)) / 2 + (j - i - 1);
  const isAlive = (i: number) => contestants[i] !== undefined && out[i] === 0;
  const isFeasible = (i: number) => verdicts[i].every((verdict) => verdict === 'met');
  /** Whether j has been found better than i. */
  const isBetter = (j: number, i: number) =>
    i < j ? (pairs[pairOf(i, j)] & HIGH) !== 0 : (pairs[pairOf(j, i)] & LOW) !== 0;
  const isOpen = (i: number, j: number) => (pairs[i < j ? pairOf(i, j) : pairOf(j, i)] & (LOW | HIGH)) === 0;

  function checkFeasibility(i: number): void {
    const { excesses, excessEvents, tolerances, standing } = contestants[i]!;
    excesses.forEach((excess, at) => {
      if (verdicts[i][at] !== 'undecided') return;
      const known = standing(at);
      if (known === 'met' || known === 'missed') verdicts[i][at] = known;
      if (known !== null && known !== 'neverMet') return;
      const variance = cautiousVariance((r) => excess.at(r), first, ...excessEvents[at]);
      const state = lookAt(checks[i][at], excess.sum(excess.length), excess.length, constant, variance, tolerances[at]);
      checks[i][at] = state;
      if ((state & LOW) !== 0) verdicts[i][at] = known === 'neverMet' ? 'undecided' : 'met';
      else if ((state & HIGH) !== 0) verdicts[i][at] = 'missed';
    });
    if (verdicts[i].includes('missed')) out[i] = 1;
  }

  /** @param i less than j */
  function comparePair(i: number, j: number): void {
    const at = pairOf(i, j);
    if ((pairs[at] & (LOW | HIGH)) !== 0) return;
    const {
      objective: a,
      objectiveEvent: [leastA, mostA],
    } = contestants[i]!;
    const {
      objective: b,
      objectiveEvent: [leastB, mostB],
    } = contestants[j]!;
    const r = Math.min(a.length, b.length);
    const variance = cautiousVariance(
      (each) => a.at(each) - b.at(each),
      first,
      Math.max(leastA, leastB),
      Math.max(mostA, mostB),
    );
    pairs[at] = lookAt(pairs[at], a.sum(r) - b.sum(r), r, constant, variance, zone!);
  }

  function eliminate(): void {
    for (const i of living) {
      const by = living.find((j) => j !== i && out[j] === 0 && isFeasible(j) && isBetter(j, i));
      if (by === undefined) continue;
      out[i] = 1;
      beatenBy[i] = by;
    }
    living = living.filter((i) => out[i] === 0);
  }

  return {
    errorPerDecision,
    setIndifference(given) {
      zone = given;
    },
    join(candidate, contestant) {
      contestants[candidate] = contestant;
      checkFeasibility(candidate);
      if (out[candidate] === 1) return;
      living.push(candidate);
      if (living.at(-2)! > candidate) living.sort((a, b) => a - b);
    },
    exclude(candidate, by) {
      out[candidate] = 1;
      beatenBy[candidate] = by ?? -1;
      living = living.filter((i) => i !== candidate);
    },
    look() {
      for (const i of living) checkFeasibility(i);
      living = living.filter((i) => out[i] === 0);
      if (zone === null) return;
      for (let a = 0; a < living.length; a++)
        for (let b = a + 1; b < living.length; b++) comparePair(living[a], living[b]);
      eliminate();
    },
    alive: () => living,
    isAlive,
    isFeasible,
    beatenBy: (i) => (beatenBy[i] < 0 ? null : beatenBy[i]),
    feasibility: (i) => verdicts[i],
    needed() {
      const lengthOf = (i: number) => contestants[i]!.objective.length;
      const useful = living.filter(
        (i) => !isFeasible(i) || living.some((j) => j !== i && isOpen(i, j) && lengthOf(i) <= lengthOf(j)),
      );
      // Whoever is beaten by one whose own constraints are open is probably out soon.
      const ahead = useful.filter((i) => !living.some((j) => j !== i && isBetter(j, i)));
      return ahead.length > 0 ? ahead : useful;
    },
    excels(candidate, bound) {
      if (zone === null || !isAlive(candidate) || !isFeasible(candidate)) return false;
      const { objective, objectiveEvent } = contestants[candidate]!;
      const r = objective.length;
      const variance = cautiousVariance((each) => objective.at(each), first, ...objectiveEvent);
      return (lookAt(0, objective.sum(r) - r * bound, r, boundConstant, variance, zone) & LOW) !== 0;
    },
  };
}
