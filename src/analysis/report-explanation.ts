import type { Difference, Estimate, Report } from './report.ts';
import type { CutSet, ImportanceFigures, SinglePoint } from './report-structure.ts';

/** What `nines explain` prints with `--format json`, and `explain` resolves to. Conventions as in `report.ts`. */
export interface Explanation {
  readonly nines: 1;
  readonly kind: 'explanation';
  /** The model as it is. */
  readonly report: Report;
  readonly singlePoints: readonly SinglePoint[];
  /** Minimal cut sets of one to three elements, the likeliest first. */
  readonly cutSets: readonly CutSet[];
  /** Most important first. */
  readonly importance: readonly ImportanceFigures[];
  readonly gap: GapFigures;
  /** null: not asked for. */
  readonly sensitivity: SensitivityFigures | null;
  /** Absent: not asked for. */
  readonly patterns?: PatternFigures;
}

/** What the patterns that fit the model would do to it, each living through the same history as the model as it is. */
export interface PatternFigures {
  /** Years that each has, once it is not rough any more. */
  readonly years: number;
  /** How many fit; with fewer in `effects` the run was ended early, or has not come so far. */
  readonly asked: number;
  /** Those that fit beyond the number that is asked about. */
  readonly leftOut: number;
  /** The best first: those that take most off the downtime, then those that save most. */
  readonly effects: readonly PatternEffect[];
}

export interface PatternEffect {
  /** `warm-standby`; with `on` it names one. */
  readonly id: string;
  readonly title: string;
  /** What it is, in a line. */
  readonly line: string;
  /** The service that it is about; null: the whole. */
  readonly on: string | null;
  /** What it changes, in sentences. */
  readonly says: string;
  /** The same in the model's text: what stands between two places, by number of characters, is replaced. */
  readonly patch: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
  /** Simulated of it and of the model as it is. */
  readonly years: number;
  /** It has had a part of the years that it is to have. */
  readonly rough: boolean;
  readonly availability: Difference;
  /** Seconds a year against the model as it is. */
  readonly downtimePerYear: Difference;
  /** Seconds of writes a year; null where one of them lost data for good. */
  readonly dataLossPerYear: Difference | null;
  /** Total a year, running cost and expected losses; and running it alone, which is known exactly. */
  readonly cost: Difference;
  readonly runningCostPerYear: number;
  /** −log10 of the unavailability, with it less without it; null where one was never down. */
  readonly nines: number | null;
}

/** From the bare arithmetic to what the simulation says, one reality after the other, all in the same history. */
export interface GapFigures {
  /**
   * In the order of `GapStepName`; the last one's downtime is the report's, to the last bit. None where the bare
   * arithmetic is refused.
   */
  readonly steps: readonly GapStep[];
}

/**
 * arithmetic: independent failures, instant detection, perfect failover, any one member is enough; sharedDomains: what
 * fails together; detection: health checks, noticing that the active is gone; failoverTime: deciding, promoting,
 * redirecting, electing, restarting, failing back; failoverFailure: promotions that fail, failovers that nobody needed;
 * capacity: the members that are `required`; shocks: what strikes across the tree; data: replication, lost data,
 * restores; maintenance: planned work; deploys: changes that are bad; waits: for people, parts, what they need; chance:
 * what these years happen to be off by, as the level of `sharedDomains` is calculated and not sampled (no such step
 * where it cannot be).
 */
export type GapStepName =
  | 'arithmetic'
  | 'sharedDomains'
  | 'detection'
  | 'failoverTime'
  | 'failoverFailure'
  | 'capacity'
  | 'shocks'
  | 'maintenance'
  | 'deploys'
  | 'data'
  | 'waits'
  | 'chance';

export interface GapStep {
  readonly step: GapStepName;
  /** Of the model with everything up to this step. Of arithmetic, without an interval: both bounds are the mean. */
  readonly availability: Estimate;
  /** Seconds. */
  readonly downtimePerYear: Estimate;
  /**
   * Seconds down a year that this step adds (below zero: takes off), paired with the step before; null for the first.
   * That of sharedDomains, the first one simulated, holds what the sample happens to be off as well.
   */
  readonly added: Estimate | null;
  /** Nothing in the model belongs to this step: it adds exactly nothing. */
  readonly absent: boolean;
}

/**
 * What each input does to downtime and cost when it is divided and multiplied by the factor, or goes from end to end of
 * where the model says that it may lie, everything else the same. What is ours to decide is none.
 */
export interface SensitivityFigures {
  readonly factor: number;
  /** Simulated of the model as it is, and of each change of it. */
  readonly years: number;
  /**
   * How many inputs are asked for; with fewer in `inputs` the run was ended early, and these are the ones most told by.
   */
  readonly asked: number;
  /** The largest effect on downtime first. */
  readonly inputs: readonly SensitivityInput[];
}

export interface SensitivityInput {
  /**
   * `detect` (a parameter), `eu-west-1a/outage mtbf`, `postgres/crash mttr`, `db failover.promote`, `on-call people`,
   * `disk spares.stock`. Numbers of people and parts are whole: divided and multiplied by the factor, and one more at
   * least.
   */
  readonly name: string;
  readonly kind: 'parameter' | 'mtbf' | 'mttr' | 'delay' | 'people' | 'stock';
  /** SI; of a distribution its mean. */
  readonly value: number;
  /** The SI unit as the language writes it, empty for a plain number. */
  readonly unit: string;
  /** Its ends are where the model says that it may lie, and not by the factor; absent: by the factor. */
  readonly byRange?: true;
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
}

export interface SensitivityEnd {
  /**
   * As `SensitivityInput.value`: divided, or multiplied, by the factor, or where the model says that it ends; nearer to
   * it where the language allows no more (a share is at most 1), and the same where nothing else is allowed.
   */
  readonly value: number;
  /** Seconds a year against the model as it is. */
  readonly downtimePerYear: Difference;
  /** Total cost a year. */
  readonly cost: Difference;
}
