import type { Program } from '../compile/program.ts';
import { COUNT } from '../observe/counts.ts';
import { REPLICATION_ROW } from '../observe/figures.ts';
import { PHASE } from '../observe/names.ts';
import { unpackTally } from '../observe/packed.ts';
import { histogramCount } from '../statistics/histogram.ts';
import { momentsMean } from '../statistics/moments.ts';
import { meanOf, ratioOfMeans, type Replicated, replicatedQuantiles } from '../statistics/replicated.ts';
import type { Structure } from './groups.ts';

/*
 * What the ordinary probe has told of copies, batch by batch: distributions, stages, losses of data.
 */

const SHARES = [0.5, 0.9, 0.95, 0.99] as const;

/** p50, p90, p95, p99; Infinity: lost for good; NaN: nothing bounds it. `within`: share that is within the objective. */
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

/** @param packed tallies, of a history of one year each */
export function toldBy(structure: Structure, packed: readonly Float64Array[]): RareTold {
  const { counts } = structure.program;
  const tallies = packed.map((each) => unpackTally(each, counts));
  const perYear = (row: number) => tallies.map(({ replications }) => momentsMean(replications, row));
  const times = (name: 'recoveryHistogram' | 'lossHistogram', within: number): RareTimes | null => {
    const histograms = tallies.map((tally) => tally[name]);
    const quantiles = replicatedQuantiles(histograms, SHARES);
    if (quantiles === null) return null;
    const share = ratioOfMeans(
      tallies.map((tally) => tally.counts[within]),
      histograms.map(histogramCount),
    )!;
    return { quantiles, within: { mean: share.mean, ci95: [share.ci95[0], Math.min(1, share.ci95[1])] } };
  };
  const incidents = perYear(REPLICATION_ROW.incidents);
  const stage = (row: number) =>
    ratioOfMeans(
      tallies.map(({ phaseDown }) => momentsMean(phaseDown, row)),
      incidents,
    );
  return {
    recovery: times('recoveryHistogram', COUNT.withinRto),
    stages: stage(0) === null ? null : Array.from({ length: PHASE.phases }, (_, row) => stage(row)!),
    losses: countsAllLosses(structure)
      ? {
          loss: times('lossHistogram', COUNT.withinRpo),
          restorablePerYear: meanOf(perYear(REPLICATION_ROW.loss)),
          permanentPerYear: meanOf(perYear(REPLICATION_ROW.permanent)),
        }
      : null,
  };
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
