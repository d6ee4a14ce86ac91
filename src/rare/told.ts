import type { Program } from '../compile/program.ts';
import { PHASE } from '../observe/names.ts';
import { createHistogram, histogramCount } from '../statistics/histogram.ts';
import { meanOf, ratioOfMeans, type Replicated, replicatedQuantiles } from '../statistics/replicated.ts';
import type { CopiesTold } from './copy-probe.ts';
import type { Structure } from './groups.ts';

/*
 * What the ordinary probe has told of copies, batch by batch: distributions, stages, losses of data.
 */

const EMPTY = createHistogram();
const SHARES = [0.5, 0.9, 0.95, 0.99] as const;

/**
 * p50, p90, p95, p99; Infinity: lost for good; NaN: nothing bounds it. `within`: share that is within the objective.
 */
export interface RareTimes {
  readonly quantiles: readonly Pick<Replicated, 'mean' | 'ci95'>[];
  readonly within: Pick<Replicated, 'mean' | 'ci95'>;
}

export interface RareTold {
  /** Lengths of the entry's incidents, seconds; null where it was never down. */
  readonly recovery: RareTimes | null;
  /** [PHASE] mean seconds of an incident in each stage; null likewise. */
  readonly stages: readonly Replicated[] | null;
  /** null: a service that copies are not about may lose data too. */
  readonly losses: {
    /** Seconds of writes lost in an incident, or without one; null where there was neither. */
    readonly loss: RareTimes | null;
    /** Seconds of writes a year that were there again; times a year that data was lost for good. */
    readonly restorablePerYear: Replicated;
    readonly permanentPerYear: Replicated;
  } | null;
}

/** @param batches each what copies of one history came to */
export function toldBy(structure: Structure, batches: readonly CopiesTold[]): RareTold {
  const incidents = batches.map((each) => each.incidents);
  const stage = (row: number) =>
    ratioOfMeans(
      batches.map(({ stages }) => stages[row]),
      incidents,
    );
  return {
    recovery: timesOf(batches.map(({ recovery }) => recovery)),
    stages: stage(0) === null ? null : Array.from({ length: PHASE.phases }, (_, row) => stage(row)!),
    losses: countsAllLosses(structure)
      ? {
          loss: timesOf(batches.map(({ lost }) => lost)),
          restorablePerYear: meanOf(batches.map(({ restorable }) => restorable)),
          permanentPerYear: meanOf(batches.map(({ permanent }) => permanent)),
        }
      : null,
  };
}

function timesOf(batches: readonly CopiesTold['recovery'][]): RareTimes | null {
  const histograms = batches.map(({ histogram }) => histogram ?? EMPTY);
  const quantiles = replicatedQuantiles(histograms, SHARES);
  const share = ratioOfMeans(
    batches.map(({ within }) => within),
    histograms.map(histogramCount),
  );
  if (quantiles === null || share === null) return null;
  return { quantiles, within: { mean: share.mean, ci95: [share.ci95[0], Math.min(1, share.ci95[1])] } };
}

/** Copies are about every service that has members. */
function countsAllLosses({ program, services }: Structure): boolean {
  return hasMembers(program).every((service) => services.includes(service));
}

function hasMembers({ counts, serviceMembers }: Program): number[] {
  return Array.from({ length: counts.services }, (_, service) => service).filter(
    (service) => serviceMembers[service] < serviceMembers[service + 1],
  );
}
