import type { Estimate, Interval } from './report-estimate.ts';

/** From the day of commissioning, everything new and up, to the first incident. */
export interface MissionFigures {
  readonly seconds: number;
  /** How often it was begun. */
  readonly runs: number;
  /** Share of runs without an incident in the mission's time. */
  readonly reliability: Estimate;
  /**
   * Of all runs, followed past the mission; where some saw no incident for `followedSeconds` it is not known, and the
   * lower bound is that of the mean of what was followed.
   */
  readonly meanSecondsToFirstIncident: {
    readonly mean: number | null;
    readonly ci95: readonly [number, number | null];
  };
  readonly followedSeconds: number;
  /** Of the first incidents within the mission by the failure that began them, the most frequent first. */
  readonly firstCauses: readonly { readonly cause: string; readonly share: number; readonly ci95: Interval }[];
  /** Without any sampling, where the model is a small Markov chain; absent where it is none. */
  readonly exact?: ExactMission;
  /** Share of runs without an incident up to each of these moments. */
  readonly curve: { readonly seconds: readonly number[]; readonly reliability: readonly number[] };
}

/** What a Markov chain says of a mission. */
export interface ExactMission {
  readonly reliability: number;
  /** null: it need never go down. */
  readonly meanSecondsToFirstIncident: number | null;
}
