import { sumsAdd } from '../statistics/sums.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { ExperimentRun } from './experiment.ts';
import type { Observation } from './observation.ts';
import type { Goals, Incident } from './told.ts';

/**
 * Rows of `counts`. `censored`: incidents that had not ended when they were followed no further. Of an experiment a
 * replication is a run, and `noticed`, `recovered` and `permanent` count the runs in which the entry was down, ended
 * serving with nothing lost for good, lost data for good. Times are held against the goals here and not in the
 * histograms: a constant time that is just the goal is within it.
 */
export const COUNT = {
  replications: 0,
  years: 1,
  events: 2,
  metAvailability: 3,
  metRto: 4,
  metRpo: 5,
  perfectYears: 6,
  withinRto: 7,
  withinRpo: 8,
  noticed: 9,
  recovered: 10,
  permanent: 11,
  censored: 12,
  entries: 13,
} as const;

export function countIncident(
  counts: Float64Array,
  { recoverySeconds }: Pick<Incident, 'recoverySeconds'>,
  weight: number,
  { rtoSeconds }: Goals,
): void {
  if (recoverySeconds === Infinity) sumsAdd(counts, COUNT.censored, weight);
  else if (recoverySeconds <= (rtoSeconds ?? Infinity)) sumsAdd(counts, COUNT.withinRto, weight);
}

export function countWithinRpo(counts: Float64Array, lossSeconds: number, weight: number, { rpoSeconds }: Goals): void {
  if (lossSeconds < Infinity && lossSeconds <= (rpoSeconds ?? Infinity)) sumsAdd(counts, COUNT.withinRpo, weight);
}

export function countHistory(counts: Float64Array, o: Observation, weight: number, goals: Goals): void {
  const { availability, rtoSeconds, rpoSeconds } = goals;
  sumsAdd(counts, COUNT.replications, weight);
  sumsAdd(counts, COUNT.years, o.years * weight);
  sumsAdd(counts, COUNT.events, o.events);
  for (let year = 0; year < o.years; year++) {
    const down = o.downByYear[year];
    if (down === 0) sumsAdd(counts, COUNT.perfectYears, weight);
    if (availability !== null && down <= (1 - availability) * SECONDS_PER_YEAR)
      sumsAdd(counts, COUNT.metAvailability, weight);
    if (rtoSeconds !== null && o.longestByYear[year] <= rtoSeconds) sumsAdd(counts, COUNT.metRto, weight);
    if (rpoSeconds !== null && o.worstLossByYear[year] <= rpoSeconds && o.permanentByYear[year] === 0)
      sumsAdd(counts, COUNT.metRpo, weight);
  }
}

export function countRun(counts: Float64Array, run: ExperimentRun, weight: number, goals: Goals): void {
  const { noticed, recovered, recoverySeconds, lossSeconds } = run;
  sumsAdd(counts, COUNT.replications, weight);
  if (recovered) sumsAdd(counts, COUNT.recovered, weight);
  if (noticed) {
    sumsAdd(counts, COUNT.noticed, weight);
    countIncident(counts, run, weight, goals);
  }
  if (!noticed && lossSeconds === 0) return;
  if (lossSeconds === Infinity) sumsAdd(counts, COUNT.permanent, weight);
  // What a run has lost that never came back up, nobody knows yet.
  else if (recoverySeconds < Infinity) countWithinRpo(counts, lossSeconds, weight, goals);
}
