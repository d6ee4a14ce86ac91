import { clockField, clockStream, FLEET, fleetRecord, OWNER } from '../compile/program.ts';
import { drawMean } from '../random/draw-table.ts';
import { draw } from '../random/draws.ts';
import { scheduleDeploy } from './deploys.ts';
import { drawUp, isPassedOver, scheduleUp } from './dormancy.ts';
import type { Engine } from './engine.ts';
import { hideFault, isNoticed } from './latent.ts';
import { FAULTS } from './faults.ts';
import { schedule, withdraw } from './heap.ts';
import { memberRepaired } from './maintenance.ts';
import { nextRing } from './tape.ts';
import { beginRepair, endTask } from './work.ts';
import { WORK } from '../compile/program.ts';

/** The next ring of any source: what is down already is not struck again. */
export function sourceRings(e: Engine): void {
  const { ringOrder, ringClock, ringRepair, clockDown } = e.state;
  const ring = ringOrder[e.ringAt];
  const clock = ringClock[ring];
  e.repair = ringRepair[ring];
  nextRing(e);
  if (clockDown[clock] !== 0 || (e.hasDormant && isPassedOver(e, clock))) return;
  e.events++;
  fail(e, clock);
}

/** The timer of one clock: its repair is done, or (not exponential) its time up is over. */
export function clockRings(e: Engine, clock: number): void {
  const p = e.program;
  if (e.state.clockDown[clock] === 0) {
    clockFails(e, clock);
    return;
  }
  e.state.clockDown[clock] = 0;
  if (e.probe.notesChance) e.probe.repair(e, clock);
  scheduleFailure(e, clock);
  if (e.hasMaintenance) memberRepaired(e, clock);
  const { fleets } = p;
  const record = fleetRecord(p, clock);
  FAULTS[fleets[record + FLEET.ownerKind]].repair(
    e,
    fleets[record + FLEET.owner] + clock - fleets[record + FLEET.clock],
  );
}

/**
 * Draws the next failure of a clock that has just come up; exponential ones have their source, and an experiment's
 * have none.
 */
export function scheduleFailure(e: Engine, clock: number): void {
  const p = e.program;
  if (clock < p.counts.exponentialClocks || clock >= p.counts.ownClocks) return;
  if (clockField(p, clock, FLEET.ownerKind) === OWNER.deploy) {
    scheduleDeploy(e, clock);
    return;
  }
  const up = drawUp(e, clock);
  if (e.hasDormant) scheduleUp(e, clock, up);
  else schedule(e, clock, e.now + up);
}

/** A clock with a stream of its own fails now, of itself or because an experiment says so. */
export function clockFails(e: Engine, clock: number): void {
  const p = e.program;
  e.repair = draw(p.draws, clockField(p, clock, FLEET.downDraw), e.state.streams, clockStream(p, clock));
  fail(e, clock);
}

/** A clock that is up fails now: so says who follows a copy, and draws how long the repair takes. */
export function strikeNow(e: Engine, clock: number, repairSeconds: number): void {
  if (clock >= e.program.counts.exponentialClocks) withdraw(e, clock);
  e.repair = repairSeconds;
  fail(e, clock);
}

/** It takes `e.repair` seconds to repair. */
function fail(e: Engine, clock: number): void {
  const p = e.program;
  const record = fleetRecord(p, clock);
  e.cause = p.fleets[record + FLEET.cause];
  e.causeClock = clock;
  e.probe.fails(e, clock);
  if (e.hasLatent && !isNoticed(e, clock)) {
    hideFault(e, clock);
    return;
  }
  const kind = p.fleets[record + FLEET.ownerKind];
  if (FAULTS[kind].lasts) {
    e.state.clockDown[clock] = 1;
    // A bad deploy is recovered from once somebody has noticed.
    if (kind !== OWNER.deploy) beginRepair(e, clock, e.repair);
    if (e.probe.notesChance) e.probe.strike(e, clock, e.repair - drawMean(p.draws, p.fleets[record + FLEET.downDraw]));
  } else {
    if (e.probe.notesChance) e.probe.strike(e, clock, 0);
    // Over at once: nothing is broken, so nothing is repaired.
    scheduleFailure(e, clock);
  }
  strike(e, clock);
}

/** The work on a clock's repair is done. */
export function repairEnds(e: Engine, task: number): void {
  const { works, taskWork } = e.program;
  const at = taskWork[task] * WORK.stride;
  endTask(e, task);
  clockRings(e, works[at + WORK.owner] + task - works[at + WORK.task]);
}

/** Takes down what the clock owns. */
export function strike(e: Engine, clock: number): void {
  const { fleets } = e.program;
  const record = fleetRecord(e.program, clock);
  const owner = fleets[record + FLEET.owner] + clock - fleets[record + FLEET.clock];
  FAULTS[fleets[record + FLEET.ownerKind]].strike(e, owner, fleets[record + FLEET.losesData]);
}
