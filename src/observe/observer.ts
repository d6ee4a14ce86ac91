import type { Observation } from './observation.ts';
import type { Incident, Outage } from './told.ts';

/** Is told of what has ended. `weight`: what it stands for, 1 in a plain history. */
export interface Observer {
  readonly observation: Observation;
  /** An incident that began inside the observed years. Its stages are the probe's own array, to be copied. */
  incident(incident: Incident, weight: number): void;
  /** A service, the entry or any other, was down within the observed years, and is not any more. */
  outage(outage: Outage, weight: number): void;
  /** A request waited so long for somebody of the team to be free. */
  waited(team: number, seconds: number, weight: number): void;
  /**
   * Writes were lost while the entry was not down; Infinity: all that there was, for good.
   * @param rpoRow target by kind that it is held against; −1: none
   */
  lossWithoutIncident(lossSeconds: number, weight: number, rpoRow: number): void;
}
