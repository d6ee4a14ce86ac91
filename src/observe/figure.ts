import type { ExperimentRun } from './experiment.ts';
import type { Kind, Store } from './kinds.ts';
import type { MissionRun } from './mission.ts';
import type { Observation, Rows } from './observation.ts';
import type { Goals, Incident, Outage } from './told.ts';

/**
 * The declaration of a figure that a run collects: how it is kept, how many rows it has, and what is added to it, with
 * which weight, by an incident, an outage of any service, a loss of writes, a whole history, a run of an experiment.
 */
export interface Figure<S extends Store> extends Kind<S> {
  readonly rows: Rows;
  /** Every history adds one value to each row, most of them 0. */
  readonly isPerHistory?: boolean;
  incident?(store: S, incident: Incident, weight: number, goals: Goals): void;
  outage?(store: S, outage: Outage, weight: number): void;
  waited?(store: S, team: number, seconds: number, weight: number): void;
  /** Of an incident or of none; Infinity: for good. `rpoRow`: target by kind that it is held against; −1: none. */
  loss?(store: S, lossSeconds: number, weight: number, goals: Goals, rpoRow: number): void;
  history?(store: S, observation: Observation, weight: number, goals: Goals): void;
  run?(store: S, run: ExperimentRun, weight: number, goals: Goals): void;
  mission?(store: S, run: MissionRun): void;
}

/** Of figures that are not taken apart. */
export const ONE: Rows = () => 1;

export function figure<S extends Store>(
  kind: Kind<S>,
  rows: Rows,
  adds: Omit<Figure<S>, keyof Kind<S> | 'rows'>,
): Figure<S> {
  return { ...kind, rows, ...adds };
}
