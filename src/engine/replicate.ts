import { SECONDS_PER_YEAR } from '../units/table.ts';
import { clockRings, repairEnds, sourceRings } from './clocks.ts';
import { liveCounted } from './counted.ts';
import { deployGoesOn } from './deploys.ts';
import type { Engine } from './engine.ts';
import { goesOn, nextEvent, pop } from './heap.ts';
import { drillDue, inspectionDue } from './latent.ts';
import { hourBegins, overloadRings } from './load.ts';
import { maintenanceDue, maintenanceRings } from './maintenance.ts';
import { memberRestarted, victimRecovers } from './members.ts';
import { demotionDue } from './modes/failover/coordination.ts';
import { modeOf } from './modes/modes.ts';
import { moveRings } from './moves.ts';
import { escalates, shiftChanges } from './people.ts';
import { restoreEnds } from './restore.ts';
import { instantEnds, membersReact } from './settle.ts';
import { start } from './start.ts';
import { type Timer, TIMERS } from './timers.ts';
import { finish, type Turns } from './turns.ts';
import { endTask, orderArrives, requestAcknowledged } from './work.ts';

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
  const { heapTime, heapSlot } = e.state;
  for (let left = MOST_RINGS; left > 0; left--) {
    if (e.hasCounted && e.attention === 0) left -= liveCounted(e, until, left);
    const queued = e.heapSize > 0 ? heapTime[0] : Infinity;
    if (e.nextRing < queued) {
      if (e.nextRing > until) return true;
      e.now = e.nextRing;
      sourceRings(e);
    } else {
      if (queued > until || queued === Infinity) return true;
      // Before a service does what is due, it has reacted to all that strikes at the same time.
      if (e.marked > 0 && heapSlot[0] >= e.slots.member) {
        membersReact(e);
      } else {
        e.now = queued;
        e.events++;
        const slot = pop(e);
        if (slot < e.slots.timers) clockRings(e, slot);
        else ring(e, slot);
      }
    }
    if (e.attention !== 0 && !goesOn(e)) instantEnds(e);
  }
  return false;
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

/** To whom a timer belongs. */
type Ring = (e: Engine, owner: number) => void;
const BY_KIND = {
  clock: clockRings,
  work: repairEnds,
  order: orderArrives,
  acknowledge: requestAcknowledged,
  escalate: escalates,
  shift: shiftChanges,
  victim: victimRecovers,
  deploy: deployGoesOn,
  overload: overloadRings,
  hour: hourBegins,
  member: (e, member) => {
    const service = e.program.memberService[member];
    modeOf(e, service).memberTimer(e, service, member);
  },
  restart: memberRestarted,
  move: moveRings,
  stage: (e, service) => modeOf(e, service).stageEnds(e, service),
  failback: (e, service) => modeOf(e, service).failbackDue(e, service),
  restore: restoreEnds,
  decision(e, service) {
    endTask(e, e.program.serviceDecision[service]);
    modeOf(e, service).stageEnds(e, service);
  },
  inspection: inspectionDue,
  drill: drillDue,
  demotion: demotionDue,
  maintenanceDue,
  maintenance: maintenanceRings,
} satisfies Record<Timer, Ring>;
/** [TIMERS] */
const RINGS: readonly Ring[] = TIMERS.map((kind) => BY_KIND[kind]);

const MEMBER = TIMERS.indexOf('member');

/** Of a timer that is no clock's: those ring most, and the loop calls them itself. */
function ring(e: Engine, slot: number): void {
  const { first, member } = e.slots;
  // Most ring for a service or a member.
  let kind = slot < member ? 1 : MEMBER;
  while (slot >= first[kind + 1]) kind++;
  RINGS[kind](e, slot - first[kind]);
}
