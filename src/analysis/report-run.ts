import type { PlannedFigures } from './report-planned.ts';
import type { RareFigures } from './report-rare.ts';
import type { AvailabilityDoubt, DoubtFigures } from './report-doubt.ts';
import type { TrustFigures } from './report-trust.ts';
import type { Estimate, Interval } from './report-estimate.ts';
import type { ExactFigures, ExactIncidents } from './report-exact.ts';
import type { ExperimentFigures } from './report-experiments.ts';
import type { MissionFigures } from './report-mission.ts';
import type { SlaFigures, WindowFigures } from './report-sla.ts';
import type { TargetFigures } from './report-targets.ts';
import type { TeamFigures } from './report-teams.ts';
import type {
  Histogram,
  Loss,
  LossFigures,
  QuantileInterval,
  QuantileIntervals,
  Quantiles,
  RecoveryFigures,
  StageName,
} from './report-times.ts';
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
  /**
   * One for each target that the model states, in the order availability, rto, rpo, budget; an objective by kind of
   * disruption has one for each kind.
   */
  readonly targets: readonly TargetFigures[];
  /** What the SLA counts, where that is not what availability counts; absent where it is. */
  readonly sla?: SlaFigures;
  /** What becomes of the SLA's windows; absent where none are promised anything. */
  readonly windows?: WindowFigures;
  /** What is planned, apart from what is not; absent where nothing is. */
  readonly planned?: PlannedFigures;
  /** How it lasts from new, where the model asks for a mission. */
  readonly mission?: MissionFigures;
  readonly cost: CostFigures;
  /** By the service's name, in the model's order. */
  readonly services: Readonly<Record<string, ServiceFigures>>;
  /** What hangs on inputs that nobody knows; absent where all are known. */
  readonly doubt?: DoubtFigures;
  /** What the model does not say, and what is taken for it; absent where it says all. */
  readonly assumptions?: readonly { readonly path: string; readonly text: string }[];
  /** In the model's order; absent without teams. */
  readonly teams?: readonly TeamFigures[];
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
  /** What inputs that nobody knows leave of it; absent where all are known. */
  readonly doubt?: AvailabilityDoubt;
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
