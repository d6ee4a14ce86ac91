import type { FigureKind } from '../units/kind.ts';
import type { Estimate, Interval, ModelIdentity, RunFigures } from './report.ts';

/** What `nines optimize` prints with `--format json`, and `optimize` resolves to. Conventions as of `Report`. */
export interface OptimizationReport {
  readonly nines: 1;
  readonly kind: 'optimization';
  /** The alternatives, in the order given, each with what is varied of it. */
  readonly models: readonly OptimizedModel[];
  readonly currency: string;
  /** Over all candidates. `partial`: ended before everything was decided, by the clock or by hand. */
  readonly run: RunFigures;
  readonly asked: OptimizationWishes;
  readonly procedure: ProcedureFigures;
  /**
   * found: `best` is the best of the feasible ones, with the procedure's guarantee. infeasible: none of them is
   * feasible. undecided: the years, or the time, did not tell.
   */
  readonly outcome: 'found' | 'infeasible' | 'undecided';
  /** Index into `candidates`; null unless found. */
  readonly best: number | null;
  /** Where undecided: the one with the best estimate among those that are still open; null where there is none. */
  readonly leading: number | null;
  /** All of them: model after model, in each the last parameter fastest. */
  readonly candidates: readonly CandidateFigures[];
  /**
   * Those that no other simulated one excels in availability without costing more in total, nor in total without being
   * less available, by their estimates; the cheapest first. Whatever the constraints are.
   */
  readonly frontier: readonly FrontierFigures[];
  readonly spent: SpentFigures;
}

export interface OptimizedModel extends ModelIdentity {
  /** The parameters that are varied of it, the last one fastest. */
  readonly vary: readonly string[];
  /** All values of each, in their order: SI numbers, or the text of a distribution. */
  readonly values: Readonly<Record<string, readonly (number | string)[]>>;
  /** The SI unit of each as the language writes it, empty for a plain number; null where a value is a distribution. */
  readonly units: Readonly<Record<string, string | null>>;
}

export interface OptimizationWishes {
  readonly goal: 'minimize' | 'maximize';
  /** The objective: a figure's name, as `--assert` has it. */
  readonly figure: string;
  readonly kind: FigureKind;
  readonly constraints: readonly ConstraintWish[];
  /** The most years that one candidate may take. */
  readonly years: number;
  /** As asked for: a share of the best objective, or an amount of it. */
  readonly indifference: { readonly share: number | null; readonly amount: number | null };
  /** Share of a goal within which either answer will do. */
  readonly tolerance: number;
}

export interface ConstraintWish {
  /** As it was written. */
  readonly text: string;
  /** The figure's name, as `--assert` has it. */
  readonly figure: string;
  readonly kind: FigureKind;
  readonly operator: '>=' | '<=';
  /** SI units; per year where the figure is. */
  readonly goal: number;
  /**
   * What is tested in the figure's place, as the procedure is one for means: a quantile is within its goal where the
   * share of what is within the goal is at least its probability.
   */
  readonly statistic: 'mean' | 'shareWithin';
}

/** What was promised, and what it was computed with. */
export interface ProcedureFigures {
  readonly name: string;
  /** The chance of a correct selection, at least. */
  readonly confidence: number;
  /** By how much the best has to be better for that, in the objective's unit; null before anything was simulated. */
  readonly indifference: number | null;
  /** Replications are grouped into observations of so many years. */
  readonly yearsPerObservation: number;
  /** Of each candidate before the first decision. */
  readonly firstObservations: number;
  /** Chance of error at each boundary of each single decision (Bonferroni). */
  readonly errorPerDecision: number;
  /** KN's η and h², with c = 1. */
  readonly eta: number;
  readonly hSquared: number;
  /** What holds only approximately, in sentences. */
  readonly approximations: readonly string[];
}

/** beaten: another feasible one is better. undecided: it may still be the best. */
export type CandidateState = 'best' | 'beaten' | 'infeasible' | 'undecided';

export interface CandidateFigures {
  /** Index into `models`. */
  readonly model: number;
  /** What is varied: SI numbers, or the text of a distribution. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** For people: `web_replicas = 4, zone_mtbf = 2 years`; the model's name where nothing of it is varied. */
  readonly name: string;
  readonly state: CandidateState;
  /** By which feasible candidate it was beaten; null where it was not. */
  readonly beatenBy: number | null;
  /**
   * What decided without a look at its years: infrastructure above a budget, or above the total of a feasible one. If
   * there are years all the same, they are there for the frontier.
   */
  readonly ruledOutBy: 'infrastructure' | null;
  /** 0: nothing was simulated, and there are no estimates. */
  readonly years: number;
  readonly replications: number;
  /** Incidents seen in them. */
  readonly incidents: number;
  readonly availability: Estimate | null;
  /** Seconds. */
  readonly downtimePerYear: Estimate | null;
  /** A year. Infrastructure is exact; the total is null where nothing was simulated, and is at least that much. */
  readonly cost: { readonly infrastructure: number; readonly total: Estimate | null };
  /** The objective. */
  readonly objective: Estimate | null;
  /** One for each of `asked.constraints`. */
  readonly constraints: readonly ConstraintFigures[];
  /** Of the best and of those on the frontier, where nobody knows all inputs and something is asked. */
  readonly doubt?: CandidateDoubt;
}

/** In how many worlds a candidate keeps to what is asked: the same worlds for all. */
export interface CandidateDoubt {
  readonly worlds: number;
  /** Of each world. */
  readonly years: number;
  /** To all of it, and to each of `asked.constraints`; null: nothing was seen to hold against it. */
  readonly chance: number | null;
  readonly constraints: readonly (number | null)[];
}

export interface ConstraintFigures {
  /** By the procedure; of a candidate that is out, as far as it was looked at. */
  readonly verdict: 'met' | 'missed' | 'undecided';
  /** The figure, or of a quantile the share within the goal; null where there was nothing to measure. */
  readonly value: number | null;
  /** 95%, of this one alone. */
  readonly ci95: Interval | null;
}

export interface FrontierFigures {
  readonly candidate: number;
  /** By the 95% intervals of the differences over the same history, no other simulated one excels it in both. */
  readonly isCertain: boolean;
}

export interface SpentFigures {
  readonly years: number;
  /** What all candidates would have taken had each been given as many as the one that took most. */
  readonly equalYears: number;
  /** Share of that which was saved. */
  readonly saved: number;
  /** Candidates that needed no years for the decision. */
  readonly ruledOut: number;
}
