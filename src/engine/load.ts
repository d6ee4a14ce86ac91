import { DAY_SECONDS } from '../units/hours.ts';
import { delay } from './chance.ts';
import type { Engine } from './engine.ts';
import { cancel, isDue, schedule } from './heap.ts';
import { hold, release } from './holds.ts';
import { markShare } from './marks.ts';

/*
 * How much work there is by the time of the day, how much of it is carried, and members that crash under what is too
 * much. Requests are spread evenly over those in rotation; without `retry` what reaches a dead one is lost and burdens
 * nobody else.
 */

/** What a load may be above what is carried and be no more for the rounding. */
const ROUNDING = 1e-9;

/** The history begins at this time of the day. */
export function startTraffic(e: Engine): void {
  const { trafficFrom } = e.program;
  e.traffic = trafficNow(e);
  if (trafficFrom.length > 1) schedule(e, e.slots.hour, nextStep(e));
}

/** The next hour of `traffic.daily` begins: services look at what they carry when the instant is over. */
export function hourBegins(e: Engine): void {
  const { loadWorth, trafficCause } = e.program;
  e.traffic = trafficNow(e);
  schedule(e, e.slots.hour, nextStep(e));
  e.cause = trafficCause;
  e.causeClock = -1;
  for (let service = 0; service < loadWorth.length; service++) if (loadWorth[service] > 0) markShare(e, service);
}

/** Share of the service's work that those who work carry. */
export function carried(e: Engine, service: number): number {
  const { loadWorth, loadAbove, crashDraw } = e.program;
  // Who crashes takes all on before.
  if (crashDraw[service] >= 0) return 1;
  const most = e.state.healthy[service] * loadAbove[service];
  const work = loadWorth[service] * e.traffic;
  return work > most * (1 + ROUNDING) ? most / work : 1;
}

/** So many are in rotation now, or there is more work: members begin to stand an overload, or are rid of it. */
export function followLoad(e: Engine, service: number): void {
  const { loadWorth, loadAbove, crashDraw, operationStream, serviceMembers, serviceRetries } = e.program;
  const { healthy, rotation, holds, inRotation, isOverloaded, crashed } = e.state;
  if (crashDraw[service] < 0) return;
  const bearers = serviceRetries[service] === 1 ? healthy[service] : rotation[service];
  const isMuch = healthy[service] > 0 && loadWorth[service] * e.traffic > bearers * loadAbove[service] * (1 + ROUNDING);
  if (isMuch && isOverloaded[service] === 0) {
    e.state.overloadCause[service] = e.cause;
    e.state.overloadClock[service] = e.causeClock;
  }
  if (!isMuch && isOverloaded[service] === 0) return;
  isOverloaded[service] = isMuch ? 1 : 0;
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
    const stands = isMuch && holds[m] === 0 && inRotation[m] === 1;
    const slot = e.slots.overload + m;
    if (stands && !isDue(e, slot)) schedule(e, slot, e.now + delay(e, crashDraw[service], operationStream[service]));
    else if (!stands && crashed[m] === 0 && isDue(e, slot)) cancel(e, slot);
  }
}

/** A member has stood its overload for as long as it can; or is back after that. */
export function overloadRings(e: Engine, member: number): void {
  const { memberService, crashBackDraw, operationStream } = e.program;
  const { crashed, overloadCause, overloadClock } = e.state;
  const service = memberService[member];
  if (crashed[member] === 1) {
    crashed[member] = 0;
    release(e, member);
    return;
  }
  crashed[member] = 1;
  e.cause = overloadCause[service];
  e.causeClock = overloadClock[service];
  hold(e, member);
  schedule(e, e.slots.overload + member, e.now + delay(e, crashBackDraw[service], operationStream[service]));
}

/** Share of each load at this time of the day. */
function trafficNow({ program: { trafficFrom, trafficShare }, now }: Engine): number {
  if (trafficFrom.length === 0) return 1;
  const time = now - Math.floor(now / DAY_SECONDS) * DAY_SECONDS;
  let step = trafficFrom.length - 1;
  while (step >= 0 && trafficFrom[step] > time) step--;
  // Before the first hour of a day it is still the last one of the day before.
  return trafficShare[step < 0 ? trafficFrom.length - 1 : step];
}

function nextStep({ program: { trafficFrom }, now }: Engine): number {
  const midnight = Math.floor(now / DAY_SECONDS) * DAY_SECONDS;
  for (const from of trafficFrom) if (midnight + from > now) return midnight + from;
  return midnight + DAY_SECONDS + trafficFrom[0];
}
