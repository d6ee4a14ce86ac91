import type {
  CauseFigures,
  CostKind,
  ExperimentLossFigures,
  Histogram,
  Quantiles,
  QuantileIntervals,
  RecoveryFigures,
  Report,
  ServiceFigures,
  StageName,
  TargetFigures,
} from '../../../src/analysis/report.ts';
import { tierOf } from '../../../src/analysis/tiers.ts';
import { countWithin, TIERS } from '../../../src/observe/tiers.ts';
import { createSums } from '../../../src/statistics/sums.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import { STAGE_NAMES } from '../../../src/analysis/stages.ts';

/*
 * Reports for drawing, made from lists of what is to have happened. The figures fit each other as a run's do; intervals
 * are a tenth to either side.
 */

export interface MadeCause {
  readonly cause: string;
  /** Seconds of each incident, and of writes lost in it (0 where missing). */
  readonly lengths: readonly number[];
  readonly losses?: readonly number[];
}

export interface MadeReport {
  readonly name: string;
  /** Seconds of downtime of each year. */
  readonly years: readonly number[];
  readonly causes: readonly MadeCause[];
  readonly targets?: {
    readonly availability?: number;
    readonly rto?: number;
    readonly rpo?: number;
    readonly budget?: number;
  };
  readonly currency?: string;
  readonly services?: readonly (readonly [name: string, perYear: number])[];
  readonly lossPerSecond?: number;
  readonly permanentPerYear?: number;
  /** Parts of a recovery, in any measure. Default: repair alone. */
  readonly stages?: Partial<Record<StageName, number>>;
  /** Shares of the running cost. Default: compute alone, nothing for standbys, half in zone-a. */
  readonly kinds?: Partial<Record<CostKind, number>>;
  readonly standby?: number;
  readonly domains?: Readonly<Record<string, number>>;
}

/** The same bins as a run's histograms: sixteen to the octave, zeros first. */
export function histogramOf(values: readonly number[]): Histogram {
  const bin = (value: number) => {
    const octave = Math.floor(Math.log2(value));
    return octave * 16 + Math.floor((value / 2 ** octave - 1) * 16);
  };
  const edge = (index: number) => 2 ** Math.floor(index / 16) * (1 + (index - 16 * Math.floor(index / 16)) / 16);
  const zeros = values.filter((value) => value === 0).length;
  const bins = values.filter((value) => value > 0).map(bin);
  const edges: number[] = [];
  const counts: number[] = [];
  if (zeros > 0) [edges[0], counts[0]] = [0, zeros];
  if (bins.length === 0) return zeros > 0 ? { edges: [0, 2 ** -10], counts } : { edges, counts };
  const [first, last] = [Math.min(...bins), Math.max(...bins)];
  const held = new Map<number, number>();
  for (const each of bins) held.set(each, (held.get(each) ?? 0) + 1);
  for (let i = first; i <= last; i++) {
    edges.push(edge(i));
    counts.push(held.get(i) ?? 0);
  }
  edges.push(edge(last + 1));
  return { edges, counts };
}

export function makeReport(made: MadeReport): Report {
  const {
    name,
    years,
    causes,
    targets = {},
    currency = 'USD',
    services = [
      ['web', 9000],
      ['db', 12_000],
    ],
    lossPerSecond = 5,
  } = made;
  const down = mean(years);
  const lengths = causes.flatMap((each) => each.lengths);
  const losses = causes.flatMap((each) => each.lengths.map((_, i) => each.losses?.[i] ?? 0));
  const all = causes.reduce((total, each) => total + sum(each.lengths), 0);
  const byCause = causes
    .map(({ cause, lengths: own, losses: lost }): CauseFigures => {
      const share = all > 0 ? sum(own) / all : 0;
      const [perYear, downtime] = [own.length / years.length, share * down];
      return {
        cause,
        incidentsPerYear: perYear,
        downtimePerYear: downtime,
        share,
        recoveryTime: histogramOf(own),
        dataLoss: histogramOf(own.map((_, i) => lost?.[i] ?? 0)),
        ci95: { incidentsPerYear: about(perYear), downtimePerYear: about(downtime) },
      };
    })
    .sort((a, b) => b.downtimePerYear - a.downtimePerYear);
  const infrastructure = sum(services.map(([, perYear]) => perYear));
  const lost = { downtime: down * lossPerSecond, dataLoss: (sum(losses) / years.length) * lossPerSecond };
  const total = infrastructure + lost.downtime + lost.dataLoss;
  const unavailable = down / SECONDS_PER_YEAR;
  const none = years.filter((each) => each === 0).length;
  const met = (goal: number) => years.filter((each) => each <= (1 - goal) * SECONDS_PER_YEAR).length / years.length;
  const figures: TargetFigures[] = [];
  const target = (
    kind: TargetFigures['target'],
    goal: number | undefined,
    value: number | null,
    yearsMet: number | null,
  ) => {
    if (goal !== undefined) figures.push({ target: kind, goal, value, ci95: null, yearsMet, verdict: 'undecided' });
  };
  target(
    'availability',
    targets.availability,
    1 - unavailable,
    targets.availability === undefined ? null : met(targets.availability),
  );
  target('rto', targets.rto, quantileOf(lengths, 0.95), null);
  target('rpo', targets.rpo, quantileOf(losses, 0.95), null);
  target('budget', targets.budget, infrastructure, 1);
  return {
    nines: 1,
    kind: 'report',
    model: { name, sha256: '', parameters: {} },
    run: {
      years: years.length,
      replications: years.length,
      seed: '1',
      events: 0,
      seconds: 1,
      workers: 1,
      partial: false,
      version: 'gallery',
    },
    availability: {
      mean: 1 - unavailable,
      ci95: [1 - unavailable * 1.1, 1 - unavailable * 0.9],
      nines: unavailable > 0 ? -Math.log10(unavailable) : null,
      requests: { mean: 1 - unavailable, ci95: [0, 1] },
      out: { mean: unavailable, ci95: about(unavailable) },
      degraded: { mean: 0, ci95: [0, 0] },
      // Nothing seen in n years still leaves three in n (the rule of three), of an hour each, say.
      downtimePerYear: {
        mean: down,
        ci95: down > 0 ? about(down) : [0, (3 * 3600) / years.length],
        ...quantilesOf(years),
        max: Math.max(...years),
        histogram: histogramOf(years),
      },
      perfectYears: none / years.length,
      arithmetic: 1 - unavailable / 10,
      arithmeticUnavailability: unavailable / 10,
      exact: { value: null, method: null, reason: 'a gallery case' },
      trust: { relativeStandardError: 0.01, largestShare: 0.002, lowerBound: false, unseen: [] },
    },
    incidents: {
      perYear: { mean: lengths.length / years.length, ci95: about(lengths.length / years.length) },
      mtbf: null,
      byCause,
      byDomain: [],
      byService: [],
      byStage: [],
      byFailures: [],
    },
    recoveryTime: makeRecovery(lengths, targets.rto, made.stages),
    dataLoss: {
      ...makeLoss(losses, targets.rpo),
      perYear: sum(losses) / years.length,
      perYearCi95: about(sum(losses) / years.length),
      restorablePerYear: { mean: sum(losses) / years.length, ci95: about(sum(losses) / years.length) },
      permanentPerYear: { mean: made.permanentPerYear ?? 0, ci95: about(made.permanentPerYear ?? 0) },
    },
    targets: figures,
    cost: {
      currency,
      infrastructure,
      byService: services.map(([service, perYear]) => ({ service, perYear })),
      byDomain: Object.entries(made.domains ?? { 'zone-a': 0.5, '': 0.5 }).map(([domain, share]) => ({
        domain,
        perYear: share * infrastructure,
      })),
      byKind: Object.entries(made.kinds ?? { compute: 1 }).map(([kind, share]) => ({
        kind: kind as CostKind,
        perYear: share * infrastructure,
      })),
      standby: (made.standby ?? 0) * infrastructure,
      ...lost,
      total,
      relative: infrastructure > 0 ? 1.5 : null,
      ci95: {
        downtime: about(lost.downtime),
        dataLoss: about(lost.dataLoss),
        total: [infrastructure + (total - infrastructure) * 0.9, infrastructure + (total - infrastructure) * 1.1],
      },
    },
    services: Object.fromEntries(services.map(([service]) => [service, serviceOf(unavailable, lengths, losses)])),
  };
}

function serviceOf(unavailable: number, lengths: readonly number[], losses: readonly number[]): ServiceFigures {
  const figures = (values: readonly number[]) => ({
    count: values.length,
    p50: quantileOf(values, 0.5),
    p95: quantileOf(values, 0.95),
  });
  const [recoveryTime, dataLoss] = [figures(lengths), figures(losses)];
  const down = unavailable * SECONDS_PER_YEAR;
  const within = createSums(2 * TIERS.length);
  lengths.forEach((length, i) => countWithin(within, 0, length, losses[i] ?? 0));
  return {
    availability: { mean: 1 - unavailable, ci95: [1 - unavailable * 1.1, 1 - unavailable * 0.9] },
    downtimePerYear: { mean: down, ci95: about(down) },
    recoveryTime,
    dataLoss,
    tier: tierOf(lengths.length, within),
  };
}

export function makeRecovery(
  lengths: readonly number[],
  rto?: number,
  stages: Partial<Record<StageName, number>> = { repair: 1 },
): RecoveryFigures {
  const weight = STAGE_NAMES.reduce((total, stage) => total + (stages[stage] ?? 0), 0);
  const perStage = <T>(figure: (seconds: number) => T) =>
    Object.fromEntries(
      STAGE_NAMES.map((stage) => [stage, figure(((stages[stage] ?? 0) / weight) * mean(lengths))]),
    ) as Record<StageName, T>;
  return {
    count: lengths.length,
    censored: 0,
    ...ofSample(lengths),
    ...quantilesOf(lengths),
    withinTarget: within(lengths, rto),
    histogram: histogramOf(lengths),
    stages: lengths.length === 0 ? null : perStage((seconds) => seconds),
    stagesCi95: lengths.length < 2 ? null : perStage(about),
  };
}

export function makeLoss(losses: readonly number[], rpo?: number): ExperimentLossFigures {
  return {
    count: losses.length,
    zero: losses.length === 0 ? null : losses.filter((each) => each === 0).length / losses.length,
    permanent: losses.length === 0 ? null : 0,
    ...ofSample(losses),
    ...quantilesOf(losses),
    withinTarget: within(losses, rpo),
    histogram: histogramOf(losses),
  };
}

function within(values: readonly number[], goal: number | undefined): number | null {
  return goal === undefined || values.length === 0
    ? null
    : values.filter((each) => each <= goal).length / values.length;
}

const NO_INTERVALS: QuantileIntervals = { p50: [null, null], p90: [null, null], p95: [null, null], p99: [null, null] };

/** Intervals are the quantiles 4% of the sample to either side, where there are enough. */
function quantilesOf(values: readonly number[]): Quantiles & { quantileCi95: QuantileIntervals } {
  const at = (p: number) => quantileOf(values, p);
  const around = (p: number) => [at(Math.max(0, p - 0.04)), at(Math.min(1, p + 0.04))] as const;
  const quantileCi95 =
    values.length < 50 ? NO_INTERVALS : { p50: around(0.5), p90: around(0.9), p95: around(0.95), p99: around(0.99) };
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), quantileCi95 };
}

function quantileOf(values: readonly number[], p: number): number | null {
  return values.length === 0 ? null : [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(p * values.length) - 1)];
}

function ofSample(values: readonly number[]): {
  mean: number | null;
  ci95: readonly [number, number] | null;
  max: number | null;
} {
  if (values.length === 0) return { mean: null, ci95: null, max: null };
  return { mean: mean(values), ci95: about(mean(values)), max: Math.max(...values) };
}

function about(value: number): readonly [number, number] {
  return [value * 0.9, value * 1.1];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
