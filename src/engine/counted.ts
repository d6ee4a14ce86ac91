import { FLEET } from '../compile/program.ts';
import type { Engine } from './engine.ts';
import { dropPassed, goesOn, push, removeFirst } from './heap.ts';
import { markShare } from './marks.ts';
import { instantEnds } from './settle.ts';
import { nextRing } from './tape.ts';

/*
 * What happens most, in one loop: members of services that only count fail, are repaired, and enough are left. It does
 * what `clocks.ts`, `members.ts` and `holds.ts` do about them, to the bit, and leaves everything else to them.
 */

/**
 * Lives on until something else comes next, or some service has to look whether enough of its members work.
 * @param most so many events and rings at most
 * @returns how many that were
 */
export function liveCounted(e: Engine, until: number, most: number): number {
  const p = e.program;
  const { fleets, clockFleet, memberService, serviceRequired } = p;
  const { exponentialClocks } = p.counts;
  const { timers } = e.slots;
  const { clockDown, healthy, heapSlot, heapTime, holds, inRotation, ringClock, ringOrder, ringRepair, rotation } =
    e.state;
  let first = 0;
  let end = 0;
  let member = 0;
  let service = 0;
  let cause = 0;
  let left = most;
  for (; left > 0; left--) {
    const queued = e.heapSize > 0 ? heapTime[0] : Infinity;
    const isRing = e.nextRing < queued;
    const time = isRing ? e.nextRing : queued;
    if (time > until || time === Infinity) break;
    const ring = isRing ? ringOrder[e.ringAt] : 0;
    const clock = isRing ? ringClock[ring] : heapSlot[0];
    if (clock < first || clock >= end) {
      if (clock >= exponentialClocks) break;
      const fleet = clockFleet[clock];
      if (e.counted[fleet] === 0) break;
      const record = fleet * FLEET.stride;
      first = fleets[record + FLEET.clock];
      end = first + fleets[record + FLEET.clocks];
      member = fleets[record + FLEET.owner] - first;
      service = memberService[member + first];
      cause = fleets[record + FLEET.cause];
    }
    e.now = time;
    if (isRing) {
      const repair = ringRepair[ring];
      nextRing(e);
      if (clockDown[clock] !== 0) continue;
      e.events++;
      clockDown[clock] = 1;
      e.cause = cause;
      e.causeClock = clock;
      e.probe.fails(e, clock);
      push(e, clock, time + repair);
      if (holds[member + clock]++ > 0) continue;
      const works = healthy[service]--;
      rotation[service]--;
      inRotation[member + clock] = 0;
      if (works > serviceRequired[service]) continue;
    } else {
      e.events++;
      removeFirst(e);
      if (e.heapSize > 0 && heapSlot[0] >= timers) dropPassed(e);
      clockDown[clock] = 0;
      if (--holds[member + clock] > 0) continue;
      const works = ++healthy[service];
      rotation[service]++;
      inRotation[member + clock] = 1;
      if (works > serviceRequired[service]) continue;
    }
    markShare(e, service);
    if (!goesOn(e)) instantEnds(e);
    if (e.attention !== 0) break;
  }
  return most - left;
}
