import type { Engine } from '../engine/engine.ts';
import { isObserved } from './observed.ts';
import { PLANNED_ROW } from './names.ts';
import type { Observation } from './observation.ts';

/** Adds to the row of what began the open incident, and to that of all planned work if it was such. */
export function addPlanned(rows: Float64Array, { program }: Engine, cause: number, amount: number): void {
  if (rows.length === 0) return;
  const planned = program.causePlanned[cause];
  rows[planned] += amount;
  if (planned !== PLANNED_ROW.none) rows[PLANNED_ROW.all] += amount;
}

/** Work on a member begins. */
export function bookMaintenance(o: Observation, e: Engine, service: number, waitedSeconds: number): void {
  if (!isObserved(e)) return;
  o.maintained[service] += e.weight;
  o.maintenanceWait[service] += waitedSeconds * e.weight;
  o.causeFailures[e.program.maintainCause[service]] += e.weight;
}
