import type { RareFigures } from './report-rare.ts';
import type { TrustFigures } from './report-trust.ts';
import type { Estimate, Interval } from './report-estimate.ts';
import type { ExactFigures, ExactIncidents, ExactLosses } from './report-exact.ts';
import type { Refusal } from './theorems.ts';

/**
 * The report, version 1: what `simulate` resolves to and `--format json` prints. Plain data, ready for JSON.
 *
 * Units throughout: seconds for times, the model's currency for money, per year for rates, fractions in [0, 1] for
 * shares. `null` stands where there is nothing to say (a quantile of no incidents). Two runs of the same model with
 * the same options and seed give equal reports, to the last bit, except for `run.seconds` and `run.workers`.
 *
 * A key is never removed or changed within a version.
 */
export interface Report {
  readonly nines: 1;
  readonly kind: 'report';
  readonly model: ModelIdentity;
  readonly run: RunFigures;
  readonly availability: AvailabilityFigures;
  readonly incidents: IncidentFigures;
  readonly recoveryTime: RecoveryFigures;
  readonly dataLoss: LossFigures;
  /** One for each target that the model states, in the order availability, rto, rpo, budget. */
  readonly targets: readonly TargetFigures[];
  readonly cost: CostFigures;
  /** By the service's name, in the model's order. */
  readonly services: Readonly<Record<string, ServiceFigures>>;
  /**
   * What is not calculated for this model, by name, as it uses something that it was not proved for; absent where
   * nothing is.
   */
  readonly refused?: readonly Refusal[];
  /** The model's own experiments, where they were asked for. */
  readonly experiments?: readonly ExperimentFigures[];
  /** What was asserted of the run, in that order; absent where nothing was. */
  readonly assertions?: readonly AssertionFigures[];
}

/** An assertion as it was written, and what became of it. */
export interface AssertionFigures {
  readonly text: string;
  readonly outcome: 'holds' | 'fails' | 'undecided';
  /** null: nothing was seen. */
  readonly value: Loss | null;
  /** A bound that is not known is null. */
  readonly ci95: QuantileInterval<Loss>;
  /** Where it is undecided and more years would not decide it: why, as a sentence. */
  readonly reason?: string;
}

/** What stands where a number would that is beyond any: data was lost with nothing to restore it from. */
export type ForGood = 'for good';

/** Seconds of writes lost. */
export type Loss = number | ForGood;

/** Interval of a quantile from order statistics; a bound that so few observations cannot give is null. */
export type QuantileInterval<T = number> = readonly [T | null, T | null];

export interface Quantiles<T = number> {
  readonly p50: T | null;
  readonly p90: T | null;
  readonly p95: T | null;
  readonly p99: T | null;
}

export interface QuantileIntervals<T = number> {
  readonly p50: QuantileInterval<T>;
  readonly p90: QuantileInterval<T>;
  readonly p95: QuantileInterval<T>;
  readonly p99: QuantileInterval<T>;
}

/** `counts[i]` observations lie in [`edges[i]`, `edges[i + 1]`); one more edge than counts. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

export interface ModelIdentity {
  readonly name: string;
  /** Of the model's text, hexadecimal. */
  readonly sha256: string;
  /** After `--set`, in SI units; a parameter that is a distribution keeps its text. */
  readonly parameters: Readonly<Record<string, number | string>>;
}

export interface RunFigures {
  /** Years simulated and counted, over all replications. */
  readonly years: number;
  readonly replications: number;
  readonly seed: string;
  /** Events processed, warm-up included. */
  readonly events: number;
  /** Wall clock. May differ between two equal runs. */
  readonly seconds: number;
  /** Threads that simulated. May differ between two equal runs. */
  readonly workers: number;
  /** The run ended before it had what was asked for: interrupted, out of time, or still in progress. */
  readonly partial: boolean;
  /** Of nines. */
  readonly version: string;
}

export interface AvailabilityFigures extends Estimate {
  /** −log₁₀(1 − mean); null when no downtime was seen. */
  readonly nines: number | null;
  /** Share of requests answered. */
  readonly requests: Estimate;
  /** Share of time answering nothing at all. */
  readonly out: Estimate;
  /** Share of time answering some requests, enough not to be down. */
  readonly degraded: Estimate;
  readonly downtimePerYear: DowntimeFigures;
  /** Share of years without any downtime. */
  readonly perfectYears: number;
  /** What multiplying independent availabilities gives, for contrast; null where that is refused. */
  readonly arithmetic: number | null;
  /** What the arithmetic lacks to 1, with digits of its own where that is next to nothing. */
  readonly arithmeticUnavailability: number | null;
  /** What it is exactly, where that can be calculated. */
  readonly exact: ExactFigures;
  readonly trust: TrustFigures;
  /** With `method: 'auto'` only. */
  readonly rare?: RareFigures;
}

/** Seconds down in a year; the quantiles are over single years. */
export interface DowntimeFigures extends Estimate, Quantiles {
  readonly max: number | null;
  readonly quantileCi95: QuantileIntervals;
  /** Years by their downtime; the first bin holds those without any. */
  readonly histogram: Histogram;
}

export interface IncidentFigures {
  readonly perYear: Estimate;
  /** Mean time from the end of an incident to the next one's start; null without incidents. */
  readonly mtbf: number | null;
  /** By the failure that began the incident, most downtime first. */
  readonly byCause: readonly CauseFigures[];
  /** By the innermost domain in which that failure stood, empty for what stood outside all; most downtime first. */
  readonly byDomain: readonly (DowntimePart & { readonly domain: string })[];
  /** By the service that was down by itself; where several were, each has its equal part. Most downtime first. */
  readonly byService: readonly (DowntimePart & { readonly service: string })[];
  /** By the stage of the recovery, in the order of `StageName`. */
  readonly byStage: readonly (DowntimePart & { readonly stage: StageName })[];
  /**
   * By how many failures were on, in what was then down, when the incident began: 0 (a failback, a failover that nobody
   * needed), 1, 2, and 3 for three and more.
   */
  readonly byFailures: readonly (DowntimePart & { readonly failures: number; readonly incidentsPerYear: number })[];
  /** What they are exactly; absent where that cannot be calculated. */
  readonly exact?: ExactIncidents;
}

/** A part of the downtime. The parts of one list add up to the whole. */
export interface DowntimePart {
  /** Seconds. */
  readonly downtimePerYear: number;
  readonly ci95: Interval;
  /** Of all downtime. */
  readonly share: number;
}

export interface CauseFigures {
  /** As `eu-west-1a/outage` or `db/crash`. */
  readonly cause: string;
  readonly incidentsPerYear: number;
  readonly downtimePerYear: number;
  /** Of all downtime; the shares of all causes add up to 1. */
  readonly share: number;
  /** Its incidents by their length, and by the writes lost in them. */
  readonly recoveryTime: Histogram;
  readonly dataLoss: Histogram;
  readonly ci95: { readonly incidentsPerYear: Interval; readonly downtimePerYear: Interval };
}

/** Length of incidents, held against the RTO. */
export interface RecoveryFigures extends Quantiles {
  /** Incidents seen. */
  readonly count: number;
  /**
   * Those of them that had not ended when they were followed no further, which is 100 years past the simulated ones, or
   * as many events later as the history has (a million at least). They have no length: quantiles and the maximum that
   * fall among them are null, and so are the means, which nobody knows then.
   */
  readonly censored: number;
  readonly mean: number | null;
  /** Of the mean. */
  readonly ci95: Interval | null;
  readonly max: number | null;
  readonly quantileCi95: QuantileIntervals;
  /** Share of incidents that were over within the RTO; null without an RTO or without incidents. */
  readonly withinTarget: number | null;
  readonly histogram: Histogram;
  /** Mean seconds that an incident spent in each stage; together they are the mean. Null without incidents. */
  readonly stages: Stages | null;
  /** Of each of these means; null with fewer than two incidents. */
  readonly stagesCi95: Readonly<Record<StageName, Interval>> | null;
}

/**
 * Stages of a recovery. Where several services are in one at a time, the first of restore, promote, decide, detect,
 * redirect, warmUp that any of them is in counts. promote: with attempts that failed, and elections; warmUp: restarts,
 * and members waiting to be taken back into rotation; repair: nothing of these, somebody or something is being
 * repaired.
 */
export type StageName = 'detect' | 'decide' | 'promote' | 'restore' | 'redirect' | 'warmUp' | 'repair';
export type Stages = Readonly<Record<StageName, number>>;

/** Seconds of writes lost in an incident, held against the RPO. */
export interface LossFigures extends Quantiles<Loss> {
  /** Incidents seen. */
  readonly count: number;
  /** Share of incidents that lost nothing; null without incidents. */
  readonly zero: number | null;
  /**
   * Share of incidents that lost data for good. With any of them the mean and the maximum are for good, and so is a
   * quantile that falls among them.
   */
  readonly permanent: number | null;
  readonly mean: Loss | null;
  /** Of the mean. */
  readonly ci95: readonly [Loss, Loss] | null;
  readonly max: Loss | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
  /** Share of incidents that lost no more than the RPO; null without an RPO or without incidents. */
  readonly withinTarget: number | null;
  readonly histogram: Histogram;
  /** Seconds of writes lost in a year; for good where any of it is. */
  readonly perYear: Loss;
  readonly perYearCi95: readonly [Loss, Loss];
  /** The same without what is lost for good: what `losses.data` puts a price on. */
  readonly restorablePerYear: Estimate;
  /** Times a year that data is lost with nothing to restore it from. */
  readonly permanentPerYear: Estimate;
  /**
   * The service whose data failures can take with all copies and backups, where none of these years saw that: however
   * rare it is, it makes every mean of losses for good, so their intervals have no upper end. Absent where it was seen,
   * and where the model leaves no room for it.
   */
  readonly atRisk?: string;
  /** Exactly, where that can be calculated and some failure destroys data. */
  readonly exact?: ExactLosses;
}

export type Verdict = 'met' | 'missed' | 'undecided';

export interface TargetFigures {
  readonly target: 'availability' | 'rto' | 'rpo' | 'budget';
  readonly goal: number;
  /** availability: the mean; rto, rpo: the p95 of incidents; budget: the infrastructure's cost a year. */
  readonly value: Loss | null;
  readonly ci95: QuantileInterval<Loss> | null;
  /** Share of single years in which the target was met. */
  readonly yearsMet: number | null;
  readonly verdict: Verdict;
}

/** Per year, in the model's currency. */
export interface CostFigures {
  readonly currency: string;
  /** Running costs: exact, not an estimate. The first member, and the first site, count as the active one. */
  readonly infrastructure: number;
  /**
   * In the model's order; what a domain costs by itself is in none of them. Backups count for a service's first site.
   */
  readonly byService: readonly { readonly service: string; readonly perYear: number }[];
  /**
   * By the innermost domain, empty for what is outside all. Backups and transfer count where the copy is that they
   * make.
   */
  readonly byDomain: readonly { readonly domain: string; readonly perYear: number }[];
  /** compute, storage, transfer, backup, fixed, in this order: those that cost anything. */
  readonly byKind: readonly { readonly kind: CostKind; readonly perYear: number }[];
  /** Part of `infrastructure`: what passive members, and all members of passive sites, cost to run. */
  readonly standby: number;
  /** Expected losses. */
  readonly downtime: number;
  readonly dataLoss: number;
  /** Infrastructure and expected losses. */
  readonly total: number;
  /**
   * Infrastructure relative to the same system without its redundancy: where the entry works on sites or depends on
   * what does, its first site alone with all members, nothing sent between sites, no backups, and without what other
   * sites' domains cost; otherwise the `required` members of each service (one of active-passive) with one copy of its
   * data, nothing replicated, no backups. What else services and domains cost by themselves remains. null where nothing
   * costs anything.
   */
  readonly relative: number | null;
  readonly ci95: { readonly downtime: Interval; readonly dataLoss: Interval; readonly total: Interval };
  /**
   * Where lost data has a price (`losses.data`) and some is lost for good, which no price covers: `dataLoss` and
   * `total` are then what can be restored costs, and no upper bound on either is kept. possible: it may be, and these
   * years did not see it.
   */
  readonly forGood?: 'seen' | 'possible';
}

export type CostKind = 'compute' | 'storage' | 'transfer' | 'backup' | 'fixed';

export interface ServiceFigures {
  readonly availability: Estimate;
  readonly downtimePerYear: Estimate;
  /** Of the times that this service was down: how long, and how many seconds of writes were lost in it. */
  readonly recoveryTime: ServiceQuantiles;
  readonly dataLoss: ServiceQuantiles<Loss>;
  /**
   * The published tier (1 to 4) that both p95 reach; null: none of them, or where it was never down in the run nobody
   * knows.
   */
  readonly tier: Tier | null;
}

/**
 * Known to 6%, from bins of that width: the lower edge of the bin, so that where all take 15 min exactly, the figure is
 * not above it. null without samples.
 */
export interface ServiceQuantiles<T = number> {
  /** Times that it was down. */
  readonly count: number;
  readonly p50: T | null;
  readonly p95: T | null;
}

export type Tier = 1 | 2 | 3 | 4;

/** What `nines experiment` prints with `--format json`, and `experiment` resolves to. */
export interface ExperimentsReport {
  readonly nines: 1;
  readonly kind: 'experiments';
  readonly model: ModelIdentity;
  /** Over all experiments; a replication is a run, and no years are counted. */
  readonly run: RunFigures;
  readonly experiments: readonly ExperimentFigures[];
}

/**
 * What followed. Recovery time and data loss are of the runs in which users noticed something (or something was lost);
 * in how many that was, and how many met the targets, is told of all runs.
 */
export interface ExperimentFigures {
  readonly name: string;
  /** What was done, as `fail us-east-1 for 1 day`. */
  readonly what: string;
  readonly runs: number;
  /** Share of runs in which the entry was down. */
  readonly noticed: Estimate;
  /** Share of runs that ended with the entry serving and nothing lost for good. */
  readonly recovered: Estimate;
  readonly recoveryTime: RecoveryFigures;
  readonly dataLoss: ExperimentLossFigures;
  /** Share of runs in which data was lost for good. */
  readonly permanentLoss: Estimate;
  /** rto and rpo, where the model states them. */
  readonly targets: readonly ExperimentTarget[];
  /**
   * The service whose active the faults struck in some runs and only its standbys in others, and the share of the
   * latter; absent where they strike the same in all runs.
   */
  readonly wandered?: { readonly service: string; readonly standbyStruck: number };
}

/** As of a run, without the rates per year. */
export type ExperimentLossFigures = Omit<
  LossFigures,
  'atRisk' | 'exact' | 'perYear' | 'perYearCi95' | 'restorablePerYear' | 'permanentPerYear'
>;

export interface ExperimentTarget {
  readonly target: 'rto' | 'rpo';
  /** Seconds. */
  readonly goal: number;
  /**
   * p95 of the runs in which users noticed, or that lost something; 0 where there are none; null: so many did not
   * recover.
   */
  readonly value: Loss | null;
  readonly ci95: QuantileInterval<Loss> | null;
  /** Share of all runs within the goal, those that nobody noticed included. */
  readonly runsMet: number;
  /**
   * Met when 95 of 100 of the runs in which users noticed are within the goal, or when enough of them show that nobody
   * notices.
   */
  readonly verdict: Verdict;
}
