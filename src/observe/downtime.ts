import type { Engine } from '../engine/engine.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Books } from './books.ts';
import { addPlanned } from './planned.ts';

/**
 * Books the entry's time since the last booking under the answer that it had, year by year, within the observed years.
 */
export function bookEntry({ open, observation }: Books, e: Engine, to: number, answer: number): void {
  const from = open.booked;
  const end = to < e.horizon ? to : e.horizon;
  if (end <= from) return;
  open.booked = end;
  if (answer === 1) return;
  const { weight } = e;
  const isDown = answer < e.program.downBelow;
  if (isDown) {
    observation.causeDown[open.incidentCause] += (end - from) * weight;
    addPlanned(observation.plannedDown, e, open.incidentCause, (end - from) * weight);
  }
  for (let start = from; start < end;) {
    const year = Math.floor(start / SECONDS_PER_YEAR);
    const yearEnd = (year + 1) * SECONDS_PER_YEAR;
    const until = yearEnd < end ? yearEnd : end;
    const seconds = (until - start) * weight;
    observation.unansweredByYear[year] += seconds * (1 - answer);
    if (isDown) observation.downByYear[year] += seconds;
    else observation.degradedByYear[year] += seconds;
    if (answer === 0) observation.outByYear[year] += seconds;
    start = until;
  }
}

export function serviceGoesDown({ open, isReturning }: Books, e: Engine, service: number): void {
  // It was up for no time at all.
  if (isReturning[service] === 1) return;
  const since = e.now > 0 ? e.now : 0;
  open.downSince[service] = since;
  open.downBooked[service] = since;
  open.outageLoss[service] = 0;
}

/** Its time down is over, if it is up when the instant is over. */
export function serviceReturns(b: Books, e: Engine, service: number): void {
  bookService(b, e, service, e.now);
  if (b.isReturning[service] === 1) return;
  b.isReturning[service] = 1;
  b.returning[b.returningCount++] = service;
}

/** The instant is over: whoever has returned in it, and is still up, is back. */
export function finishOutages(b: Books, e: Engine): void {
  for (let i = 0; i < b.returningCount; i++) {
    const service = b.returning[i];
    b.isReturning[service] = 0;
    if (e.state.answer[service] >= e.program.downBelow) finishOutage(b, e, service);
  }
  b.returningCount = 0;
}

function finishOutage(b: Books, e: Engine, service: number): void {
  const since = b.open.downSince[service];
  // As incidents do, one counts that began in the observed years. (One that began before has its start clipped to 0.)
  if (since > 0 && since < e.horizon && e.now > since)
    b.observer.outage(
      { service, seconds: toMicroseconds(e.now - since), lossSeconds: b.open.outageLoss[service] },
      e.weight,
    );
}

/** Adds a service's open downtime up to the given time, within the observed years. */
function bookService({ open, observation }: Books, e: Engine, service: number, to: number): void {
  const from = open.downBooked[service];
  const end = to < e.horizon ? to : e.horizon;
  if (end <= from) return;
  open.downBooked[service] = end;
  observation.serviceDown[service] += (end - from) * e.weight;
  const length = end - open.downSince[service];
  if (length > observation.serviceLongest[service]) observation.serviceLongest[service] = length;
}

/** The same for all that are down. */
export function bookServices(b: Books, e: Engine, to: number): void {
  for (let service = 0; service < e.program.counts.services; service++)
    if (e.state.answer[service] < e.program.downBelow) bookService(b, e, service, to);
}

/** Follows the services that are still down no further: they were, and for how long nobody knows. */
export function censorServices({ open, observer }: Books, e: Engine): void {
  const { counts, downBelow } = e.program;
  for (let service = 0; service < counts.services; service++) {
    const since = open.downSince[service];
    if (e.state.answer[service] < downBelow && since > 0 && since < e.horizon)
      observer.outage({ service, seconds: Infinity, lossSeconds: open.outageLoss[service] }, e.weight);
  }
}

/** Delays that add up to 95 s are not longer than 95 s for the rounding of a late hour. */
export function toMicroseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
