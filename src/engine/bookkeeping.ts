import { MODE } from '../compile/program.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Engine } from './engine.ts';
import { beginPhases, endPhases } from './phases.ts';

/** Books the entry's time since the last booking under its present answer, year by year, within the observed years. */
export function bookEntry(e: Engine, to: number): void {
  const from = e.booked;
  const end = to < e.horizon ? to : e.horizon;
  if (end <= from) return;
  e.booked = end;
  const answer = e.state.answer[e.program.entry];
  if (answer === 1) return;
  const { observation } = e.observer;
  const isDown = answer < e.program.downBelow;
  if (isDown) observation.causeDown[e.incidentCause] += end - from;
  for (let start = from; start < end;) {
    const year = Math.floor(start / SECONDS_PER_YEAR);
    const yearEnd = (year + 1) * SECONDS_PER_YEAR;
    const until = yearEnd < end ? yearEnd : end;
    const seconds = until - start;
    observation.unansweredByYear[year] += seconds * (1 - answer);
    if (isDown) observation.downByYear[year] += seconds;
    else observation.degradedByYear[year] += seconds;
    if (answer === 0) observation.outByYear[year] += seconds;
    start = until;
  }
}

export function serviceGoesDown(e: Engine, service: number): void {
  e.state.downSince[service] = e.now > 0 ? e.now : 0;
  e.state.outageLoss[service] = 0;
  if (service === e.program.entry) {
    e.incidentStart = e.now;
    e.incidentCause = e.cause;
    e.incidentLoss = 0;
    beginPhases(e);
  }
}

export function serviceReturns(e: Engine, service: number): void {
  bookService(e, service, e.now);
  const since = e.state.downSince[service];
  // As incidents do, one counts that began in the observed years. (One that began before has its start clipped to 0.)
  if (since > 0 && since < e.horizon && e.now > since)
    e.observer.serviceOutage(service, toMicroseconds(e.now - since), e.state.outageLoss[service]);
  if (service === e.program.entry) endIncident(e);
}

/** Adds a service's open downtime up to the given time, within the observed years. */
export function bookService(e: Engine, service: number, to: number): void {
  const end = to < e.horizon ? to : e.horizon;
  const since = e.state.downSince[service];
  if (end <= since) return;
  const { serviceDown, serviceLongest } = e.observer.observation;
  serviceDown[service] += end - since;
  if (end - since > serviceLongest[service]) serviceLongest[service] = end - since;
}

/**
 * Ends the open incident now. It counts if it began in the observed years, with its whole length even where it ends past their horizon:
 * by stationarity the rate and the lengths of incidents are then those of the long run, however short the horizon.
 */
export function endIncident(e: Engine): void {
  const start = e.incidentStart;
  finishIncident(e, start, toMicroseconds(e.now - start));
}

/** Follows the open incident no further. It counts, and has no length: whoever made one up would be believed. */
export function censorIncident(e: Engine): void {
  const { counts } = e.program;
  for (let service = 0; service < counts.services; service++) {
    const since = e.state.downSince[service];
    if (e.state.answer[service] >= e.program.downBelow || !(since > 0 && since < e.horizon)) continue;
    e.observer.serviceOutage(service, Infinity, e.state.outageLoss[service]);
  }
  finishIncident(e, e.incidentStart, Infinity);
}

function finishIncident(e: Engine, start: number, length: number): void {
  e.incidentStart = NaN;
  endPhases(e);
  if (start < 0 || start >= e.horizon) return;
  if (length === 0) {
    // Down and up in one instant: nobody noticed, but what was lost is lost.
    if (e.incidentLoss > 0) e.observer.lossWithoutIncident(e.incidentLoss);
    return;
  }
  const { observation } = e.observer;
  const year = Math.floor(start / SECONDS_PER_YEAR);
  observation.incidentsByYear[year]++;
  observation.causeIncidents[e.incidentCause]++;
  observation.failuresIncidents[e.incidentFailures]++;
  if (length > observation.longestByYear[year]) observation.longestByYear[year] = length;
  e.observer.incident(length, e.incidentLoss, e.incidentCause, e.state.phaseSeconds);
}

/** Delays that add up to 95 s are not longer than 95 s for the rounding of a late hour. */
export function toMicroseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

/** Books writes that a service has lost, in seconds of writes. */
export function bookLoss(e: Engine, service: number, seconds: number): void {
  if (isSpare(e, service)) return;
  noteLoss(e, service, seconds);
  const isOpen = !Number.isNaN(e.incidentStart);
  if (isOpen) e.incidentLoss += seconds;
  if (e.now < 0 || e.now >= e.horizon) return;
  const { observation } = e.observer;
  const year = Math.floor(e.now / SECONDS_PER_YEAR);
  observation.lossByYear[year] += seconds;
  if (seconds > observation.worstLossByYear[year]) observation.worstLossByYear[year] = seconds;
  if (!isOpen) e.observer.lossWithoutIncident(seconds);
}

/** Counts a loss of all copies with nothing to restore from: no number of seconds says how much that is. */
export function bookPermanentLoss(e: Engine, service: number): void {
  noteLoss(e, service, Infinity);
  const isOpen = !Number.isNaN(e.incidentStart);
  if (isOpen) e.incidentLoss = Infinity;
  if (e.now < 0 || e.now >= e.horizon) return;
  e.observer.observation.permanentByYear[Math.floor(e.now / SECONDS_PER_YEAR)]++;
  if (!isOpen) e.observer.lossWithoutIncident(Infinity);
}

/** It stands in a site that only stands by: what it loses is still where that site has its data from. */
function isSpare({ program: p, state }: Engine, service: number): boolean {
  if (p.dataSite[service] < 0) return false;
  for (let site = p.serviceSite[service]; site >= 0; site = p.serviceSite[p.memberService[site]]) {
    const around = p.memberService[site];
    if (p.serviceMode[around] === MODE.activePassive && state.active[around] !== site) return true;
  }
  return false;
}

/** Those that are down and depend on the service share its loss. */
function noteLoss(e: Engine, service: number, seconds: number): void {
  e.lost += seconds;
  const { dependentOffsets, dependents, downBelow } = e.program;
  const end = dependentOffsets[service + 1];
  for (let i = dependentOffsets[service]; i < end; i++) {
    if (e.state.answer[dependents[i]] < downBelow) e.state.outageLoss[dependents[i]] += seconds;
  }
}
