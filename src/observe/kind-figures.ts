import { createHistogram, histogramAdd } from '../statistics/histogram.ts';
import { momentsAdd } from '../statistics/moments.ts';
import { sumsAdd } from '../statistics/sums.ts';
import type { ExperimentRun } from './experiment.ts';
import { figure } from './figure.ts';
import { HISTOGRAMS, MOMENTS, type Rowed, SUMS } from './kinds.ts';
import type { Rows } from './observation.ts';
import type { Goals } from './told.ts';

/*
 * What targets by kind of disruption are held against, [target]: of an RTO how long its incidents took, of an RPO what
 * they lost.
 */

/** Of each target, rows of `kindCounts`: values within the goal, and single years in which all were. */
export const KIND_COUNT = { within: 0, yearsMet: 1, entries: 2 } as const;

const targets: Rows = ({ kindTargets }) => kindTargets;

export const KIND_FIGURES = {
  /** [target × KIND_COUNT] */
  kindCounts: figure(SUMS, ({ kindTargets }) => kindTargets * KIND_COUNT.entries, {
    incident: (store, { rtoRow, recoverySeconds }, weight, goals) =>
      countWithin(store, rtoRow, recoverySeconds, weight, goals),
    loss: (store, lossSeconds, weight, goals, rpoRow) => countWithin(store, rpoRow, lossSeconds, weight, goals),
    history(store, o, weight, { byKind }) {
      for (let year = 0; year < o.years; year++)
        for (const [row, { goalSeconds }] of byKind.entries())
          if (o.worstByKind[year * byKind.length + row] <= goalSeconds)
            sumsAdd(store, row * KIND_COUNT.entries + KIND_COUNT.yearsMet, weight);
    },
    run: (store, run, weight, goals) =>
      goals.byKind.forEach(({ target }, row) => countWithin(store, row, valueOf(run, target), weight, goals)),
  }),
  /** Seconds, of those that have a length. */
  kindValues: figure(MOMENTS, targets, {
    incident: (store, { rtoRow, recoverySeconds }, weight) => addFinite(store, rtoRow, recoverySeconds, weight),
    loss: (store, lossSeconds, weight, _, rpoRow) => addFinite(store, rpoRow, lossSeconds, weight),
  }),
  /** Infinity counts above all others. */
  kindHistograms: figure(HISTOGRAMS, targets, {
    incident: (store, { rtoRow, recoverySeconds }, weight) => addTo(store, rtoRow, recoverySeconds, weight),
    loss: (store, lossSeconds, weight, _, rpoRow) => addTo(store, rpoRow, lossSeconds, weight),
  }),
} as const;

function countWithin(
  store: Float64Array,
  row: number,
  value: number | null,
  weight: number,
  { byKind }: Pick<Goals, 'byKind'>,
): void {
  if (row >= 0 && value !== null && value <= byKind[row].goalSeconds)
    sumsAdd(store, row * KIND_COUNT.entries + KIND_COUNT.within, weight);
}

function addFinite(store: Float64Array, row: number, value: number, weight: number): void {
  if (row >= 0 && value < Infinity) momentsAdd(store, row, value, weight);
}

function addTo(store: Rowed, row: number, value: number, weight: number): void {
  if (row >= 0) histogramAdd((store[row] ??= createHistogram()), value, weight);
}

/** What a run of an experiment says of a target; null: nothing, as nothing happened, or nobody knows yet. */
function valueOf(
  { noticed, recoverySeconds, lossSeconds }: ExperimentRun,
  target: Goals['byKind'][number]['target'],
): number | null {
  if (target === 'rto') return noticed ? recoverySeconds : null;
  return (noticed || lossSeconds > 0) && recoverySeconds < Infinity ? lossSeconds : null;
}
