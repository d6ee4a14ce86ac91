import type { Program } from '../compile/program.ts';
import { sumsAdd } from '../statistics/sums.ts';
import { COUNT } from './counts.ts';
import type { ExperimentRun } from './experiment.ts';
import type { Figure } from './figure.ts';
import { FIGURES } from './figures.ts';
import type { Store } from './kinds.ts';
import { createObservation, type Observation } from './observation.ts';
import type { MissionRun } from './mission.ts';
import type { Observer } from './observer.ts';
import type { Goals } from './told.ts';

/**
 * What a run has seen so far, of each figure (`figures.ts`) what is kept of it. Two tallies merge figure by figure, and
 * in any grouping and order the result is the same bits, because every sum in it is exact, weighted or not.
 */
export type Tally = { readonly [K in keyof typeof FIGURES]: ReturnType<(typeof FIGURES)[K]['create']> };

/** The name of each figure with its declaration. */
export const ALL_FIGURES = Object.entries(FIGURES) as [keyof Tally, Figure<Store>][];

export function createTally(counts: Program['counts']): Tally {
  return Object.fromEntries(ALL_FIGURES.map(([name, { create, rows }]) => [name, create(rows(counts))])) as Tally;
}

export function mergeTally(into: Tally, from: Tally): void {
  for (const [name, { merge }] of ALL_FIGURES) merge(into[name], from[name]);
}

const OF_HISTORY = ALL_FIGURES.filter(([, { history }]) => history !== undefined);

/** An observer that counts into the tally; call `addReplication` after each replication. */
export function observe(tally: Tally, counts: Program['counts'], longestYears: number, goals: Goals): Observer {
  const stores = ALL_FIGURES.map(([name, figure]) => ({ figure, store: tally[name] }));
  const ofLoss = stores.filter(({ figure }) => figure.loss !== undefined);
  const ofIncident = stores.filter(({ figure }) => figure.incident !== undefined);
  const ofOutage = stores.filter(({ figure }) => figure.outage !== undefined);
  const ofWait = stores.filter(({ figure }) => figure.waited !== undefined);
  const loss = (lossSeconds: number, weight: number, rpoRow: number) => {
    for (const { figure, store } of ofLoss) figure.loss?.(store, lossSeconds, weight, goals, rpoRow);
  };
  return {
    observation: createObservation(counts, longestYears),
    incident(incident, weight) {
      for (const { figure, store } of ofIncident) figure.incident?.(store, incident, weight, goals);
      loss(incident.lossSeconds, weight, incident.rpoRow);
    },
    waited(team, seconds, weight) {
      for (const { figure, store } of ofWait) figure.waited?.(store, team, seconds, weight);
    },
    lossWithoutIncident: loss,
    outage(outage, weight) {
      for (const { figure, store } of ofOutage) figure.outage?.(store, outage, weight);
    },
  };
}

/** Adds what one replication saw. */
export function addReplication(tally: Tally, observation: Observation, goals: Goals, weight = 1): void {
  for (const [name, figure] of OF_HISTORY) figure.history?.(tally[name], observation, weight, goals);
}

/**
 * Adds what one run of an experiment came to. Recovery times are of the runs that users noticed, data losses of those
 * and of the others that lost something: as of incidents, the rest is told by the shares of all runs.
 */
export function addExperimentRun(tally: Tally, run: ExperimentRun, events: number, goals: Goals): void {
  sumsAdd(tally.counts, COUNT.events, events);
  for (const [name, figure] of ALL_FIGURES) figure.run?.(tally[name], run, 1, goals);
}

/** Adds what one run of a mission came to. */
export function addMissionRun(tally: Tally, run: MissionRun, events: number): void {
  sumsAdd(tally.counts, COUNT.events, events);
  for (const [name, figure] of ALL_FIGURES) figure.mission?.(tally[name], run);
}
