import { clockField, clockStream, FLEET, fleetRecord, OWNER } from '../compile/program.ts';
import { draw } from '../random/draws.ts';
import { uniform32 } from '../random/stream.ts';
import type { Engine } from './engine.ts';
import { schedule, withdraw } from './heap.ts';

/*
 * When clocks are new; and passive members that fail less than active ones (`standby-failures`): their time runs
 * slower, by that share (the cumulative exposure model; Nelson 1980). Of an exponential clock that is a share of its
 * rings. Any other has so much of its time up left as an active member would live through; in a member that does not
 * fail at all it stands still.
 */

/** Share of its failure rate that the member has as it is now. */
export function shareOf({ program: p, state }: Engine, member: number): number {
  const service = p.memberService[member];
  return state.active[service] === member ? 1 : p.standbyFailures[service];
}

/** Whether a ring passes over a member that stands by. */
export function isPassedOver(e: Engine, clock: number): boolean {
  const p = e.program;
  const record = fleetRecord(p, clock);
  if (p.fleets[record + FLEET.ownerKind] !== OWNER.member) return false;
  const member = p.fleets[record + FLEET.owner] + clock - p.fleets[record + FLEET.clock];
  const share = shareOf(e, member);
  if (share === 1) return false;
  return share === 0 || uniform32(e.state.streams, p.standbyStream[p.memberService[member]]) >= share;
}

/** How long a new clock, not an exponential one, is up in an active member. */
export function drawUp({ program: p, state }: Engine, clock: number): number {
  return draw(p.draws, clockField(p, clock, FLEET.upDraw), state.streams, clockStream(p, clock));
}

/** The clock of a member, up and not exponential, has so many seconds left, which begin in so many. */
export function renewClock(e: Engine, clock: number, begins: number, up: number): void {
  const share = e.hasDormant ? shareOf(e, memberOf(e, clock)) : 1;
  if (share > 0) withdraw(e, clock);
  if (e.hasDormant) scheduleUp(e, clock, up + begins * share);
  else schedule(e, clock, e.now + begins + up);
}

/** A clock that is not exponential is up, and has so many seconds left in an active member. */
export function scheduleUp(e: Engine, clock: number, seconds: number): void {
  const member = memberOf(e, clock);
  const share = member < 0 ? 1 : shareOf(e, member);
  if (share > 0) schedule(e, clock, e.now + seconds / share);
  else e.state.timeLeft[clock - e.program.counts.exponentialClocks] = seconds;
}

/** The member that the clock belongs to; −1: it is none's. */
function memberOf({ program: p }: Engine, clock: number): number {
  if (clockField(p, clock, FLEET.ownerKind) !== OWNER.member) return -1;
  return clockField(p, clock, FLEET.owner) + clock - clockField(p, clock, FLEET.clock);
}

/** The member becomes the active, or stops being it: its clocks go on as fast as they do then. */
export function roleChanges(e: Engine, member: number, becomesActive: boolean): void {
  const p = e.program;
  const service = p.memberService[member];
  const share = p.standbyFailures[service];
  if (share === 1) return;
  for (let i = p.serviceFleetOffsets[service]; i < p.serviceFleetOffsets[service + 1]; i++) {
    const record = p.serviceFleets[i] * FLEET.stride;
    const clock = p.fleets[record + FLEET.clock] + member - p.fleets[record + FLEET.owner];
    const at = clock - p.counts.exponentialClocks;
    if (at < 0 || e.state.clockDown[clock] !== 0) continue;
    const before = becomesActive ? share : 1;
    const left = before === 0 ? e.state.timeLeft[at] : (withdraw(e, clock) - e.now) * before;
    if (becomesActive) schedule(e, clock, e.now + left);
    else if (share > 0) schedule(e, clock, e.now + left / share);
    else e.state.timeLeft[at] = left;
  }
}
