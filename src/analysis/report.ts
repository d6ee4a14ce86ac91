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
}

/** Lower and upper bound. */
export type Interval = readonly [number, number];

/** An estimate from the sample with its 95% confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly ci95: Interval;
}

/** Interval of a quantile from order statistics; a bound that so few observations cannot give is null. */
export type QuantileInterval = readonly [number | null, number | null];

export interface Quantiles {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export interface QuantileIntervals {
  readonly p50: QuantileInterval;
  readonly p90: QuantileInterval;
  readonly p95: QuantileInterval;
  readonly p99: QuantileInterval;
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
  /** What multiplying independent availabilities gives, for contrast. */
  readonly arithmetic: number;
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
  readonly mean: number | null;
  /** Of the mean. */
  readonly ci95: Interval | null;
  readonly max: number | null;
  readonly quantileCi95: QuantileIntervals;
  /** Share of incidents that were over within the RTO; null without an RTO or without incidents. */
  readonly withinTarget: number | null;
  readonly histogram: Histogram;
  /** Mean seconds of each stage of a recovery, where the engine measures them. */
  readonly stages?: Readonly<Record<string, number>>;
}

/** Seconds of writes lost in an incident, held against the RPO. */
export interface LossFigures extends Quantiles {
  /** Incidents seen. */
  readonly count: number;
  /** Share of incidents that lost nothing; null without incidents. */
  readonly zero: number | null;
  /**
   * Share of incidents that lost data for good. They are in no mean; quantiles and the maximum that fall among them have
   * no bound and are null.
   */
  readonly permanent: number | null;
  readonly mean: number | null;
  /** Of the mean. */
  readonly ci95: Interval | null;
  readonly max: number | null;
  readonly quantileCi95: QuantileIntervals;
  /** Share of incidents that lost no more than the RPO; null without an RPO or without incidents. */
  readonly withinTarget: number | null;
  readonly histogram: Histogram;
  /** Seconds of writes lost in a year. */
  readonly perYear: number;
  readonly perYearCi95: Interval;
  /** Times a year that data is lost with nothing to restore it from. */
  readonly permanentPerYear: Estimate;
}

export type Verdict = 'met' | 'missed' | 'undecided';

export interface TargetFigures {
  readonly target: 'availability' | 'rto' | 'rpo' | 'budget';
  readonly goal: number;
  /** availability: the mean; rto, rpo: the p95 of incidents; budget: the infrastructure's cost a year. */
  readonly value: number | null;
  readonly ci95: QuantileInterval | null;
  /** Share of single years in which the target was met. */
  readonly yearsMet: number | null;
  readonly verdict: Verdict;
}

/** Per year, in the model's currency. */
export interface CostFigures {
  readonly currency: string;
  /** Running costs: exact, not an estimate. */
  readonly infrastructure: number;
  readonly byService: readonly { readonly service: string; readonly perYear: number }[];
  readonly byDomain: readonly { readonly domain: string; readonly perYear: number }[];
  readonly byKind: readonly { readonly kind: string; readonly perYear: number }[];
  /** Expected losses. */
  readonly downtime: number;
  readonly dataLoss: number;
  /** Infrastructure and expected losses. */
  readonly total: number;
  /** Infrastructure relative to the same system without its redundancy; null where nothing costs anything. */
  readonly relative: number | null;
  readonly ci95: { readonly downtime: Interval; readonly dataLoss: Interval; readonly total: Interval };
}

export interface ServiceFigures {
  readonly availability: Estimate;
  readonly downtimePerYear: Estimate;
}
