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

export class Contest {
  /** Of each boundary that a decision has. */
  readonly errorPerDecision: number;
  private readonly candidates: number;
  private readonly first: number;
  private readonly constant: number;
  /** Held against a bound from one side only, for which KN's is twice the chance. */
  private readonly boundConstant: number;
  private readonly contestants: (Contestant | undefined)[];
  private readonly out: Uint8Array;
  /** −1: by nobody. */
  private readonly beaten: Int32Array;
  private readonly verdicts: readonly Feasibility[][];
  private readonly checks: readonly number[][];
  /** Above the diagonal, row by row: of the smaller index less the larger one. */
  private readonly pairs: Uint8Array;
  private living: number[] = [];
  private zone: number | null = null;

  constructor({ candidates, constraints, error, first, bounds }: ContestInput) {
    // A candidate may meet a rival's bound before it meets the rival: two decisions.
    const decisions = constraints + (bounds === null ? 1 : 2) * (candidates - 1);
    this.errorPerDecision = error / Math.max(1, decisions) / ZONES;
    this.candidates = candidates;
    this.first = first;
    this.constant = selectionConstant(this.errorPerDecision, first);
    this.boundConstant = selectionConstant(this.errorPerDecision / 2, first);
    this.contestants = new Array(candidates);
    this.out = new Uint8Array(candidates);
    this.beaten = new Int32Array(candidates).fill(-1);
    this.verdicts = Array.from({ length: candidates }, () => new Array(constraints).fill('undecided'));
    this.checks = Array.from({ length: candidates }, () => new Array(constraints).fill(0));
    this.pairs = new Uint8Array((candidates * (candidates - 1)) / 2);
  }

  /** δ, before the first comparison. */
  setIndifference(zone: number): void {
    this.zone = zone;
  }

  /** A candidate with its first observations. */
  join(candidate: number, contestant: Contestant): void {
    this.contestants[candidate] = contestant;
    this.checkFeasibility(candidate);
    if (this.out[candidate] === 1) return;
    this.living.push(candidate);
    if (this.living.at(-2)! > candidate) this.living.sort((a, b) => a - b);
  }

  /** Out for a reason that needs no observations. */
  exclude(candidate: number, beatenBy: number | null): void {
    this.out[candidate] = 1;
    this.beaten[candidate] = beatenBy ?? -1;
    this.living = this.living.filter((i) => i !== candidate);
  }

  /** Decides what can be decided, with what all of them have now. */
  look(): void {
    for (const i of this.living) this.checkFeasibility(i);
    this.living = this.living.filter((i) => this.out[i] === 0);
    if (this.zone === null) return;
    for (let a = 0; a < this.living.length; a++) {
      for (let b = a + 1; b < this.living.length; b++) this.comparePair(this.living[a], this.living[b]);
    }
    this.eliminate();
  }

  /** Those that have joined and are not out, ascending. */
  alive(): number[] {
    return this.living;
  }

  beatenBy(i: number): number | null {
    return this.beaten[i] < 0 ? null : this.beaten[i];
  }

  feasibility(i: number): readonly Feasibility[] {
    return this.verdicts[i];
  }

  /** Those alive whose further observations can decide something; others wait for these. */
  needed(): number[] {
    const lengthOf = (i: number) => this.contestants[i]!.objective.length;
    const useful = this.living.filter(
      (i) => !this.isFeasible(i) || this.living.some((j) => j !== i && this.isOpen(i, j) && lengthOf(i) <= lengthOf(j)),
    );
    // Whoever is beaten by one whose own constraints are open is probably out soon.
    const ahead = useful.filter((i) => !this.living.some((j) => j !== i && this.isBetter(j, i)));
    return ahead.length > 0 ? ahead : useful;
  }

  /** Whether a candidate that is not simulated cannot be better than this one, by its bound. */
  excels(candidate: number, bound: number): boolean {
    if (this.zone === null || !this.isAlive(candidate) || !this.isFeasible(candidate)) return false;
    const { objective, objectiveEvent } = this.contestants[candidate]!;
    const r = objective.length;
    const variance = cautiousVariance((each) => objective.at(each), this.first, ...objectiveEvent);
    return (lookAt(0, objective.sum(r) - r * bound, r, this.boundConstant, variance, this.zone) & LOW) !== 0;
  }

  private pairOf(i: number, j: number): number {
    return (i * (2 * this.candidates - i - 1)) / 2 + (j - i - 1);
  }

  isAlive(i: number): boolean {
    return this.contestants[i] !== undefined && this.out[i] === 0;
  }

  isFeasible(i: number): boolean {
    return this.verdicts[i].every((verdict) => verdict === 'met');
  }

  /** Whether j has been found better than i. */
  private isBetter(j: number, i: number): boolean {
    return i < j ? (this.pairs[this.pairOf(i, j)] & HIGH) !== 0 : (this.pairs[this.pairOf(j, i)] & LOW) !== 0;
  }

  private isOpen(i: number, j: number): boolean {
    return (this.pairs[i < j ? this.pairOf(i, j) : this.pairOf(j, i)] & (LOW | HIGH)) === 0;
  }

  private checkFeasibility(i: number): void {
    const { excesses, excessEvents, tolerances, standing } = this.contestants[i]!;
    excesses.forEach((excess, at) => {
      if (this.verdicts[i][at] !== 'undecided') return;
      const known = standing(at);
      if (known === 'met' || known === 'missed') this.verdicts[i][at] = known;
      if (known !== null && known !== 'neverMet') return;
      const variance = cautiousVariance((r) => excess.at(r), this.first, ...excessEvents[at]);
      const state = lookAt(
        this.checks[i][at],
        excess.sum(excess.length),
        excess.length,
        this.constant,
        variance,
        tolerances[at],
      );
      this.checks[i][at] = state;
      if ((state & LOW) !== 0) this.verdicts[i][at] = known === 'neverMet' ? 'undecided' : 'met';
      else if ((state & HIGH) !== 0) this.verdicts[i][at] = 'missed';
    });
    if (this.verdicts[i].includes('missed')) this.out[i] = 1;
  }

  /** @param i less than j */
  private comparePair(i: number, j: number): void {
    const at = this.pairOf(i, j);
    if ((this.pairs[at] & (LOW | HIGH)) !== 0) return;
    const {
      objective: a,
      objectiveEvent: [leastA, mostA],
    } = this.contestants[i]!;
    const {
      objective: b,
      objectiveEvent: [leastB, mostB],
    } = this.contestants[j]!;
    const r = Math.min(a.length, b.length);
    const variance = cautiousVariance(
      (each) => a.at(each) - b.at(each),
      this.first,
      Math.max(leastA, leastB),
      Math.max(mostA, mostB),
    );
    this.pairs[at] = lookAt(this.pairs[at], a.sum(r) - b.sum(r), r, this.constant, variance, this.zone!);
  }

  private eliminate(): void {
    for (const i of this.living) {
      const by = this.living.find((j) => j !== i && this.out[j] === 0 && this.isFeasible(j) && this.isBetter(j, i));
      if (by === undefined) continue;
      this.out[i] = 1;
      this.beaten[i] = by;
    }
    this.living = this.living.filter((i) => this.out[i] === 0);
  }
}
