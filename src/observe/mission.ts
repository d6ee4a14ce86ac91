import type { Program } from '../compile/program.ts';
import type { MissionProbe } from '../engine/mission.ts';
import type { Engine } from '../engine/engine.ts';
import { CountingProbe } from './counting-probe.ts';
import { createObservation } from './observation.ts';

/** What one run of a mission came to. */
export interface MissionRun {
  /** Seconds from new to the first incident; Infinity: there was none as long as it was followed. */
  readonly firstSeconds: number;
  /** Of the failure that began it; of no meaning without one. */
  readonly cause: number;
  /** How long it was followed at most, and how long the mission is. */
  readonly limitSeconds: number;
  readonly missionSeconds: number;
}

/** Waits for the first incident. */
export class FirstIncidentProbe extends CountingProbe implements MissionProbe {
  constructor(program: Program) {
    super(program, {
      // Of no use but for the arrays that are written to.
      observation: createObservation(program.counts, 1),
      incident: () => undefined,
      lossWithoutIncident: () => undefined,
      outage: () => undefined,
      waited: () => undefined,
    });
  }

  override begin(e: Engine, years: number): void {
    super.begin(e, years);
    this.ignoreYears();
  }

  isOver(): boolean {
    return !Number.isNaN(this.open.incidentStart);
  }

  result(limitSeconds: number, missionSeconds: number): MissionRun {
    const { incidentStart, incidentCause } = this.open;
    return {
      firstSeconds: Number.isNaN(incidentStart) ? Infinity : incidentStart,
      cause: incidentCause,
      ...{ limitSeconds, missionSeconds },
    };
  }
}
