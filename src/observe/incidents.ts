import type { Engine } from '../engine/engine.ts';
import { ATTENTION } from '../engine/probe.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Books } from './books.ts';
import { toMicroseconds } from './downtime.ts';
import { isObserved } from './observed.ts';
import { addPlanned } from './planned.ts';
import { bookSla } from './sla.ts';
import { beginPhases, endPhases } from './stages.ts';

/** The entry goes down. If it was up for no time at all, the incident goes on, with the cause that it has. */
export function beginIncident(b: Books, e: Engine): void {
  const { open } = b;
  if (open.incidentStart < e.now) return;
  if (Number.isNaN(open.incidentStart)) open.incidentLoss = 0;
  open.incidentStart = e.now;
  open.incidentCause = e.cause;
  beginPhases(b, e);
}

/**
 * Ends the open incident now, an instant being over in which the entry is up. It counts if it began in the observed
 * years, with its whole length even where it ends past their horizon: by stationarity the rate and the lengths of
 * incidents are then those of the long run, however short the horizon.
 */
export function endIncident(b: Books, e: Engine): void {
  finishIncident(b, e, toMicroseconds(e.now - b.open.incidentStart));
}

/** Follows the open incident no further. It counts, and has no length: whoever made one up would be believed. */
export function censorIncident(b: Books, e: Engine): void {
  finishIncident(b, e, Infinity);
}

/** An incident that counts, one that began in the observed years, is open. */
export function countsIncident({ open }: Books, e: Engine): boolean {
  return open.incidentStart >= 0 && open.incidentStart < e.horizon;
}

function finishIncident(b: Books, e: Engine, length: number): void {
  const { open, observation, observer } = b;
  const { causeRto, causeRpo } = e.program;
  const counts = countsIncident(b, e);
  const start = open.incidentStart;
  open.incidentStart = NaN;
  if (length > 0) bookSla(b, e, start, length);
  endPhases(b, e);
  if (!counts) return;
  if (length === 0) {
    // Down and up in one instant: nobody noticed, but what was lost is lost.
    if (open.incidentLoss > 0) {
      const rpoRow = causeRpo[open.incidentCause];
      noteWorst(b, Math.floor(start / SECONDS_PER_YEAR), rpoRow, open.incidentLoss);
      observer.lossWithoutIncident(open.incidentLoss, e.weight, rpoRow);
    }
    return;
  }
  const year = Math.floor(start / SECONDS_PER_YEAR);
  observation.incidentsByYear[year] += e.weight;
  observation.causeIncidents[open.incidentCause] += e.weight;
  addPlanned(observation.plannedIncidents, e, open.incidentCause, e.weight);
  observation.failuresIncidents[open.incidentFailures] += e.weight;
  if (length > observation.longestByYear[year]) observation.longestByYear[year] = length;
  const { incidentLoss, incidentCause, phaseSeconds } = open;
  const rtoRow = causeRto[incidentCause];
  const rpoRow = causeRpo[incidentCause];
  noteWorst(b, year, rtoRow, length);
  noteWorst(b, year, rpoRow, incidentLoss);
  observer.incident(
    { recoverySeconds: length, lossSeconds: incidentLoss, cause: incidentCause, stages: phaseSeconds, rtoRow, rpoRow },
    e.weight,
  );
}

/** The worst of a year so far, of what a target by kind is held against. */
function noteWorst({ observation: { worstByKind, kindTargets } }: Books, year: number, row: number, value: number) {
  if (row >= 0 && value > worstByKind[year * kindTargets + row]) worstByKind[year * kindTargets + row] = value;
}

/**
 * Books writes that a service has lost, in seconds of writes; Infinity: all that there were, which no number of seconds
 * says. In which incident that was is known when the instant is over.
 */
export function bookLoss(b: Books, e: Engine, service: number, seconds: number): void {
  const { observation } = b;
  b.losers[b.lossCount] = service;
  b.losses[b.lossCount++] = seconds;
  e.attention |= ATTENTION.watched;
  if (!isObserved(e)) return;
  const year = Math.floor(e.now / SECONDS_PER_YEAR);
  if (seconds === Infinity) {
    observation.permanentByYear[year] += e.weight;
  } else {
    observation.lossByYear[year] += seconds * e.weight;
    if (seconds > observation.worstLossByYear[year]) observation.worstLossByYear[year] = seconds;
  }
}

/** The instant is over: what was lost in it belongs to the incident that is open, or has just been, or to none. */
export function settleLosses(b: Books, e: Engine): void {
  for (let i = 0; i < b.lossCount; i++) {
    const seconds = b.losses[i];
    noteLoss(b, e, b.losers[i], seconds);
    if (!Number.isNaN(b.open.incidentStart)) b.open.incidentLoss += seconds;
    else if (isObserved(e)) {
      const rpoRow = e.program.causeRpo[e.cause];
      noteWorst(b, Math.floor(e.now / SECONDS_PER_YEAR), rpoRow, seconds);
      b.observer.lossWithoutIncident(seconds, e.weight, rpoRow);
    }
  }
  b.lossCount = 0;
}

/** Those that are down, or were until this instant, and depend on the service share its loss. */
function noteLoss({ open, isReturning }: Books, e: Engine, service: number, seconds: number): void {
  const { outageLoss } = open;
  const { dependentOffsets, dependents, downBelow } = e.program;
  const end = dependentOffsets[service + 1];
  for (let i = dependentOffsets[service]; i < end; i++) {
    const dependent = dependents[i];
    if (e.state.answer[dependent] < downBelow || isReturning[dependent] === 1) outageLoss[dependent] += seconds;
  }
}
