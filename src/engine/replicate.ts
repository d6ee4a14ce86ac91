import { MODE } from '../compile/program.ts';
import { rotationChanges } from './active-active.ts';
import { clockRings, sourceRings } from './clocks.ts';
import type { Engine } from './engine.ts';
import { failbackDue } from './failback.ts';
import { stageEnds, standbyRebuilt } from './failover.ts';
import { nextEvent, pop } from './heap.ts';
import { memberRestarted } from './members.ts';
import { restoreEnds } from './restore.ts';
import { electionEnds } from './quorum.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { instantEnds } from './settle.ts';
import { start } from './start.ts';
import { finish, type Turns } from './turns.ts';

/** An incident that lasts longer than this past the horizon is followed no further. */
const LONGEST_DRAIN_SECONDS = 100 * SECONDS_PER_YEAR;
/** Nor one that takes more events than this and more than the whole history before it: most such ones never end. */
const MOST_DRAIN_EVENTS = 1_000_000;

/** Rings of a clock in one turn (`turns.ts`): some twenty milliseconds. */
const MOST_RINGS = 100_000;

/**
 * Lives through one history: warm-up, then whole years, then on until the incident that is open at the horizon has
 * ended. What happened was told to the engine's probe.
 */
export function replicate(e: Engine, seed: string, replication: number, years: number, warmUpSeconds: number): void {
  finish(replicateInTurns(e, seed, replication, years, warmUpSeconds));
}

/** The same to the last bit, in turns. Given up halfway, what was observed is of no use. */
export function* replicateInTurns(
  e: Engine,
  seed: string,
  replication: number,
  years: number,
  warmUpSeconds: number,
): Turns<void> {
  const horizon = years * SECONDS_PER_YEAR;
  start(e, seed, replication, years, warmUpSeconds, horizon);
  while (!advanced(e, horizon)) yield;
  e.probe.horizon(e);
  e.probe.end(e, yield* drain(e, horizon + LONGEST_DRAIN_SECONDS));
}

/** Processes every event up to and including the given time. */
export function advance(e: Engine, until: number): void {
  while (!advanced(e, until));
}

/** A turn of that. @returns whether it was the last */
export function advanced(e: Engine, until: number): boolean {
  const { heapTime } = e.state;
  for (let left = MOST_RINGS; left > 0; left--) {
    const queued = e.heapSize > 0 ? heapTime[0] : Infinity;
    if (e.nextRing < queued) {
      if (e.nextRing > until) return true;
      e.now = e.nextRing;
      sourceRings(e);
    } else {
      if (queued > until || queued === Infinity) return true;
      e.now = queued;
      e.events++;
      ring(e, pop(e));
    }
    if (e.attention !== 0 && !goesOn(e)) instantEnds(e);
  }
  return false;
}

/** Something else happens in this very instant. */
function goesOn(e: Engine): boolean {
  return e.nextRing === e.now || (e.heapSize > 0 && e.state.heapTime[0] === e.now);
}

/** Lives on while the probe follows something. @returns whether that was given up, because it does not end */
function* drain(e: Engine, limit: number): Turns<boolean> {
  const most = e.events + Math.max(e.events, MOST_DRAIN_EVENTS);
  let instants = 0;
  while (e.probe.follows(e)) {
    const next = nextEvent(e);
    if (next > limit || e.events > most) return true;
    while (!advanced(e, next)) yield;
    if (++instants % MOST_RINGS === 0) yield;
  }
  return false;
}

/** Hands a timer to whom it belongs; kinds of slots lie one after the other (`Slots`). */
function ring(e: Engine, slot: number): void {
  const { slots, program } = e;
  if (slot < slots.member) {
    clockRings(e, slot);
  } else if (slot < slots.restart) {
    const member = slot - slots.member;
    const service = program.memberService[member];
    if (program.serviceMode[service] === MODE.activeActive) rotationChanges(e, service, member);
    else standbyRebuilt(e, service, member);
  } else if (slot < slots.stage) {
    memberRestarted(e, slot - slots.restart);
  } else if (slot < slots.failback) {
    const service = slot - slots.stage;
    if (program.serviceMode[service] === MODE.quorum) electionEnds(e, service);
    else stageEnds(e, service);
  } else if (slot < slots.restore) {
    failbackDue(e, slot - slots.failback);
  } else {
    restoreEnds(e, slot - slots.restore);
  }
}
