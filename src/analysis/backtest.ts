import type { ModelIdentity } from './report-run.ts';

/** What happened in a period, against what a model expected for it. */
export interface BacktestFigure {
  /** `failures`: of a part, whatever came of it; the others are of the entry's outages. */
  readonly what: 'incidents' | 'downtime' | 'longest' | 'failures';
  /** null: of all causes. */
  readonly cause: string | null;
  /** Incidents, or seconds. */
  readonly observed: number;
  /** Something was not over when the log ended: it was that much at least. */
  readonly isAtLeast: boolean;
  /** Over all histories: the mean, and between which ends 95% and 99% of them lie. */
  readonly expected: {
    readonly mean: number;
    readonly range95: readonly [number, number];
    readonly range99: readonly [number, number];
  };
  /** How often a history is at least as far out, on either side; at most 1. */
  readonly p: number;
  readonly verdict: BacktestVerdict;
}

export type BacktestVerdict = 'as expected' | 'more' | 'less' | 'far more' | 'far less';

/** A drill that was measured, against the model's runs of it. */
export interface DrillFigure {
  readonly experiment: string;
  /** Seconds. */
  readonly observed: number;
  readonly runs: number;
  /** Share of runs in which users noticed anything; the quantiles are of those. */
  readonly noticed: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Share of the runs that were noticed that took as long or longer; null where none was. */
  readonly slower: number | null;
  readonly verdict: BacktestVerdict | 'unknown';
}

export interface BacktestReport {
  readonly nines: 1;
  readonly kind: 'backtest';
  readonly model: ModelIdentity;
  readonly run: { readonly seed: string; readonly histories: number; readonly partial: boolean };
  /** null: only drills were asked about. Moments are seconds since 1970. */
  readonly log: {
    readonly file: string;
    readonly from: number;
    readonly until: number;
    readonly seconds: number;
    readonly incidents: number;
    readonly isFromGiven: boolean;
    readonly isUntilGiven: boolean;
  } | null;
  readonly figures: readonly BacktestFigure[];
  /** Causes of outages in the log that the model does not have, with how often. */
  readonly unknown: readonly { readonly cause: string; readonly incidents: number }[];
  readonly drills: readonly DrillFigure[];
}

const OUT = 0.05;
const FAR_OUT = 0.01;

/**
 * Holds what was observed against histories of the same length: a predictive distribution, and so without parameters.
 * The p-value is that of a Monte Carlo test, (k + 1) / (n + 1) on each side (Davison & Hinkley 1997, 4.2), twice the
 * smaller one.
 * @param values one of each history; sorted by this
 */
export function holdAgainst(
  values: Float64Array,
  observed: number,
  isAtLeast: boolean,
): Pick<BacktestFigure, 'expected' | 'p' | 'verdict'> {
  values.sort();
  const n = values.length;
  const atMost = values.reduce((count, each) => count + (each <= observed ? 1 : 0), 0);
  const atLeast = values.reduce((count, each) => count + (each >= observed ? 1 : 0), 0);
  const above = (atLeast + 1) / (n + 1);
  // What is still going on cannot be too little.
  const below = isAtLeast ? 1 : (atMost + 1) / (n + 1);
  const p = Math.min(1, 2 * Math.min(above, below));
  return {
    expected: {
      mean: values.reduce((sum, each) => sum + each, 0) / n,
      range95: [quantileOf(values, 0.025), quantileOf(values, 0.975)],
      range99: [quantileOf(values, 0.005), quantileOf(values, 0.995)],
    },
    ...{ p, verdict: verdictOf(p, above < below) },
  };
}

export function verdictOf(p: number, isMore: boolean): BacktestVerdict {
  if (p >= OUT) return 'as expected';
  const side = isMore ? 'more' : 'less';
  return p < FAR_OUT ? `far ${side}` : side;
}

/** The smallest value that so many are not above. */
function quantileOf(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
