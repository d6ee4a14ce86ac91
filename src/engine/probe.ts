/*
 * The seam between what happens and what is counted. The engine tells a probe what happens and asks it nothing but
 * whether it still follows something; it knows of no figure. Whatever a probe is told, it is told with the weight that
 * the history has at that moment (`Engine.weight`): 1 in a plain history, and what a copy of a state stands for in one
 * that is taken up again from a snapshot.
 */

/**
 * Why an instant needs a look when it is over (`Engine.attention`): somebody is marked in it, or backups wait to be
 * shipped; a probe has something to look at.
 */
export const ATTENTION = { marked: 1, watched: 2 } as const;

/** @typeParam H the history that is told of, to be read as it is at that moment and not to be changed */
export interface Probe<H> {
  /** A history begins, before anything in it is up or down; of the one before nothing is open any more. */
  begin(h: H, years: number): void;
  /** A clock fails, and nobody has reacted. */
  fails(h: H, clock: number): void;
  /** It wants to hear of the four that follow: of chance, and not only of what comes of it. */
  readonly notesChance: boolean;
  /** How long the repair of a clock that fails takes. @param excess seconds above the mean of its distribution */
  strike(h: H, clock: number, excess: number): void;
  /** A clock is repaired. */
  repair(h: H, clock: number): void;
  /** A delay was drawn. @param excess seconds above the mean of its distribution */
  delay(h: H, stream: number, excess: number): void;
  /**
   * Something was left to chance.
   * @param misses how often it did not happen
   * @param expected how often that was to be expected
   */
  chance(h: H, stream: number, misses: number, expected: number): void;
  /** A service's answer is now another one. @param before what it was */
  answer(h: H, service: number, before: number): void;
  /** People of a team are about to be held, or free again. */
  people(h: H, team: number): void;
  /** A request no longer waits for somebody free of the team. */
  waited(h: H, team: number, seconds: number): void;
  /** Planned work on a member of the service begins, for which it has waited so long since it was due. */
  maintenance(h: H, service: number, waitedSeconds: number): void;
  /** A service has lost writes. @param seconds of writes; Infinity: all that there were, for good */
  loss(h: H, service: number, seconds: number): void;
  /**
   * All that happens in an instant has happened. Told where it has asked for that (`ATTENTION`).
   * @returns whether the next one is of interest as well
   */
  instant(h: H): boolean;
  /** The weight is about to change: what is open has the one that it had up to now. */
  settle(h: H): void;
  /** The observed years are over; the history goes on for as long as the probe follows what is open. */
  horizon(h: H): void;
  /** Whether something is open that began in the observed years. */
  follows(h: H): boolean;
  /** Nothing more will be told of this history. @param isCensored though something is followed that is not over */
  end(h: H, isCensored: boolean): void;
  /**
   * So many numbers are all that it knows of what is open in the history: what a snapshot takes. What it has counted is
   * not among them.
   */
  readonly openNumbers: number;
  save(into: Float64Array): void;
  /** Takes up what was open when it was saved. */
  load(from: Float64Array): void;
}
